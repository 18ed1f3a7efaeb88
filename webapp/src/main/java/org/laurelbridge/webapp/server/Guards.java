package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.XapiVersion;

/** Headers that every answer carries: nothing from elsewhere runs, frames or sniffs our pages. */
final class Guards extends HttpFilter {
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
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

    /** The headers of an answer at a path; null when the path could not be read. */
    static Map<String, String> headers(@Nullable String path) {
        return path != null && (path + "/").startsWith("/xapi/") ? XAPI : ALWAYS;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers(request.getRequestURI()).forEach(response::setHeader);
        chain.doFilter(request, response);
    }
}
