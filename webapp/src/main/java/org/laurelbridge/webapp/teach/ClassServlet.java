package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Learner;
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
    private final transient ClassFilter filter;
    private final transient LearnerView learners;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public ClassServlet(ClassDesk desk, Approvals approvals, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.approvals = approvals;
        this.review = ClassReview.of(desk, approvals);
        this.filter = new ClassFilter(desk, approvals);
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
            new ClassSheet(desk, approvals, ClassFilter.badges(of, what), what, pages.words(response))
                    .write(filter.find(of, what), response);
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
                        InboxAddress.ALL.equals(request.getParameter("to"))
                                ? InboxAddress.ALL
                                : CourseAddress.of(asked.course()));
        response.sendRedirect(to, HttpServletResponse.SC_SEE_OTHER);
    }

    private static CourseAddress.Asked asked(HttpServletRequest request) {
        return CourseAddress.read(request.getPathInfo()).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private ClassPage page(
            HttpServletRequest request, TeachFrame frame, Visitor visitor, ClassDesk.Pupils of, Words words) {
        ClassPage.Asked asked = ClassPage.Asked.of(request);
        List<Learner> found = filter.find(of, asked);
        List<Learner> shown =
                found.stream().skip(asked.skipped()).limit(asked.shown()).toList();
        ClassTable table = ClassTable.of(desk, approvals, shown, ClassFilter.badges(of, asked));
        Course course = of.taught().course();
        return new ClassPage(
                frame,
                ClassDesk.title(of.taught(), words),
                CourseAddress.of(course),
                CourseAddress.sheet(course) + asked.query(asked.whom(), 1),
                of.badges().stream()
                        .map(badge -> new ClassPage.Choice(badge.id(), words.title(badge)))
                        .toList(),
                table.badges().stream().map(words::title).toList(),
                of.isOwn(),
                shown.stream()
                        .map(learner -> new ClassPage.Row(
                                ClassDesk.name(learner),
                                CourseAddress.person(course, learner.person()),
                                table.row(desk, learner.person(), !asked.isEverybody(), words)))
                        .toList(),
                asked,
                found.size(),
                of.learners().size(),
                desk.waiting(of, visitor));
    }
}
