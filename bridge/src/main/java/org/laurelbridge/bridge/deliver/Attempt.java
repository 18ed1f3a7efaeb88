package org.laurelbridge.bridge.deliver;

import java.time.Duration;

/** What became of one try to deliver. Reasons are for an administrator and hold no secret and no personal data. */
public sealed interface Attempt {

    /** It stands there now. */
    record Delivered() implements Attempt {}

    /**
     * Not now: the target is down, busy or limits us.
     *
     * @param notBefore how long the target asked us to wait; zero when it did not say
     */
    record Later(String reason, Duration notBefore) implements Attempt {}

    /** Not now, as another courier works at something that this one needs too: that says nothing of the target. */
    record Waiting(String reason) implements Attempt {}

    /** It will not be taken as it is: a person must mend something (unknown learner, missing course, lost right). */
    record Refused(String reason) implements Attempt {}

    /** It is not to be sent any more, and nobody has to do anything. */
    record Dropped(String reason) implements Attempt {}

    /** Sent, but no answer came: it may have worked, so it is read back before it is sent again. */
    record Unknown(String reason) implements Attempt {}
}
