package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Awards.Trouble;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin}: what stands in each stage, and what waits for a person. */
public final class HealthServlet extends HttpServlet {
    private final transient Figures figures;
    private final transient Awards awards;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public HealthServlet(Figures figures, Awards awards, Sessions sessions, Pages pages, InstantSource clock) {
        this.figures = figures;
        this.awards = awards;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(response, "admin/health.jte", HealthPage.of(frame, figures.read(), rulesOff()));
    }

    private List<HealthPage.Care> rulesOff() {
        return awards.listTroubles().stream().map(HealthServlet::care).toList();
    }

    private static HealthPage.Care care(Trouble trouble) {
        String rule = trouble.badge() + "@" + trouble.version();
        return new HealthPage.Care(
                "The rule " + rule + " is switched off: " + trouble.why(), "/badges/" + trouble.badge());
    }
}
