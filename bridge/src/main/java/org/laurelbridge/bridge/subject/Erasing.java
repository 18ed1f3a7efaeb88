package org.laurelbridge.bridge.subject;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.PersonId;

/**
 * Erases people to the end. Whoever begins one may go on with it or leave it to a node that serves; one that was broken off is gone
 * on with by any node.
 *
 * <p>What Laurel wrote into gradebooks is not taken back: whoever keeps a gradebook answers for what is in it, and a grade that
 * vanishes there may cost its learner more than it saves them. The report says where it is.
 */
public final class Erasing implements Recorded<Erasing> {
    private final Erasures erasures;
    private final Function<String, Set<String>> homePages;
    private final InstantSource clock;

    /** @param homePages on which an account's name is a person's identifier of a kind, by the mapping in force */
    public Erasing(Erasures erasures, Function<String, Set<String>> homePages, InstantSource clock) {
        this.erasures = erasures;
        this.homePages = homePages;
        this.clock = clock;
    }

    @Override
    public Erasing by(Doer doer) {
        return new Erasing(erasures.by(doer), homePages, clock);
    }

    /** What would go, by kind; empty when there is no such person. */
    public Optional<Report> foresee(PersonId person) {
        return erasures.foresee(person);
    }

    /** Begins; empty when there is no such person. */
    public Optional<Erasure> begin(PersonId person) {
        return erasures.begin(person, homePages, clock.instant());
    }

    /** Does not begin, as it was not confirmed; that it was asked for is in the audit log. */
    public void refuse(PersonId person) {
        erasures.refuse(person);
    }

    /** One of them. */
    public Optional<Erasure> find(UUID erasure) {
        return erasures.find(erasure);
    }

    /** The newest first. */
    public List<Erasure> list(int limit) {
        return erasures.list(limit);
    }

    /**
     * Goes on until nothing of the person is left, or until others hold it up: then it is to be gone on with later.
     *
     * @param told of every step
     */
    public Erasure goOn(Erasure begun, Consumer<Erasure> told) {
        Erasure now = begun;
        boolean moves = true;
        while (moves && !now.isDone()) {
            Erasure next = erasures.goOn(now.id(), clock.instant()).orElse(now);
            moves = moves(now, next);
            now = next;
            told.accept(now);
        }
        return now;
    }

    /** One round of a worker; returns how many steps were done. */
    public int goOnWithAll() {
        int steps = 0;
        for (UUID open : erasures.listOpen(clock.instant())) {
            Optional<Erasure> before = erasures.find(open);
            Optional<Erasure> after = erasures.goOn(open, clock.instant());
            steps += before.isPresent() && after.isPresent() && moves(before.get(), after.get()) ? 1 : 0;
        }
        return steps;
    }

    /** Files wait for whoever reads them; all else gets on with every step. */
    private static boolean moves(Erasure before, Erasure after) {
        return !after.equals(before) || after.next() != Erasure.Step.FILES;
    }
}
