package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.picture.Pictures;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.Leaf;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Words;

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
        Leaf<BadgesPage.Line> lines = Leaf.of(
                        request, sorted(pages.words(response)), badge -> badge.title() + " " + badge.id())
                .map(badge -> line(badge, marks.get(badge.id())));
        Frame frame = Frame.of(request, sessions, designing.now());
        pages.show(response, "admin/badges.jte", new BadgesPage(frame, lines));
    }

    private List<Badge> sorted(Words words) {
        Collator collator = Collator.getInstance(words.locale());
        return designing.list().stream()
                .sorted(Comparator.comparing(Badge::title, collator))
                .toList();
    }

    private BadgesPage.Line line(Badge badge, Pictures.@Nullable Mark mark) {
        return new BadgesPage.Line(
                badge.id(),
                badge.title(),
                designing.picture(badge, mark == null ? null : mark.fingerprint()),
                Designing.kind(mark).word(),
                designing.page(badge),
                Designing.path(badge));
    }
}
