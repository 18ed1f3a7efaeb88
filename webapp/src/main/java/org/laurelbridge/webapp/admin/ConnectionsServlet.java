package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Connecting;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.secret.RandomText;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Saying;

/** {@code /admin/connections}: where statements come from; another LRS or sender is connected here. */
public final class ConnectionsServlet extends HttpServlet {
    static final String HERE = "/admin/connections";

    private final transient ConnectionDesk desk;
    private final transient Connecting connecting;
    private final transient ConnectionServlet one;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;
    private final transient RandomText random = new RandomText();

    /** @param one shows the connection that was just made */
    public ConnectionsServlet(
            ConnectionDesk desk, ConnectionServlet one, Sessions sessions, Pages pages, InstantSource clock) {
        this.desk = desk;
        this.connecting = desk.connecting();
        this.one = one;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, ConnectionForm.EMPTY, null, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ConnectionForm.text(request, "do").equals("sender")) {
            addSender(request, response);
        } else {
            addLrs(request, response);
        }
    }

    private void addLrs(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ConnectionForm form = ConnectionForm.of(request, null);
        if (form.problems().isEmpty() && !add(request, form.source(request, null))) {
            form = form.with(Saying.of("set-up.problem.taken", form.name()));
        }
        if (form.problems().isEmpty()) {
            one.showSaved(request, response, form.name());
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        show(request, response, form, null, null);
    }

    private void addSender(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = ConnectionForm.name(ConnectionForm.text(request, "sender"));
        Saying trouble = ConnectionForm.isName(name) ? null : Saying.of("set-up.problem.name");
        KeptSource sender = sender(UUID.randomUUID(), name);
        if (trouble == null && !add(request, sender)) {
            trouble = Saying.of("set-up.problem.taken", name);
        }
        if (trouble != null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, ConnectionForm.EMPTY, null, trouble);
            return;
        }
        show(request, response, ConnectionForm.EMPTY, new ConnectionsPage.Secret(name, name, sender.secret()), null);
    }

    private KeptSource sender(UUID id, String name) {
        return new KeptSource(id, name, name, random.next(), null);
    }

    private boolean add(HttpServletRequest request, KeptSource source) {
        boolean isFree = connecting.isUsed(source) && isKeyFree(source);
        boolean isAdded = isFree && connecting.kept().by(Doing.of(request)).add(source, clock.instant());
        connecting.changed();
        return isAdded;
    }

    // the key of a sender is its name: no other sender may have it as its key
    private boolean isKeyFree(KeptSource source) {
        return source.pulled() != null
                || connecting.sources().stream()
                        .noneMatch(one -> one.push() != null && one.push().key().equals(source.key()));
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            ConnectionForm form,
            ConnectionsPage.@Nullable Secret once,
            @Nullable Saying sender)
            throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(
                response,
                "admin/connections.jte",
                new ConnectionsPage(frame, lines(connecting), desk.states(), form, once, desk.xapi(), sender));
    }

    /** All connections, those of the configuration first. */
    static List<ConnectionsPage.Line> lines(Connecting connecting) {
        List<KeptSource> kept = connecting.kept().list();
        List<ConnectionsPage.Line> lines = new ArrayList<>();
        connecting.sources().stream()
                .filter(source -> connecting.isConfigured(source.name()))
                .forEach(source -> lines.add(line(source)));
        kept.forEach(source -> lines.add(line(source, !connecting.isUsed(source))));
        return lines;
    }

    static ConnectionsPage.Line line(KeptSource source, boolean isHidden) {
        KeptSource.Pulled pulled = source.pulled();
        return new ConnectionsPage.Line(
                source.name(),
                pulled == null ? "set-up.what.sender" : "set-up.what.lrs",
                pulled == null ? "" : pulled.endpoint().toString(),
                source.key(),
                false,
                isHidden,
                !source.isReady());
    }

    static ConnectionsPage.Line line(LaurelConfig.Source source) {
        LaurelConfig.Pull pull = source.pull();
        LaurelConfig.Push push = source.push();
        String what = pull == null
                ? push == null ? "set-up.what.files" : "set-up.what.sender"
                : push == null ? "set-up.what.lrs" : "set-up.what.both";
        return new ConnectionsPage.Line(
                source.name(),
                what,
                pull == null ? "" : pull.endpoint().toString(),
                pull != null ? pull.key() : push == null ? "" : push.key(),
                true,
                false,
                false);
    }
}
