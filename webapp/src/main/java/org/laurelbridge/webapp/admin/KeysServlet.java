package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.laurelbridge.bridge.issue.key.KeyRing;
import org.laurelbridge.bridge.issue.key.Keys.Algorithm;
import org.laurelbridge.bridge.issue.key.Keys.Entry;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/keys}: the keys that badges are signed with; new ones are made and old ones withdrawn from here. */
public final class KeysServlet extends HttpServlet {
    private static final String HERE = "/admin/keys";

    private final transient KeyRing keys;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public KeysServlet(KeyRing keys, Sessions sessions, Pages pages, InstantSource clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(
                response,
                "admin/keys.jte",
                new KeysPage(frame, keys.list().stream().map(this::line).toList()));
    }

    private KeysPage.Line line(Entry entry) {
        String state = entry.withdrawn() ? "withdrawn" : keys.isSigning(entry) ? "signs" : "published";
        return new KeysPage.Line(
                entry.id(),
                "admin.keys.use." + entry.algorithm().word(),
                "admin.keys.state." + state,
                new Moment(entry.created()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeyRing changed = keys.by(Doing.of(request));
        Notice notice = "renew".equals(request.getParameter("do"))
                ? renewed(changed)
                : withdrawn(changed, Objects.requireNonNullElse(request.getParameter("withdraw"), ""));
        response.sendRedirect(notice.at(HERE), HttpServletResponse.SC_SEE_OTHER);
    }

    private static Notice renewed(KeyRing keys) {
        for (Algorithm algorithm : Algorithm.values()) {
            keys.rotate(algorithm);
        }
        return Notice.KEYS_MADE;
    }

    private static Notice withdrawn(KeyRing keys, String id) {
        try {
            keys.withdraw(id);
            return Notice.KEY_WITHDRAWN;
        } catch (NoSuchElementException gone) {
            return Notice.KEY_GONE;
        }
    }
}
