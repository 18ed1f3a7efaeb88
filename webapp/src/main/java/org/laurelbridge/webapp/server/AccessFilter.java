package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.webapp.session.AdminSessions;

/** Lets pass who may use the route. A form of an administrator must carry the session's own token (CSRF). */
final class AccessFilter extends HttpFilter {
    private final Access access;
    private final transient AdminSessions sessions;

    AccessFilter(Access access, AdminSessions sessions) {
        this.access = access;
        this.sessions = sessions;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (access) {
            case PUBLIC, OWN_CREDENTIALS -> chain.doFilter(request, response);
            case BEARER -> {
                if (!sessions.hasBearer(request)) {
                    throw new RequestFailure(Reason.NO_TOKEN);
                }
                chain.doFilter(request, response);
            }
            case ADMINISTRATOR -> administrator(request, response, chain);
        }
    }

    private void administrator(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!sessions.isSignedIn(request)) {
            if (request.getMethod().equals("GET")) {
                response.sendRedirect("/sign-in");
                return;
            }
            throw new RequestFailure(Reason.SIGN_IN);
        }
        if (request.getMethod().equals("POST") && !sessions.isFromOurForm(request)) {
            throw new RequestFailure(Reason.FORGED);
        }
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
    }
}
