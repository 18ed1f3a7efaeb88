package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** Lets pass who may use the route. What changes something must come from a form of the same session (CSRF). */
final class AccessFilter extends HttpFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Access access;
    private final transient Sessions sessions;
    private final transient RequestLimits limits;

    AccessFilter(Access access, Sessions sessions, RequestLimits limits) {
        this.access = access;
        this.sessions = sessions;
        this.limits = limits;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (access == Access.BEARER || access.wantsSession()) {
            Doing.recognise(request, sessions);
        }
        if (access == Access.BEARER && !sessions.hasBearer(request)) {
            throw new RequestFailure(Reason.NO_TOKEN);
        }
        if (!access.wantsSession() || isAdmitted(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** False when the browser was sent to sign in. */
    private boolean isAdmitted(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Visitor> visitor = sessions.visitor(request);
        if (visitor.isEmpty()) {
            if (!request.getMethod().equals("GET")) {
                throw new RequestFailure(Reason.SIGN_IN);
            }
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(ReturnPath.signIn(request));
            return false;
        }
        limits.countPerson(visitor.get().account());
        boolean isReading = READING.contains(request.getMethod());
        if (!access.admits(visitor.get(), isReading)) {
            throw new RequestFailure(access.refusal());
        }
        if (!isReading && !sessions.isFromOurForm(request)) {
            throw new RequestFailure(Reason.FORGED);
        }
        response.setHeader("Cache-Control", "no-store");
        return true;
    }
}
