package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.award.Questions;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.verify.BadgePage;
import org.laurelbridge.webapp.words.Words;

/** {@code /my/badges/BADGE}: one badge, how it stands with the learner who is signed in, and what they ask about that. */
public final class MyBadgeServlet extends HttpServlet {
    private final transient LearnerDesk desk;
    private final transient Achievements achievements;
    private final transient IssuerIdentity issuer;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public MyBadgeServlet(
            LearnerDesk desk, Achievements achievements, IssuerIdentity issuer, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.achievements = achievements;
        this.issuer = issuer;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PersonId learner = learner(request);
        Words words = pages.words(response);
        long number = desk.number(learner);
        Explanations.Answer answer = answer(request, learner, words.locale());
        Achievement achievement = achievements
                .told(answer.badge().id(), answer.badge().version(), words.locale())
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        Live.allow(response);
        pages.show(
                response,
                "my/badge.jte",
                new OneBadge(desk, learner, answer, words)
                        .page(
                                MyFrame.of(request, sessions),
                                number,
                                BadgePage.of(achievement, issuer, achievement.version()),
                                request.getParameter("asked") != null));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PersonId learner = learner(request);
        Explanations.Answer answer =
                answer(request, learner, pages.words(response).locale());
        if (!desk.classes().isTaught(learner)) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        String badge = answer.badge().id();
        boolean isAsked = questions(request)
                .ask(
                        learner,
                        badge,
                        note(request),
                        OneBadge.lines(answer),
                        desk.clock().instant());
        String to = LearnerDesk.path(badge) + (isAsked ? "?asked=yes" : "") + "#ask";
        response.sendRedirect(to, HttpServletResponse.SC_SEE_OTHER);
    }

    private Questions questions(HttpServletRequest request) {
        return desk.learning().questions().by(Doing.of(request));
    }

    private static String note(HttpServletRequest request) {
        String sent = request.getParameter("note");
        // forms send a new line as two characters, and count it as one (HTML, textarea)
        String note = sent == null ? "" : sent.replace("\r\n", "\n").strip();
        if (note.isEmpty() || note.length() > Questions.LONGEST) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        return note;
    }

    private PersonId learner(HttpServletRequest request) {
        return sessions.visitor(request).flatMap(Visitor::learner).orElseThrow();
    }

    private Explanations.Answer answer(HttpServletRequest request, PersonId learner, Locale language) {
        String path = request.getPathInfo();
        String badge = path == null || path.isEmpty() ? "" : path.substring(1);
        return desk.explanations()
                .explain(learner, badge, language)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }
}
