package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.ClassStandings;
import org.laurelbridge.bridge.award.ClassStandings.Cell;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.words.Words;

/** {@code /teach/courses/…}: a class, the same as CSV, and one of its people. */
public final class ClassServlet extends HttpServlet {
    private final transient ClassDesk desk;
    private final transient Approvals approvals;
    private final transient ClassReview review;
    private final transient LearnerView learners;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public ClassServlet(ClassDesk desk, Approvals approvals, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.approvals = approvals;
        this.review = ClassReview.of(desk, approvals);
        this.learners = new LearnerView(desk, approvals);
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CourseAddress.Asked asked = asked(request);
        Visitor visitor = sessions.visitor(request).orElseThrow();
        ClassDesk.Pupils of = desk.open(visitor, asked.course());
        TeachFrame frame = TeachFrame.of(request, sessions);
        if (asked instanceof CourseAddress.Asked.Person one) {
            pages.show(response, "teach/learner.jte", learners.page(frame, of, one.person(), pages.words(response)));
        } else if (asked instanceof CourseAddress.Asked.Sheet) {
            ClassPage.Asked what = ClassPage.Asked.of(request);
            new ClassSheet(desk, of, what.isNear(), pages.words(response)).write(desk.found(of, what), response);
        } else {
            pages.show(response, "teach/class.jte", page(request, frame, visitor, of, pages.words(response)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CourseAddress.Asked asked = asked(request);
        if (!(asked instanceof CourseAddress.Asked.Table)) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        Visitor visitor = sessions.visitor(request).orElseThrow();
        String to = review.decide(request, visitor, desk.open(visitor, asked.course()))
                .at(
                        InboxServlet.PATH.equals(request.getParameter("to"))
                                ? InboxServlet.PATH
                                : CourseAddress.of(asked.course()));
        response.sendRedirect(to, HttpServletResponse.SC_SEE_OTHER);
    }

    private static CourseAddress.Asked asked(HttpServletRequest request) {
        return CourseAddress.read(request.getPathInfo()).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private ClassPage page(
            HttpServletRequest request, TeachFrame frame, Visitor visitor, ClassDesk.Pupils of, Words words) {
        ClassPage.Asked asked = ClassPage.Asked.of(request);
        List<Learner> found = desk.found(of, asked);
        List<Learner> shown =
                found.stream().skip(asked.skipped()).limit(asked.shown()).toList();
        Map<PersonId, Map<String, Cell>> rows = desk.standings(of, shown);
        Map<PersonId, Set<String>> returned =
                approvals.returned(shown.stream().map(Learner::person).toList(), of.badgeIds());
        Course course = of.taught().course();
        return new ClassPage(
                frame,
                ClassDesk.title(of.taught(), words),
                CourseAddress.of(course),
                CourseAddress.sheet(course) + asked.query(asked.isNear(), 1),
                of.badges().stream().map(words::title).toList(),
                of.isOwn(),
                shown.stream()
                        .map(learner -> row(of, learner, new Standings(rows, returned), asked, words))
                        .toList(),
                asked,
                found.size(),
                of.learners().size(),
                desk.waiting(of, visitor));
    }

    private ClassPage.Row row(
            ClassDesk.Pupils of, Learner learner, Standings standings, ClassPage.Asked asked, Words words) {
        Map<String, Cell> cells = standings.rows().getOrDefault(learner.person(), Map.of());
        Set<String> back = standings.returned().getOrDefault(learner.person(), Set.of());
        return new ClassPage.Row(
                ClassDesk.name(learner),
                CourseAddress.person(of.taught().course(), learner.person()),
                of.badges().stream()
                        .map(badge -> {
                            Shown cell = shown(badge, cells.get(badge.id()), asked, words);
                            return back.contains(badge.id()) && waits(cells.get(badge.id())) ? cell.sentBack() : cell;
                        })
                        .toList());
    }

    /** What is known of many. */
    private record Standings(Map<PersonId, Map<String, Cell>> rows, Map<PersonId, Set<String>> returned) {}

    private static boolean waits(@Nullable Cell cell) {
        return cell != null && cell.mark() == ClassStandings.Mark.PROPOSED;
    }

    private Shown shown(Badge badge, @Nullable Cell cell, ClassPage.Asked asked, Words words) {
        Cell known = cell == null ? Cell.NOT_BEGUN : cell;
        return Shown.of(known, asked.isNear() ? desk.missing(badge, known, words) : null)
                .of(badge, known);
    }
}
