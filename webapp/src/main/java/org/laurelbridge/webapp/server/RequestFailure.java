package org.laurelbridge.webapp.server;

import java.util.List;
import org.laurelbridge.xapi.Problem;

/** A request that is not answered as asked; one page renders it, for people or for programs. */
public final class RequestFailure extends RuntimeException {
    private final Reason reason;
    private final transient List<Problem> problems;
    private final transient List<String> taken;

    public RequestFailure(Reason reason) {
        this(reason, List.of());
    }

    /** @param problems what the sender can mend; all of them */
    public RequestFailure(Reason reason, List<Problem> problems) {
        this(reason, problems, List.of());
    }

    private RequestFailure(Reason reason, List<Problem> problems, List<String> taken) {
        super(reason.sentence());
        this.reason = reason;
        this.problems = List.copyOf(problems);
        this.taken = List.copyOf(taken);
    }

    /** The address takes these methods alone. */
    public static RequestFailure takes(String... methods) {
        return new RequestFailure(Reason.METHOD, List.of(), List.of(methods));
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
}
