package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.session.SameOrigin;
import org.laurelbridge.webapp.session.Sessions;

/**
 * {@code POST /sign-in/window}: whoever is signed in inside another site's page opens one of ours in a window, where the browser brings
 * nothing of that session. Only a page of ours sends it, so that nobody is signed in as somebody else (login CSRF).
 */
public final class NewWindowServlet extends HttpServlet {
    private final transient Sessions sessions;
    private final transient URI publicUrl;

    public NewWindowServlet(Sessions sessions, URI publicUrl) {
        this.sessions = sessions;
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SameOrigin.sent(request, publicUrl)) {
            throw new RequestFailure(Reason.FORGED);
        }
        response.setHeader("Cache-Control", "no-store");
        // one that is too old leads there all the same: the page says that one must sign in
        sessions.goOn(Objects.requireNonNullElse(request.getParameter("ticket"), ""), request, response);
        response.sendRedirect(ReturnPath.of(request.getParameter("to")).orElse("/"), HttpServletResponse.SC_SEE_OTHER);
    }
}
