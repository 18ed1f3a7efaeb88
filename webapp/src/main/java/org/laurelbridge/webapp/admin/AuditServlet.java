package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/audit}: who changed what. */
public final class AuditServlet extends HttpServlet {
    private final transient Audit audit;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public AuditServlet(Audit audit, Sessions sessions, Pages pages, InstantSource clock) {
        this.audit = audit;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditQuery query = AuditQuery.of(request);
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(
                response,
                "admin/audit.jte",
                AuditPage.of(frame, query, audit.list(query.filter(), query.before(), AuditPage.SHOWN + 1)));
    }
}
