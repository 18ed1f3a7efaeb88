package org.laurelbridge.bridge.deliver.wire;

import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Standing;

/** Ends a try in the middle of its requests. Never leaves an adapter: there it becomes the attempt that it carries. */
public final class Stopped extends RuntimeException {

    private final transient Attempt attempt;

    public Stopped(Attempt attempt) {
        super(attempt.toString(), null, false, false);
        this.attempt = attempt;
    }

    /** What the try came to. */
    public Attempt attempt() {
        return attempt;
    }

    /** In words. */
    public String reason() {
        if (attempt instanceof Attempt.Refused refused) {
            return refused.reason();
        }
        if (attempt instanceof Attempt.Later later) {
            return later.reason();
        }
        if (attempt instanceof Attempt.Waiting waiting) {
            return waiting.reason();
        }
        return attempt instanceof Attempt.Unknown unknown ? unknown.reason() : "delivered";
    }

    /** As the answer of a read-back. What must be mended by a person is told by the sending, so that it is stuck at once. */
    public Standing standing() {
        return attempt instanceof Attempt.Refused ? new Standing.Differs() : new Standing.Unreadable(reason());
    }
}
