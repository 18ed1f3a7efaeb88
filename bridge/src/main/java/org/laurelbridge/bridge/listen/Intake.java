package org.laurelbridge.bridge.listen;

import org.jspecify.annotations.Nullable;

/** Where listeners hand over what they heard. */
public interface Intake {

    /**
     * Keeps a submission and returns when it is durable. Handing over the same again changes nothing. Blocks; many threads may
     * call at once, and share commits.
     *
     * @throws IntakeUnavailable when the store cannot take it now: nothing of it was promised, so try again
     */
    Receipt accept(Submission submission);

    /** The store cannot keep anything now (503 to a sender). */
    final class IntakeUnavailable extends RuntimeException {
        public IntakeUnavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
