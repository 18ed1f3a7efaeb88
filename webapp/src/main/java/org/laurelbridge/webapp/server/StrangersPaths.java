package org.laurelbridge.webapp.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;

/** Where a body is read before it is known who sends it, and how many times the usual time it may take to come. */
final class StrangersPaths {
    private static final int USUAL = 1;
    // a source may send eight mebibytes of statements over a slow line
    private static final int STATEMENTS = 5;
    private static final int ANY = 0;

    private final PathMappings<Integer> times = new PathMappings<>();

    private StrangersPaths() {}

    /** Those of all routes that want no session: the others look who is there before they read anything. */
    static StrangersPaths ofStrangers(List<Route> routes) {
        StrangersPaths paths = new StrangersPaths();
        for (Route route : routes) {
            for (String path : route.paths()) {
                paths.times.put(new ServletPathSpec(path), times(route.access(), path));
            }
        }
        return paths;
    }

    private static int times(Access access, String path) {
        return switch (access) {
            case PUBLIC, OWN_CREDENTIALS -> path.startsWith("/xapi/") ? STATEMENTS : USUAL;
            case BEARER, SIGNED_IN, LEARNER, INSTRUCTOR, VIEWER, ADMINISTRATOR -> ANY;
        };
    }

    /**
     * How long a body may take there; empty for any time.
     *
     * @param path decoded
     * @param usual elsewhere than where statements come in
     */
    Optional<Duration> longest(String path, Duration usual) {
        return Optional.ofNullable(times.getMatched(path))
                .map(MatchedResource::getResource)
                .filter(factor -> factor > ANY)
                .map(usual::multipliedBy);
    }
}
