package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.XapiVersion;

/**
 * Headers that every answer carries: nothing from elsewhere runs or sniffs our pages, and only platforms that Laurel is a tool of show
 * them inside their own, and only those pages that people come to from there.
 */
final class Guards extends HttpFilter {
    private static final String POLICY = "Content-Security-Policy";
    private static final String NOWHERE = "'none'";
    private static final Map<String, String> ALWAYS = Map.of(
            POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors " + NOWHERE,
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin");
    // on errors too (1.0.3 Communication 3.3); whoever knows better which version was asked for overwrites it
    private static final Map<String, String> XAPI = Stream.of(
                    ALWAYS, Map.of(XapiVersion.HEADER, XapiVersion.V1_0.header()))
            .flatMap(headers -> headers.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final List<String> FRAMED = List.of("/lti/", "/my/", "/teach/");

    private final transient Framing framing;
    private final long strictSeconds;

    /** @param strictTransport how long browsers shall ask by https alone (RFC 6797 §6.1.1); zero to say nothing */
    Guards(Framing framing, Duration strictTransport) {
        this.framing = framing;
        this.strictSeconds = strictTransport.toSeconds();
    }

    /** The headers of an answer at a path; null when the path could not be read. */
    static Map<String, String> headers(@Nullable String path) {
        return path != null && (path + "/").startsWith("/xapi/") ? XAPI : ALWAYS;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // as it is served, however it was written
        String path = request.getServletPath();
        headers(path).forEach(response::setHeader);
        if (isFramed(path)) {
            allow(response, framing);
        }
        // over http nobody believes it (RFC 6797 §7.2)
        if (strictSeconds > 0 && request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=" + strictSeconds);
        }
        chain.doFilter(request, response);
    }

    /** Whether the pages under a path may stand inside those of a platform. */
    static boolean isFramed(String path) {
        return FRAMED.stream().anyMatch((path + "/")::startsWith);
    }

    /** Lets those show a page inside theirs who may. */
    static void allow(HttpServletResponse response, Framing framing) {
        String policy = response.getHeader(POLICY);
        int ancestors = policy.lastIndexOf(NOWHERE);
        response.setHeader(POLICY, policy.substring(0, ancestors) + framing.ancestors());
    }
}
