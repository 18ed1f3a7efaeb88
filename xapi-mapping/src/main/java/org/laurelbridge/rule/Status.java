package org.laurelbridge.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a condition is at one moment, with its reason. */
public sealed interface Status {

    Truth truth();

    /**
     * It is true.
     *
     * @param at since when; null where no fact made it true, as with {@code none}
     */
    record Met(@Nullable Instant at) implements Status {
        @Override
        public Truth truth() {
            return Truth.MET;
        }
    }

    /**
     * Not yet.
     *
     * @param done how many of {@code of} steps are done
     * @param deadline after this moment it can no longer be met; null when there is none
     */
    record Open(int done, int of, Phrase progress, @Nullable Instant deadline) implements Status {
        @Override
        public Truth truth() {
            return Truth.OPEN;
        }
    }

    /**
     * Never, as far as the known facts tell.
     *
     * @param progress how far it came; null where there is nothing to say
     */
    record Impossible(@Nullable Phrase progress, Phrase reason) implements Status {
        @Override
        public Truth truth() {
            return Truth.IMPOSSIBLE;
        }
    }

    /** It happened, but the facts do not say enough to judge it (S11: missing is not zero). */
    record Unknown(Phrase reason) implements Status {
        @Override
        public Truth truth() {
            return Truth.UNKNOWN;
        }
    }
}
