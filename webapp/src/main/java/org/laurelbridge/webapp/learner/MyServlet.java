package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.verify.AwardState;
import org.laurelbridge.webapp.words.Words;

/** {@code /my}: the badges of the learner who is signed in, those earned last first. */
public final class MyServlet extends HttpServlet {
    private static final int MOST = 500;

    private final transient Awards awards;
    private final transient RuleBook rules;
    private final transient Addresses addresses;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public MyServlet(
            Awards awards, RuleBook rules, Addresses addresses, Sessions sessions, Pages pages, InstantSource clock) {
        this.awards = awards;
        this.rules = rules;
        this.addresses = addresses;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // its guard let in nobody else
        PersonId learner = sessions.visitor(request).flatMap(Visitor::learner).orElseThrow();
        Words words = pages.words(response);
        List<MyBadgesPage.Held> badges = awards.list(null, learner, null, MOST).stream()
                .filter(award -> award.status() != AwardStatus.WITHDRAWN && award.status() != AwardStatus.SUPERSEDED)
                .sorted(Comparator.comparing(Award::earnedAt).reversed())
                .map(award -> held(award, words))
                .toList();
        pages.show(response, "my/badges.jte", new MyBadgesPage(MyFrame.of(request, sessions), badges));
    }

    /** As it is shown to its learner. */
    public MyBadgesPage.Held held(Award award, Words words) {
        int version = award.badgeVersion();
        String title =
                rules.current().find(award.badge(), version).map(words::title).orElse(award.badge());
        var page = award.status().isGiven()
                ? addresses.award(award.credential())
                : addresses.badge(award.badge(), version);
        @Nullable
        String shown = !award.status().isGiven() ? null : award.isPublic() ? "my.badges.public" : "my.badges.private";
        return new MyBadgesPage.Held(
                title,
                addresses.badge(award.badge(), version, BadgeForm.PICTURE).getRawPath(),
                page.getRawPath(),
                new Moment(award.earnedAt()),
                AwardState.of(award, clock.instant()),
                shown);
    }
}
