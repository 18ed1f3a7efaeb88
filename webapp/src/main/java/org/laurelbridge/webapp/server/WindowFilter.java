package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.session.ReturnPath;

/**
 * Whoever follows a link inside a platform's page to a page that may not stand there (the public ones, signing in) is told so, and
 * gets a link that opens it in a window of its own, instead of a frame that the browser leaves empty. That page may be framed as ours
 * for learners are, and has no form: a click that was stolen opens a window and no more.
 */
public final class WindowFilter extends HttpFilter {
    private static final Set<String> FRAMES = Set.of("iframe", "frame");
    private static final String SIGN_IN = "/sign-in";

    private final transient Framing framing;
    private final transient Pages pages;

    WindowFilter(Framing framing, Pages pages) {
        this.framing = framing;
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param path to open, with its query
     * @param isSignedOut whoever asks was sent to sign in
     */
    public record WindowView(String path, boolean isSignedOut) {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        if (!isForAFrame(request) || Guards.isFramed(path)) {
            chain.doFilter(request, response);
            return;
        }
        boolean isSignedOut = path.equals(SIGN_IN);
        Guards.allow(response, framing);
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(isSignedOut ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_OK);
        pages.show(response, "window.jte", new WindowView(onward(request, isSignedOut), isSignedOut));
    }

    private static boolean isForAFrame(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && FRAMES.contains(String.valueOf(request.getHeader("Sec-Fetch-Dest")))
                && accept != null
                && accept.contains("text/html");
    }

    private static String onward(HttpServletRequest request, boolean isSignedOut) {
        if (isSignedOut) {
            return ReturnPath.of(request.getParameter("to"))
                    .map(to -> SIGN_IN + "?to=" + ReturnPath.encoded(to))
                    .orElse(SIGN_IN);
        }
        return asked(request.getRequestURI(), request.getQueryString()).orElse("/");
    }

    private static Optional<String> asked(String path, @Nullable String query) {
        return ReturnPath.of(query == null ? path : path + "?" + query);
    }
}
