package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/rosters}: the courses whose rosters are read, and how it stands with each; has one read at once, and a doubted one believed. */
public final class RostersServlet extends HttpServlet {
    private final transient Courses courses;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public RostersServlet(Courses courses, Sessions sessions, Pages pages, InstantSource clock) {
        this.courses = courses;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(response, "admin/rosters.jte", RostersPage.of(frame, courses));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String system = request.getParameter("system");
        String course = request.getParameter("course");
        if (system == null || course == null) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        boolean isBelieved = request.getParameter("believe") != null;
        Courses.Course one = new Courses.Course(system, course);
        if (!(isBelieved ? courses.by(Doing.of(request)).believe(one) : courses.readSoon(one))) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        Notice notice = isBelieved ? Notice.ROSTER_BELIEVED : Notice.ROSTER_SOON;
        response.sendRedirect(notice.at("/admin/rosters"), HttpServletResponse.SC_SEE_OTHER);
    }
}
