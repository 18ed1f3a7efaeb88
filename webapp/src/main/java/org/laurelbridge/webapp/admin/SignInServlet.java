package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /sign-in}: an administrator's token for a session, and back to the page that was asked for. */
public final class SignInServlet extends HttpServlet {
    private static final String ADMINISTRATION = "/admin";

    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient Tries tries;

    public SignInServlet(Sessions sessions, Pages pages, InstantSource clock) {
        this.sessions = sessions;
        this.pages = pages;
        this.tries = new Tries(clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Visitor> visitor = sessions.visitor(request);
        if (visitor.isPresent()) {
            response.sendRedirect(next(request, visitor.get()));
            return;
        }
        show(request, response, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String who = request.getRemoteAddr();
        String token = request.getParameter("token");
        // a right token always gets in: behind a proxy all have one address, and a stranger's guesses would lock
        // everybody out
        if (token != null && sessions.signIn(token, request, response)) {
            response.sendRedirect(to(request).orElse(ADMINISTRATION), HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        if (!tries.mayTry(who)) {
            throw new RequestFailure(Reason.TOO_MANY);
        }
        tries.wrong(who);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        show(request, response, "This is not an administrator's token.");
    }

    private static Optional<String> to(HttpServletRequest request) {
        return ReturnPath.of(request.getParameter("to"));
    }

    private static String next(HttpServletRequest request, Visitor visitor) {
        return to(request).orElse(home(visitor));
    }

    /** Where somebody starts who asked for nothing else. */
    private static String home(Visitor visitor) {
        if (visitor.is(Role.ADMINISTRATOR)) {
            return ADMINISTRATION;
        }
        return visitor.learner().isPresent() ? "/my" : "/";
    }

    private void show(HttpServletRequest request, HttpServletResponse response, @Nullable String trouble)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        pages.show(response, "sign-in.jte", new SignInPage(to(request).orElse(null), trouble));
    }
}
