package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Fact;

/** The awards, and the queue of what must be decided anew. */
public interface Awards {

    /** What is due, oldest first. Reading claims nothing: {@link #conclude} notices when it was overtaken. */
    List<Due> listDue(Instant now, int limit);

    /** The effective facts of a person on these activities: those of voided statements are left out. */
    List<Fact> listFacts(PersonId person, List<String> activities);

    /** The award of a badge, person and cycle. */
    Optional<Award> find(String badge, PersonId person, int cycle);

    /** An award by its id. */
    Optional<Award> find(UUID id);

    /**
     * Writes what was decided and takes the reason off the queue, in one commit: the award, its event, the deliveries that it
     * asks for, the wish for a credential.
     *
     * @return false when a new reason came meanwhile or another node was quicker: nothing was written, decide again
     */
    boolean conclude(Due due, Conclusion conclusion, Instant now);

    /** Changes an award's status by a person's decision, with its deliveries. */
    void change(Award changed, String event, List<GradeOrder> orders, Instant now);

    /** Everyone with facts on these activities has a new reason: their badge is to be decided anew. */
    void decideAnew(String badge, List<String> activities, Instant now);

    /** Awards in the order they were made; null arguments do not filter. */
    List<Award> list(@Nullable String badge, @Nullable PersonId person, @Nullable AwardId after, int limit);

    /** A person and a badge to decide; the mark tells whether a reason came after it was read. */
    record Due(PersonId person, String badge, long mark) {}

    /**
     * What was decided.
     *
     * @param award to be written, null when there is none and none is to be
     * @param event what happened to it in a word, null when nothing did: then the award is as it was
     * @param orders what should stand at the targets from now on; empty leaves them as they are
     * @param lookAgain when the answer may change by itself; null for never
     */
    record Conclusion(
            @Nullable Award award,
            @Nullable String event,
            List<GradeOrder> orders,
            @Nullable Instant lookAgain) {
        public Conclusion {
            orders = List.copyOf(orders);
        }
    }
}
