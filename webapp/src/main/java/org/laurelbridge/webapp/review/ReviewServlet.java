package org.laurelbridge.webapp.review;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.admin.Frame;
import org.laurelbridge.webapp.review.ReviewPage.Kind;
import org.laurelbridge.webapp.review.ReviewPage.Section;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.Cases;
import org.laurelbridge.webapp.teach.Deciding;
import org.laurelbridge.webapp.teach.InboxPage.One;
import org.laurelbridge.webapp.teach.InboxServlet;
import org.laurelbridge.webapp.teach.LearnerPage;
import org.laurelbridge.webapp.words.Words;

/** {@code /admin/review}: awards that wait for approval, and those whose evidence is gone; each is decided from here. */
public final class ReviewServlet extends HttpServlet {
    private static final String HERE = "/admin/review";
    private static final int SHOWN = 8;

    private final transient ReviewDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public ReviewServlet(ReviewDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        InboxServlet.letSeePictures(response);
        Frame frame = Frame.of(request, sessions, desk.deciding().clock().instant());
        Visitor visitor = sessions.visitor(request).orElseThrow();
        pages.show(response, "admin/review.jte", new ReviewPage(frame, sections(visitor, pages.words(response))));
    }

    private List<Section> sections(Visitor visitor, Words words) {
        return Arrays.stream(Kind.values())
                .map(kind -> section(kind, visitor, words))
                .filter(section -> !section.isEmpty())
                .toList();
    }

    /** What was sent back waits for its learner: it takes no place of what can be decided. */
    private Section section(Kind kind, Visitor visitor, Words words) {
        List<Award> standing = desk.list(kind.status(), SHOWN + 1);
        List<Award> shown = Stream.concat(standing.stream().limit(SHOWN), desk.returned(kind.status(), SHOWN).stream())
                .toList();
        Map<PersonId, String> names =
                desk.people().names(shown.stream().map(Award::person).toList());
        return kind.section(
                shown.stream().map(award -> one(award, names, visitor, words)).toList(), standing.size() > SHOWN);
    }

    private One one(Award award, Map<PersonId, String> names, Visitor visitor, Words words) {
        PersonId person = award.person();
        return desk.cases()
                .one(
                        new Cases.Case(person, award.badge(), award),
                        new Cases.Place(
                                HERE,
                                names.getOrDefault(person, person.toString()),
                                "/admin/people/" + person,
                                "",
                                desk.title(award, words),
                                answer -> LearnerPage.lines(answer, finding -> List.of(), words)),
                        visitor,
                        words);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Award award = id(request.getParameter("award"))
                .flatMap(desk.awards()::find)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        String to = desk.deciding()
                .decide(award, Deciding.Word.of(request), Doing.of(request))
                .at(HERE);
        response.sendRedirect(to, HttpServletResponse.SC_SEE_OTHER);
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
