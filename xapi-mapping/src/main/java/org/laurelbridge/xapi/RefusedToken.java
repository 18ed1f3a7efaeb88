package org.laurelbridge.xapi;

/** Well-formed JSON that may not be read; never leaves this package. */
final class RefusedToken extends RuntimeException {
    private final transient Problem problem;

    RefusedToken(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
