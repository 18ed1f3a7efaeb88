package org.laurelbridge.bridge.deliver;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.deliver.Outbox.Listed;
import org.laurelbridge.bridge.deliver.Outbox.State;

/** The deliveries of all lanes, as an administrator looks through them. */
public interface Deliveries extends Recorded<Deliveries> {
    /** Stands for all backpacks, each of which is a target of its own. */
    String BACKPACKS = "backpack:";

    /**
     * Which ones; null does not filter.
     *
     * @param target its name, or {@link #BACKPACKS}
     * @param learner a part of the name of whoever has the award, or a whole address or id of theirs
     */
    record Filter(
            @Nullable State state,
            @Nullable String target,
            @Nullable String learner) {
        /** The stuck ones of these. */
        public Filter stuck() {
            return new Filter(State.STUCK, target, learner);
        }

        /** Whether there are stuck ones among these. */
        public boolean mayBeStuck() {
            return state == null || state == State.STUCK;
        }
    }

    /**
     * A delivery, and whoever has the award.
     *
     * @param name null where none is known
     */
    record Line(Listed delivery, UUID person, @Nullable String name) {}

    /** Deliveries with an id below one (0: from the newest), the newest first. */
    List<Line> list(Filter filter, long before, int limit);

    /** How many of these are stuck. */
    long countStuck(Filter filter);

    /** Every target that anything was ever to be delivered to, all backpacks as one. */
    List<String> targets();

    /** Sends the stuck ones of these again, now and with all their tries, in one commit; returns how many. */
    int sendAgain(Filter filter, Instant now);
}
