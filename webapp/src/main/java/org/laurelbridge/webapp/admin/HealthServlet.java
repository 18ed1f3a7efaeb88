package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin}: what stands in each stage, and what waits for a person. */
public final class HealthServlet extends HttpServlet {
    private final transient HealthDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public HealthServlet(HealthDesk desk, Sessions sessions, Pages pages, InstantSource clock) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        Snapshot snapshot = desk.figures().read();
        pages.show(
                response,
                "admin/health.jte",
                HealthPage.of(frame, snapshot, desk.cares(snapshot, frame.now()), desk.ready(), desk.steps(snapshot)));
    }
}
