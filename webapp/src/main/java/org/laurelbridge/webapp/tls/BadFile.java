package org.laurelbridge.webapp.tls;

import java.nio.file.Path;
import org.laurelbridge.xapi.Problem;

/** A file cannot be used. Nothing of what it holds is told. */
final class BadFile extends Exception {
    private final transient Problem problem;

    BadFile(Path file, String found, String expected) {
        super(file + ": " + found);
        this.problem = new Problem(file.toString(), found, expected, "");
    }

    Problem problem() {
        return problem;
    }
}
