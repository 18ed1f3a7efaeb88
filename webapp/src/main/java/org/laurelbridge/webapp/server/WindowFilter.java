package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.session.OwnCookie;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.session.Sessions;

/**
 * Whoever follows a link inside a platform's page to a page that may not stand there (the public ones, signing in) is told so, and
 * gets what opens it in a window of its own, instead of a frame that the browser leaves empty. Whoever is signed in here is so there,
 * too: the browser brings nothing of a frame's session to a window, and those who come from a platform have no password. That page may
 * be framed as ours for learners are: a click that was stolen opens a window and no more.
 */
public final class WindowFilter extends HttpFilter {
    private static final String SIGN_IN = "/sign-in";
    private static final String OWN_PAGES = "/lti/open";

    private final transient Framing framing;
    private final transient Pages pages;
    private final transient Sessions sessions;

    WindowFilter(Framing framing, Pages pages, Sessions sessions) {
        this.framing = framing;
        this.pages = pages;
        this.sessions = sessions;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        if (!isForAFrame(request) || Guards.isFramed(path)) {
            chain.doFilter(request, response);
            return;
        }
        boolean isSignedOut = path.equals(SIGN_IN);
        if (isSignedOut && sessions.visitor(request).isPresent()) {
            response.sendRedirect(OWN_PAGES);
            return;
        }
        Guards.allow(response, framing);
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(isSignedOut ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_OK);
        WindowView.mayBeSent(response);
        pages.show(
                response,
                "window.jte",
                new WindowView(
                        onward(request, isSignedOut),
                        isSignedOut ? WindowView.Why.SIGNED_OUT : WindowView.Why.OWN_PAGE,
                        isSignedOut ? "" : sessions.ticket(request).orElse("")));
    }

    private static boolean isForAFrame(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && OwnCookie.isFramed(request)
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
