package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Verdicts;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.AdminSessions;

/** {@code /admin/review}: awards whose evidence is gone; each is kept or taken back from here. */
public final class ReviewServlet extends HttpServlet {
    private static final String HERE = "/admin/review";
    private static final int LONGEST_REASON = 1_000;

    private final transient Awards awards;
    private final transient People people;
    private final transient Verdicts verdicts;
    private final transient AdminSessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public ReviewServlet(
            Awards awards, People people, Verdicts verdicts, AdminSessions sessions, Pages pages, InstantSource clock) {
        this.awards = awards;
        this.people = people;
        this.verdicts = verdicts;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(response, "admin/review.jte", new ReviewPage(frame, new UnderReview(awards, people).list()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Award award = Paging.uuid(request, "award")
                .flatMap(awards::find)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        String why = request.getParameter("why");
        if (why == null || why.isBlank() || why.length() > LONGEST_REASON) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        response.sendRedirect(
                decide(award, request.getParameter("verdict"), why.strip()).at(HERE), HttpServletResponse.SC_SEE_OTHER);
    }

    private Notice decide(Award award, @Nullable String verdict, String why) {
        if ("keep".equals(verdict)) {
            return verdicts.restore(award, why) ? Notice.KEPT : Notice.CHANGED_MEANWHILE;
        }
        if ("revoke".equals(verdict)) {
            return verdicts.revoke(award, why) ? Notice.REVOKED : Notice.CHANGED_MEANWHILE;
        }
        throw new RequestFailure(Reason.BAD_INPUT);
    }
}
