package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code GET /lti/open}: where somebody is led who came in to nothing else. */
public final class OpenServlet extends HttpServlet {
    private final transient Sessions sessions;
    private final transient Pages pages;

    public OpenServlet(Sessions sessions, Pages pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        if (visitor.is(Role.ADMINISTRATOR)) {
            response.sendRedirect("/admin");
        } else if (visitor.learner().isPresent()) {
            response.sendRedirect("/my");
        } else if (visitor.is(Role.INSTRUCTOR)) {
            response.sendRedirect("/teach");
        } else {
            pages.show(response, "lti/open.jte", visitor);
        }
    }
}
