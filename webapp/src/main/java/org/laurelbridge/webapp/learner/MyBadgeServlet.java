package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.verify.BadgePage;
import org.laurelbridge.webapp.words.Words;

/** {@code /my/badges/BADGE}: one badge, and how it stands with the learner who is signed in. */
public final class MyBadgeServlet extends HttpServlet {
    private final transient Explanations explanations;
    private final transient Achievements achievements;
    private final transient IssuerIdentity issuer;
    private final transient Shelved shelved;
    private final transient Sessions sessions;
    private final transient Pages pages;

    /** Shows an award as the wall of a learner's badges does. */
    public interface Shelved {
        MyBadgesPage.Held of(Award award, Words words);
    }

    public MyBadgeServlet(
            Explanations explanations,
            Achievements achievements,
            IssuerIdentity issuer,
            Shelved shelved,
            Sessions sessions,
            Pages pages) {
        this.explanations = explanations;
        this.achievements = achievements;
        this.issuer = issuer;
        this.shelved = shelved;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PersonId learner = sessions.visitor(request).flatMap(Visitor::learner).orElseThrow();
        String path = request.getPathInfo();
        String badge = path == null || path.isEmpty() ? "" : path.substring(1);
        Words words = pages.words(response);
        Explanations.Answer answer = explanations
                .explain(learner, badge, words.locale())
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        Achievement achievement = achievements
                .find(badge, answer.badge().version())
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        pages.show(
                response,
                "my/badge.jte",
                new MyBadgePage(
                        MyFrame.of(request, sessions),
                        BadgePage.of(words.edition(achievement), issuer, achievement.version()),
                        answer.lines().stream().map(Why::of).toList(),
                        Optional.ofNullable(answer.award())
                                .filter(award -> award.status() != AwardStatus.WITHDRAWN)
                                .map(award -> shelved.of(award, words))
                                .orElse(null)));
    }
}
