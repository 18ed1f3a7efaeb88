package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /my}: the badges of the learner who is signed in, those earned last first, and those that they are under way to. */
public final class MyServlet extends HttpServlet {
    private final transient LearnerDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public MyServlet(LearnerDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // its guard let in nobody else
        PersonId learner = sessions.visitor(request).flatMap(Visitor::learner).orElseThrow();
        long number = desk.number(learner);
        Wall wall = new Wall(desk, learner, pages.words(response));
        Live.allow(response);
        pages.show(response, "my/badges.jte", wall.page(MyFrame.of(request, sessions), number));
    }
}
