package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.AdminSessions;

/** {@code /sign-in}: an administrator's token for a session of twelve hours. */
public final class SignInServlet extends HttpServlet {
    private final transient AdminSessions sessions;
    private final transient Pages pages;
    private final transient Tries tries;

    public SignInServlet(AdminSessions sessions, Pages pages, InstantSource clock) {
        this.sessions = sessions;
        this.pages = pages;
        this.tries = new Tries(clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (sessions.isSignedIn(request)) {
            response.sendRedirect("/admin");
            return;
        }
        show(response, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String who = request.getRemoteAddr();
        String token = request.getParameter("token");
        // a right token always gets in: behind a proxy all have one address, and a stranger's guesses would lock
        // everybody out
        if (token != null && sessions.signIn(token, response)) {
            response.sendRedirect("/admin", HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        if (!tries.mayTry(who)) {
            throw new RequestFailure(Reason.TOO_MANY);
        }
        tries.wrong(who);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        show(response, "This is not an administrator's token.");
    }

    private void show(HttpServletResponse response, @Nullable String trouble) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        pages.show(response, "sign-in.jte", new SignInPage(trouble));
    }
}
