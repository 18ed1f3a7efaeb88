package org.laurelbridge.bridge.deliver.wire;

import java.time.Duration;
import org.laurelbridge.bridge.deliver.Attempt;

/** What came of a request. */
public sealed interface Reply {

    /**
     * The remote answered.
     *
     * @param retryAfter its Retry-After in seconds; zero when it did not say or gave a date
     * @param nextPage the address that its Link header calls next; empty when there is none
     */
    record Answered(int status, String body, Duration retryAfter, String nextPage) implements Reply {

        /** 2xx. */
        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** It was not taken, for now: too many requests, or closed for maintenance with a time to come back. */
        public boolean isBusy() {
            return status == 429 || (status == 503 && !retryAfter.isZero());
        }
    }

    /** The remote cannot have seen it: no connection was made. */
    record NotSent(String reason) implements Reply {}

    /** The remote may have done it: no answer came, or one that is not HTTP. */
    record NoAnswer(String reason) implements Reply {}

    /**
     * An answer with headers as they came.
     *
     * @param retryAfter Retry-After; empty when there is none
     * @param link all of Link (RFC 8288), with commas between; empty when there is none
     */
    static Reply answered(int status, String body, String retryAfter, String link) {
        String text = retryAfter.strip();
        boolean isSeconds = !text.isEmpty() && text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        Duration wait = isSeconds ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
        return new Answered(status, body, wait, NextPage.of(link));
    }

    /** The answer's status; 0 when there is none. */
    default int status() {
        return 0;
    }

    /** What a write came to: whatever may have been done is unknown. */
    default Attempt asWrite(String what) {
        String reason = what + ": " + words();
        if (this instanceof NotSent) {
            return new Attempt.Later(reason, Duration.ZERO);
        }
        if (!(this instanceof Answered answered)) {
            return new Attempt.Unknown(reason);
        }
        if (answered.isGood()) {
            return new Attempt.Delivered();
        }
        if (answered.isBusy()) {
            return new Attempt.Later(reason, answered.retryAfter());
        }
        return answered.status() >= 500 ? new Attempt.Unknown(reason) : new Attempt.Refused(reason);
    }

    /** The text of a good answer to a read; all else stops the try, and nothing has been changed. */
    default String read(String what) {
        if (this instanceof Answered answered && answered.isGood()) {
            return answered.body();
        }
        Attempt attempt = asWrite(what);
        throw new Stopped(
                attempt instanceof Attempt.Unknown unknown
                        ? new Attempt.Later(unknown.reason(), Duration.ZERO)
                        : attempt);
    }

    /** In words, without anything that the remote wrote: it may repeat personal data. */
    default String words() {
        if (this instanceof Answered answered) {
            return "answered " + answered.status();
        }
        return this instanceof NotSent notSent ? notSent.reason() : ((NoAnswer) this).reason();
    }
}
