package org.laurelbridge.bridge.lrs;

import java.time.Duration;

/**
 * Why an LRS did not do what was asked.
 *
 * @param words for an administrator, one sentence without secrets and personal data
 * @param notBefore how long the LRS asked us to wait, at most an hour; zero when it did not say
 */
public record LrsFailure(Kind kind, String words, Duration notBefore) {

    /** What a caller may do about it. */
    public enum Kind {
        /** The request never left: try again. */
        UNREACHABLE,
        /** The request left and no whole answer came: what was asked may have been done. */
        LOST,
        /** The LRS is busy or broken now: try again, not before it said. */
        BUSY,
        /** The LRS does not know it (404). */
        NOT_FOUND,
        /** The LRS will not do it as asked: a person must mend something. */
        REFUSED,
        /** The answer is not what the specification says. */
        STRANGE
    }

    static LrsFailure of(Kind kind, String words) {
        return new LrsFailure(kind, words, Duration.ZERO);
    }
}
