package org.laurelbridge.bridge.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.mapping.Identifier;

/** The people, what they are known by, and the actors whom nobody could place. */
public interface People extends Recorded<People> {

    /**
     * Adds a person, or finds the one whom the identifiers already name and adds what is new to them. In the same commit, the
     * statements of unknown actors that are now placed are marked to be mapped anew, and credentials to be signed anew when an
     * address became known. Doing it twice changes nothing.
     *
     * @param name null leaves a known name as it is
     * @throws IdentifiersDisagree when the identifiers name more than one person
     */
    PersonId add(@Nullable String name, List<Identifier> identifiers, Instant now);

    /**
     * Adds many, each as if they came one after the other, and some of them in one commit: whatever ends this in the middle, doing it
     * again goes on where it was.
     *
     * @return in their order; empty for whoever's identifiers name more than one person: of them nothing was written
     */
    List<Optional<PersonId>> addAll(List<Newcomer> newcomers, Instant now);

    /**
     * The person, if there is one: for somebody who was merged, the one who was kept. What the asked one is known by comes first,
     * then what the others are whom the person stands for.
     */
    Optional<Person> find(UUID id);

    /** The same without what those are known by whom it was merged with. */
    Optional<Person> findAlone(UUID id);

    /** The one person who has this identifier: for somebody who was merged, the one who was kept. */
    Optional<PersonId> find(Identifier identifier);

    /** The same for many: those whom nobody has are left out. */
    Map<Identifier, PersonId> findAll(Collection<Identifier> identifiers);

    /** All but those who were merged, in the order of their ids, after one (null: from the first). */
    List<Person> list(@Nullable PersonId after, int limit);

    /**
     * All but those who were merged, by their names in whatever case, those without one last. Reads every name: some tens of
     * thousands take a moment.
     *
     * @param part of a name or of what they are known by, in whatever case; empty for everybody
     * @param skipped how many of the first are left out
     */
    List<Person> search(String part, int skipped, int limit);

    /** What these people are called, whoever they were merged into; those without a name are left out. */
    Map<PersonId, String> names(Collection<PersonId> people);

    /** Actors whom nobody could place, with most statements first; one who was joined is none, also before its statements are mapped anew. */
    List<UnknownActor> listUnknown(int limit);

    /**
     * What such actors did: the newest of their statements that wait, as they were sent.
     *
     * @param each how many of one actor at most
     */
    Map<Identifier, List<String>> newestWaiting(Collection<Identifier> actors, int each);

    /**
     * The statements of actors whom nobody could place, the newest first.
     *
     * @param named what such an actor is called by: an e-mail address, the name of an account
     */
    List<UUID> listWaiting(String named, int limit);

    /** Joins an unknown actor to a person: its statements are mapped anew, each with its own time. */
    void join(Identifier actor, PersonId person, Instant now);

    /**
     * Takes an identifier from a person, or from who was merged with them: an actor who is known by it alone is nobody again, its
     * statements wait, and what they alone supported is withdrawn by each badge's policy.
     *
     * @return false when it is not theirs
     */
    boolean unjoin(Identifier identifier, PersonId person);

    /**
     * Says that two people are one: all that either did and will do counts for the kept one. Of two awards for the same badge and
     * cycle the one earned earlier stands, the other is superseded; every badge is decided anew.
     *
     * @param why up to 1,000 characters
     * @throws CannotMerge when one of them is not there or was merged already, or both are the same
     */
    Merge merge(PersonId kept, PersonId merged, String why, Instant now);

    /**
     * Says that they are two again: each has what came for them, also since the merge, and every badge is decided anew for both.
     * Merges can be undone in any order.
     *
     * @return empty when there is no such merge
     * @throws CannotMerge when it was undone already
     */
    Optional<Merge> unmerge(long merge, Instant now);

    /** All merges, the newest first, those undone among them; before one (0: from the newest). */
    List<Merge> listMerges(long before, int limit);

    /** Two people claim what was given as one. */
    final class IdentifiersDisagree extends RuntimeException {
        public IdentifiersDisagree(List<PersonId> people) {
            super("the identifiers belong to different people: " + people);
        }
    }

    /**
     * An actor whom nobody could place.
     *
     * @param statements how many of its statements wait
     */
    record UnknownActor(Identifier identifier, @Nullable String name, Instant firstSeen, long statements) {}
}
