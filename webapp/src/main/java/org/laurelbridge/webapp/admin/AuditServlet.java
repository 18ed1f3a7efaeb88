package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Audit.Entry;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Words;

/** {@code /admin/audit}: who changed what. */
public final class AuditServlet extends HttpServlet {
    private final transient Audit audit;
    private final transient Names names;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public AuditServlet(Audit audit, Names names, Sessions sessions, Pages pages, InstantSource clock) {
        this.audit = audit;
        this.names = names;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditQuery query = AuditQuery.of(request);
        Frame frame = Frame.of(request, sessions, clock.instant());
        Words words = pages.words(response);
        Audit.Filter filter = query.filter(names.called(query.subject(), words), words.deeds(query.action()));
        List<Entry> found = audit.list(filter, query.before(), AuditPage.SHOWN + 1);
        pages.show(
                response,
                "admin/audit.jte",
                AuditPage.of(frame, query, found, AuditNames.of(names, found, words), words));
    }
}
