package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Verdicts;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/**
 * {@code /my/claims/{award}}: learners claim an award that is offered to them, or leave it; those of others are not there. Claimed
 * twice is claimed once.
 */
public final class MyClaimsServlet extends HttpServlet {
    private static final String PATH = "/my/claims/";

    private final transient Awards awards;
    private final transient Verdicts verdicts;
    private final transient Sessions sessions;

    public MyClaimsServlet(Awards awards, Verdicts verdicts, Sessions sessions) {
        this.awards = awards;
        this.verdicts = verdicts;
        this.sessions = sessions;
    }

    /** Where an award is claimed or left. */
    static String path(Award award) {
        return PATH + award.id();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Award award = award(request);
        Verdicts theirs = verdicts.by(Doing.of(request));
        Notice notice = switch (Objects.requireNonNullElse(request.getParameter("do"), "")) {
            case "claim" -> theirs.claim(award) || isClaimed(request) ? Notice.CLAIMED : Notice.NOT_OFFERED;
            case "leave" -> theirs.leave(award) ? Notice.LEFT : Notice.CHANGED_MEANWHILE;
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        };
        response.sendRedirect(notice.at(LearnerDesk.path(award.badge())), HttpServletResponse.SC_SEE_OTHER);
    }

    /** Whether it was claimed before, by another click or at another node. */
    private boolean isClaimed(HttpServletRequest request) {
        Award now = award(request);
        boolean isOnItsWay = now.status().isGiven() || now.status() == AwardStatus.OFFERED;
        return isOnItsWay && now.standing().consent().claimed();
    }

    private Award award(HttpServletRequest request) {
        String path = String.valueOf(request.getPathInfo());
        return BackpackServlet.uuid(path.substring(1))
                .flatMap(awards::find)
                .filter(award -> sessions.isLearner(request, award.person()))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }
}
