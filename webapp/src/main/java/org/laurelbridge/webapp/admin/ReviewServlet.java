package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Verdicts;
import org.laurelbridge.webapp.admin.ReviewPage.Kind;
import org.laurelbridge.webapp.admin.ReviewPage.Line;
import org.laurelbridge.webapp.admin.ReviewPage.Section;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Words;

/** {@code /admin/review}: awards that wait for approval, and those whose evidence is gone; each is decided from here. */
public final class ReviewServlet extends HttpServlet {
    private static final String HERE = "/admin/review";
    private static final int LONGEST_REASON = 1_000;
    private static final int SHOWN = 200;

    private final transient Awards awards;
    private final transient Names names;
    private final transient Verdicts verdicts;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public ReviewServlet(
            Awards awards, Names names, Verdicts verdicts, Sessions sessions, Pages pages, InstantSource clock) {
        this.awards = awards;
        this.names = names;
        this.verdicts = verdicts;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(response, "admin/review.jte", new ReviewPage(frame, sections(pages.words(response))));
    }

    private List<Section> sections(Words words) {
        return Arrays.stream(Kind.values())
                .map(kind -> kind.section(lines(awards.listStanding(kind.status(), SHOWN), words)))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    private List<Line> lines(List<Award> standing, Words words) {
        Holders holders = Holders.of(names.people(), standing);
        return standing.stream()
                .map(award -> Line.of(award, holders.name(award), names.title(award.badge(), words)))
                .toList();
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
                decide(verdicts.by(Doing.of(request)), award, request.getParameter("verdict"), why.strip())
                        .at(HERE),
                HttpServletResponse.SC_SEE_OTHER);
    }

    private static Notice decide(Verdicts verdicts, Award award, @Nullable String verdict, String why) {
        return switch (verdict == null ? "" : verdict) {
            case "approve" -> told(verdicts.approve(award, why), Notice.APPROVED);
            case "decline" -> told(verdicts.decline(award, why), Notice.DECLINED);
            case "keep" -> told(verdicts.restore(award, why), Notice.KEPT);
            case "revoke" -> told(verdicts.revoke(award, why), Notice.REVOKED);
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        };
    }

    private static Notice told(boolean done, Notice notice) {
        return done ? notice : Notice.CHANGED_MEANWHILE;
    }
}
