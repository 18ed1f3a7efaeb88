package org.laurelbridge.bridge.send;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;

/**
 * A learner's place at a host.
 *
 * @param person the learner of the account that said yes: for somebody who was merged, the one who was kept
 * @param lost why a learner must say yes again; null while it works
 */
public record Backpack(
        UUID id,
        PersonId person,
        Host host,
        Choice choice,
        @Nullable String lost,
        Instant connected) {

    /**
     * What goes there without being asked.
     *
     * @param all awards, as they come
     * @param fresh what is there is sent again when it is signed again, renewed or taken back
     */
    public record Choice(boolean all, boolean fresh) {
        /** Until the learner chooses: what she sends once stays right. */
        public static final Choice UNCHOSEN = new Choice(false, true);
    }
}
