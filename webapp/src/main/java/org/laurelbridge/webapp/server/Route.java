package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServlet;
import java.util.List;

/**
 * What answers which addresses, and who may ask.
 *
 * @param paths servlet patterns: exact, or ending in {@code /*}
 */
public record Route(HttpServlet servlet, Access access, List<String> paths) {
    public Route {
        paths = List.copyOf(paths);
    }

    /** A route in the order one reads it. */
    public static Route of(Access access, HttpServlet servlet, String... paths) {
        return new Route(servlet, access, List.of(paths));
    }
}
