package org.laurelbridge.webapp.server;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;

/** A request that is not answered as asked; one page renders it, for people or for programs. */
public final class RequestFailure extends RuntimeException {
    private final Reason reason;
    private final transient List<Problem> problems;
    private final transient List<String> taken;
    private final transient @Nullable Duration wait;

    public RequestFailure(Reason reason) {
        this(reason, List.of());
    }

    /** @param problems what the sender can mend; all of them */
    public RequestFailure(Reason reason, List<Problem> problems) {
        this(reason, problems, List.of(), null);
    }

    private RequestFailure(Reason reason, List<Problem> problems, List<String> taken, @Nullable Duration wait) {
        super(reason.sentence());
        this.reason = reason;
        this.problems = List.copyOf(problems);
        this.taken = List.copyOf(taken);
        this.wait = wait;
    }

    /** The address takes these methods alone. */
    public static RequestFailure takes(String... methods) {
        return new RequestFailure(Reason.METHOD, List.of(), List.of(methods), null);
    }

    /** Too many wrong tries: the next may come after this time. */
    public static RequestFailure waits(Duration left) {
        return new RequestFailure(Reason.TOO_MANY, List.of(), List.of(), left);
    }

    /** Too many requests: the next may come after this time. */
    public static RequestFailure tooOften(Duration left) {
        return new RequestFailure(Reason.TOO_OFTEN, List.of(), List.of(), left);
    }

    public Reason reason() {
        return reason;
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The methods that the address takes; empty when the method is not what was wrong. */
    public List<String> taken() {
        return taken;
    }

    /** How long to wait before the request may be sent again; null when that is not known. */
    public @Nullable Duration waitingTime() {
        return wait;
    }
}
