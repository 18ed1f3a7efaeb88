package org.laurelbridge.webapp.server;

import java.util.List;
import org.laurelbridge.xapi.Problem;

/** A request that is not answered as asked; one filter renders it, as a page or as JSON. */
public final class RequestFailure extends RuntimeException {
    private final Reason reason;
    private final transient List<Problem> problems;

    public RequestFailure(Reason reason) {
        this(reason, List.of());
    }

    /** @param problems what the sender can mend; all of them */
    public RequestFailure(Reason reason, List<Problem> problems) {
        super(reason.sentence());
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    public Reason reason() {
        return reason;
    }

    public List<Problem> problems() {
        return problems;
    }
}
