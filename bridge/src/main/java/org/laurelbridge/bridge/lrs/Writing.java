package org.laurelbridge.bridge.lrs;

import java.time.Duration;

/** What became of a statement of ours at an LRS. Reasons are for an administrator and hold no secret and no personal data. */
public sealed interface Writing {
    /** The LRS has it, now or from before. */
    record Stands() implements Writing {}

    /** The LRS has another statement under this id (409). */
    record Differs() implements Writing {}

    /**
     * Not now.
     *
     * @param notBefore how long the LRS asked us to wait; zero when it did not say
     */
    record Later(String reason, Duration notBefore) implements Writing {}

    /** It will not be taken as it is. */
    record Refused(String reason) implements Writing {}

    /** Sent, but no answer came: it may have worked. Writing it again does no harm. */
    record Unknown(String reason) implements Writing {}
}
