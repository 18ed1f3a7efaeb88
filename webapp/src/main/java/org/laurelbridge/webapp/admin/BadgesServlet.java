package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.laurelbridge.rule.Badge;
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
        List<BadgesPage.Line> lines = designing.list().stream().map(this::line).toList();
        Frame frame = Frame.of(request, sessions, designing.now());
        pages.show(response, "admin/badges.jte", new BadgesPage(frame, lines));
    }

    private BadgesPage.Line line(Badge badge) {
        return new BadgesPage.Line(
                badge.id(),
                badge.title(),
                badge.version(),
                designing.picture(badge),
                designing.kind(badge).word(),
                designing.page(badge),
                Designing.path(badge));
    }
}
