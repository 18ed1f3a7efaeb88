package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.webapp.session.AdminSessions;

/** {@code POST /sign-out}, behind the guard of administrators: nobody else has anything to end. */
public final class SignOutServlet extends HttpServlet {
    private final transient AdminSessions sessions;

    public SignOutServlet(AdminSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sessions.signOut(response);
        response.sendRedirect("/", HttpServletResponse.SC_SEE_OTHER);
    }
}
