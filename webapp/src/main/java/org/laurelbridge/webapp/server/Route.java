package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Objects;

/**
 * What answers which addresses, who may ask, and with which methods.
 *
 * @param methods that it takes, GET standing for HEAD too; empty when the servlet's protocol says so itself (xAPI)
 * @param paths servlet patterns: exact, or ending in {@code /*}
 * @param mostUpload that a form with files may bring, in bytes; 0 where none is taken
 * @param isDear it takes long to answer, and counts as several requests
 */
public record Route(
        HttpServlet servlet, Access access, List<String> methods, List<String> paths, int mostUpload, boolean isDear) {
    public Route {
        Objects.requireNonNull(access, "a route says who may use it");
        methods = List.copyOf(methods);
        paths = List.copyOf(paths);
    }

    /** A route in the order one reads it; it can be read, and no more. */
    public static Route of(Access access, HttpServlet servlet, String... paths) {
        return new Route(servlet, access, List.of("GET"), List.of(paths), 0, false);
    }

    /** The same with these methods instead. */
    public Route taking(String... others) {
        return new Route(servlet, access, List.of(others), paths, mostUpload, isDear);
    }

    /** The same for forms that bring files, of at most so many bytes together. */
    public Route uploading(int mostBytes) {
        return new Route(servlet, access, methods, paths, mostBytes, isDear);
    }

    /** The same, which takes long to answer. */
    public Route dear() {
        return new Route(servlet, access, methods, paths, mostUpload, true);
    }
}
