package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Connecting;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.secret.RandomText;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/connections/{name}}: one connection, tried, changed or removed. */
public final class ConnectionServlet extends HttpServlet {
    private final transient ConnectionDesk desk;
    private final transient Connecting connecting;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;
    private final transient RandomText random = new RandomText();

    public ConnectionServlet(ConnectionDesk desk, Sessions sessions, Pages pages, InstantSource clock) {
        this.desk = desk;
        this.connecting = desk.connecting();
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, new Shown(name(request), null, List.of(), false, null));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (ConnectionForm.text(request, "do")) {
            case "test" -> test(request, response);
            case "change" -> change(request, response);
            case "secret" -> renew(request, response);
            case "remove" -> {
                boolean isRemoved = connecting
                        .kept()
                        .by(Doing.of(request))
                        .remove(kept(request).id());
                connecting.changed();
                Notice notice = isRemoved ? Notice.DISCONNECTED : Notice.CHANGED_MEANWHILE;
                response.sendRedirect(notice.at(ConnectionsServlet.HERE), HttpServletResponse.SC_SEE_OTHER);
            }
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        }
    }

    private void test(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<ConnectionsPage.Tried> steps = desk.tried(name(request));
        if (steps.isEmpty()) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        show(request, response, new Shown(name(request), null, steps, false, null));
    }

    /** The page of a connection that was saved just now, with what a first try finds. */
    void showSaved(HttpServletRequest request, HttpServletResponse response, String name) throws IOException {
        show(request, response, new Shown(name, null, desk.tried(name), true, null));
    }

    private void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptSource known = kept(request);
        ConnectionForm form = ConnectionForm.of(request, known);
        if (!form.problems().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, new Shown(known.name(), form, List.of(), false, null));
            return;
        }
        boolean isChanged = connecting.kept().by(Doing.of(request)).change(known.id(), form.source(request, known));
        connecting.changed();
        if (isChanged) {
            showSaved(request, response, known.name());
            return;
        }
        response.sendRedirect(
                Notice.CHANGED_MEANWHILE.at(ConnectionsServlet.HERE + "/" + known.name()),
                HttpServletResponse.SC_SEE_OTHER);
    }

    private void renew(HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptSource known = kept(request);
        if (known.pulled() != null) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        KeptSource anew = new KeptSource(known.id(), known.name(), known.key(), random.next(), null);
        if (!connecting.kept().by(Doing.of(request)).change(known.id(), anew)) {
            throw new RequestFailure(Reason.CONFLICT);
        }
        connecting.changed();
        ConnectionsPage.Secret once = new ConnectionsPage.Secret(anew.name(), anew.key(), anew.secret());
        show(request, response, new Shown(anew.name(), null, List.of(), false, once));
    }

    private static String name(HttpServletRequest request) {
        return String.valueOf(request.getPathInfo()).replaceFirst("/", "");
    }

    private KeptSource kept(HttpServletRequest request) {
        return connecting.find(name(request)).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    /** What the page has besides the connection. */
    private record Shown(
            String name,
            @Nullable ConnectionForm form,
            List<ConnectionsPage.Tried> steps,
            boolean isSaved,
            ConnectionsPage.@Nullable Secret once) {}

    private void show(HttpServletRequest request, HttpServletResponse response, Shown shown) throws IOException {
        Optional<KeptSource> kept = connecting.find(shown.name()).filter(source -> source.pulled() != null);
        ConnectionsPage.Line line = ConnectionsServlet.lines(connecting).stream()
                .filter(one -> one.name().equals(shown.name()))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        boolean isKept = shown.form() == null && !line.isConfigured();
        ConnectionForm form = isKept ? kept.map(ConnectionForm::of).orElse(null) : shown.form();
        Frame frame = Frame.of(request, sessions, clock.instant());
        Snapshot figures = desk.figures().read();
        pages.show(
                response,
                "admin/connection.jte",
                new ConnectionsPage.One(
                        frame,
                        line,
                        form,
                        shown.steps(),
                        shown.isSaved(),
                        shown.once(),
                        desk.xapi(),
                        desk.state(figures, line.name()),
                        desk.source(figures, line.name(), frame.now())));
    }
}
