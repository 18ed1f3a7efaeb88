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
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.secret.RandomText;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/connections/{name}}: one connection, tried, changed or removed. */
public final class ConnectionServlet extends HttpServlet {
    private final transient Connecting connecting;
    private final transient String xapi;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;
    private final transient RandomText random = new RandomText();

    /** @param xapi the address that senders send to */
    public ConnectionServlet(Connecting connecting, String xapi, Sessions sessions, Pages pages, InstantSource clock) {
        this.connecting = connecting;
        this.xapi = xapi;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, null, List.of(), null);
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
        String name = name(request);
        LaurelConfig.Pull pull = connecting.sources().stream()
                .filter(source -> source.name().equals(name) && source.pull() != null)
                .findFirst()
                .map(LaurelConfig.Source::pull)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        show(request, response, null, Trial.said(connecting.probe(pull).run()), null);
    }

    private void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptSource known = kept(request);
        ConnectionForm form = ConnectionForm.of(request, known);
        if (!form.problems().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, form, List.of(), null);
            return;
        }
        boolean isChanged = connecting.kept().by(Doing.of(request)).change(known.id(), form.source(request, known));
        connecting.changed();
        Notice notice = isChanged ? Notice.CONNECTION_SAVED : Notice.CHANGED_MEANWHILE;
        response.sendRedirect(
                notice.at(ConnectionsServlet.HERE + "/" + known.name()), HttpServletResponse.SC_SEE_OTHER);
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
        show(request, response, null, List.of(), new ConnectionsPage.Secret(anew.name(), anew.key(), anew.secret()));
    }

    private static String name(HttpServletRequest request) {
        return String.valueOf(request.getPathInfo()).replaceFirst("/", "");
    }

    private KeptSource kept(HttpServletRequest request) {
        return connecting.find(name(request)).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable ConnectionForm form,
            List<ConnectionsPage.Tried> steps,
            ConnectionsPage.@Nullable Secret once)
            throws IOException {
        String name = name(request);
        Optional<KeptSource> kept = connecting.find(name).filter(source -> source.pulled() != null);
        ConnectionsPage.Line line = ConnectionsServlet.lines(connecting).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        boolean isKept = form == null && !line.isConfigured();
        ConnectionForm shown = isKept ? kept.map(ConnectionForm::of).orElse(null) : form;
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(response, "admin/connection.jte", new ConnectionsPage.One(frame, line, shown, steps, once, xapi));
    }
}
