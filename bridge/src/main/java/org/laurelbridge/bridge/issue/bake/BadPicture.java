package org.laurelbridge.bridge.issue.bake;

import org.laurelbridge.xapi.Problem;

/** A picture that is not what it should be: damaged, too large, of another format. */
public final class BadPicture extends RuntimeException {

    private final transient Problem problem;

    public BadPicture(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    BadPicture(String place, String found, String expected, String clause) {
        this(new Problem(place, found, expected, clause));
    }

    /** What was found, what was expected, and where. */
    public Problem problem() {
        return problem;
    }
}
