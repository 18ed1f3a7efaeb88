package org.laurelbridge.webapp.oauth;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.backpack.Backpack;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.learner.MyFrame;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/**
 * {@code /my/apps}: which applications may do what, since when, and an end to it (Open Badges 2.1 § Revocation by Resource Owner);
 * {@code /my/apps/{badge}}: a badge that one brought, as a file.
 */
public final class AppsServlet extends HttpServlet {
    private static final String HERE = "/my/apps";

    private final transient Grants grants;
    private final transient Clients clients;
    private final transient Backpack backpack;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public AppsServlet(
            Grants grants, Clients clients, Backpack backpack, Sessions sessions, Pages pages, InstantSource clock) {
        this.grants = grants;
        this.clients = clients;
        this.backpack = backpack;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PersonId learner = learner(request);
        if (request.getPathInfo() != null) {
            send(
                    backpack.content(learner, id(request.getPathInfo().substring(1)))
                            .orElseThrow(AppsServlet::nothing),
                    response);
            return;
        }
        List<AppsPage.App> apps = grants.list(learner, clock.instant()).stream()
                .map(AppsServlet::app)
                .toList();
        List<AppsPage.Brought> brought =
                backpack.listReceived(learner).stream().map(this::brought).toList();
        MyFrame frame = MyFrame.of(request, sessions);
        pages.show(response, "my/apps.jte", new AppsPage(frame, apps, brought));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PersonId learner = learner(request);
        String app = request.getParameter("app");
        String badge = request.getParameter("badge");
        boolean isDone;
        if (app != null) {
            isDone = grants.by(Doing.of(request)).end(learner, id(app), clock.instant());
        } else {
            isDone = badge != null && backpack.by(Doing.of(request)).forget(learner, id(badge));
        }
        Notice notice = app != null ? Notice.APP_ENDED : Notice.BROUGHT_REMOVED;
        response.sendRedirect(isDone ? notice.at(HERE) : HERE, HttpServletResponse.SC_SEE_OTHER);
    }

    private PersonId learner(HttpServletRequest request) {
        // its guard let in nobody else
        return sessions.visitor(request).flatMap(Visitor::learner).orElseThrow();
    }

    private static AppsPage.App app(Grants.Allowed allowed) {
        Registered app = Registered.of(allowed.client());
        return new AppsPage.App(
                allowed.client().id().toString(),
                app.name(),
                app.host(),
                allowed.scopes().stream().sorted().map(ConsentPage::label).toList(),
                new Moment(allowed.since()),
                allowed.usedAt() == null ? null : new Moment(allowed.usedAt()));
    }

    private AppsPage.Brought brought(Backpack.Received received) {
        Optional<String> by =
                clients.find(received.client()).map(Registered::of).map(Registered::name);
        return new AppsPage.Brought(
                received.id().toString(),
                received.shown().title().isBlank() ? null : received.shown().title(),
                received.shown().issuer().isBlank() ? null : received.shown().issuer(),
                received.standard().words(),
                received.shown().verdict(),
                by.orElse(null),
                new Moment(received.changed()));
    }

    private static void send(byte[] badge, HttpServletResponse response) throws IOException {
        boolean isJson =
                new String(badge, StandardCharsets.UTF_8).stripLeading().startsWith("{");
        response.setContentType(isJson ? "application/json" : "text/plain;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"badge." + (isJson ? "json" : "jwt") + "\"");
        response.setContentLength(badge.length);
        response.getOutputStream().write(badge);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw nothing();
        }
    }

    private static RequestFailure nothing() {
        return new RequestFailure(Reason.NOT_FOUND);
    }
}
