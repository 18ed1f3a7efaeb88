package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.webapp.session.OwnCookie;
import org.laurelbridge.webapp.session.Sessions;

/**
 * {@code POST /sign-out}: ends the session of this browser; with the field "everywhere" those of all others too. Inside another site's
 * page it leads to where that is said, since the page that windows go to may not stand there.
 */
public final class SignOutServlet extends HttpServlet {
    private final transient Sessions sessions;

    public SignOutServlet(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("everywhere") == null) {
            sessions.signOut(request, response);
        } else {
            sessions.signOutEverywhere(request, response);
        }
        response.sendRedirect(OwnCookie.isFramed(request) ? "/sign-in" : "/", HttpServletResponse.SC_SEE_OTHER);
    }
}
