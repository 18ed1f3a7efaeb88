package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/quarantine}: what a source held that cannot be used, and why. */
public final class QuarantineServlet extends HttpServlet {
    private final transient StatementLog statements;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public QuarantineServlet(StatementLog statements, Sessions sessions, Pages pages, InstantSource clock) {
        this.statements = statements;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(
                response,
                "admin/quarantine.jte",
                QuarantinePage.of(frame, statements.listQuarantined(QuarantinePage.SHOWN + 1)));
    }
}
