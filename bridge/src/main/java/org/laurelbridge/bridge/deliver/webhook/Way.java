package org.laurelbridge.bridge.deliver.webhook;

import java.time.Duration;
import org.laurelbridge.bridge.deliver.wire.Call;

/** The way to a webhook. Follows no redirect, and throws nothing for what a remote can do. */
public interface Way {

    /**
     * Goes it and waits for the answer.
     *
     * @param longest time until the last byte of the answer
     */
    Came go(Call call, Duration longest);

    /** What came of it. */
    sealed interface Came {}

    /**
     * An answer.
     *
     * @param retryAfter as the header says; empty when it does not
     */
    record Answer(int status, String retryAfter) implements Came {}

    /** It was not gone, and will not be until a person mends something. */
    record Forbidden(String why) implements Came {}

    /** No answer. */
    record Nothing(String why) implements Came {}
}
