package org.laurelbridge.bridge.award.plan;

import java.util.List;
import org.laurelbridge.xapi.Problem;

/** Documents have mistakes; nothing was changed. */
public final class NotRight extends RuntimeException {
    private final transient List<Problem> problems;

    NotRight(List<Problem> problems) {
        super("the rules are not right, and nothing was changed");
        this.problems = List.copyOf(problems);
    }

    /** All of them. */
    public List<Problem> problems() {
        return problems;
    }
}
