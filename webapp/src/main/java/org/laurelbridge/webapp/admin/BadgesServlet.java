package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.picture.Pictures;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.Leaf;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/badges}: the badges in force. */
public final class BadgesServlet extends HttpServlet {
    private final transient Designing designing;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public BadgesServlet(Designing designing, Sessions sessions, Pages pages) {
        this.designing = designing;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Pictures.Mark> marks = designing.marks();
        Leaf<BadgesPage.Line> lines = Leaf.of(request, designing.list(), badge -> badge.title() + " " + badge.id())
                .map(badge -> line(badge, marks.get(badge.id())));
        Frame frame = Frame.of(request, sessions, designing.now());
        pages.show(response, "admin/badges.jte", new BadgesPage(frame, lines));
    }

    private BadgesPage.Line line(Badge badge, Pictures.@Nullable Mark mark) {
        return new BadgesPage.Line(
                badge.id(),
                badge.title(),
                badge.version(),
                designing.picture(badge, mark == null ? null : mark.fingerprint()),
                Designing.kind(mark).word(),
                designing.page(badge),
                Designing.path(badge));
    }
}
