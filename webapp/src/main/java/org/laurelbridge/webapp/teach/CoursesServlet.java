package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.words.Words;

/** {@code /teach}: the courses of the instructor who is signed in. */
public final class CoursesServlet extends HttpServlet {
    private final transient ClassDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public CoursesServlet(ClassDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        List<CoursesPage.Line> lines = desk.taught(visitor).stream()
                .map(taught -> line(taught, visitor, pages.words(response)))
                .toList();
        pages.show(response, "teach/courses.jte", new CoursesPage(TeachFrame.of(request, sessions), lines));
    }

    private CoursesPage.Line line(Taught taught, Visitor visitor, Words words) {
        String system = taught.course().system();
        return new CoursesPage.Line(
                CourseAddress.of(taught.course()),
                ClassDesk.title(taught, words),
                desk.teaching().classes().learners(taught.course()).size(),
                desk.teaching()
                        .waiting()
                        .decisions(taught.course(), desk.teaching().badges(taught), Approvals.decider(visitor)),
                system.replaceFirst("^https?://", ""));
    }
}
