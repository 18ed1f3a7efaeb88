package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Awards.Trouble;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Saying;

/** {@code /admin}: what stands in each stage, and what waits for a person. */
public final class HealthServlet extends HttpServlet {
    private final transient Figures figures;
    private final transient Awards awards;
    private final transient Courses courses;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public HealthServlet(
            Figures figures, Awards awards, Courses courses, Sessions sessions, Pages pages, InstantSource clock) {
        this.figures = figures;
        this.awards = awards;
        this.courses = courses;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        List<HealthPage.Care> cares = new ArrayList<>(rulesOff());
        cares.addAll(HealthPage.ofRosters(RostersPage.count(courses)));
        pages.show(response, "admin/health.jte", HealthPage.of(frame, figures.read(), cares));
    }

    private List<HealthPage.Care> rulesOff() {
        return awards.listTroubles().stream().map(HealthServlet::care).toList();
    }

    private static HealthPage.Care care(Trouble trouble) {
        String rule = trouble.badge() + "@" + trouble.version();
        return new HealthPage.Care(Saying.of("admin.care.rule", rule, trouble.why()), "/badges/" + trouble.badge());
    }
}
