package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.learner.MyFrame;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /my/board}: where a learner stands on the boards of their courses, as far as instructors switched them on. */
public final class MyBoardServlet extends HttpServlet {
    private final transient WatchDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public MyBoardServlet(WatchDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // its guard let in nobody else
        PersonId learner = sessions.visitor(request).flatMap(Visitor::learner).orElseThrow();
        pages.show(
                response, "teach/my-board.jte", new MyBoardPage(MyFrame.of(request, sessions), desk.boards(learner)));
    }
}
