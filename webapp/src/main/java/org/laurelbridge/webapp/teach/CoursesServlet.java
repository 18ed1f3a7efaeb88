package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;

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
        List<CoursesPage.Line> lines = desk.taught(sessions.visitor(request).orElseThrow()).stream()
                .map(taught -> new CoursesPage.Line(
                        CourseAddress.of(taught.course()),
                        ClassDesk.title(taught, pages.words(response)),
                        taught.course().system()))
                .toList();
        pages.show(response, "teach/courses.jte", new CoursesPage(TeachFrame.of(request, sessions), lines));
    }
}
