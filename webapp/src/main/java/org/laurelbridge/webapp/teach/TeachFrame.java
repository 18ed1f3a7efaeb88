package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.session.Area;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.session.Waiting;

/**
 * What every page of an instructor has around it.
 *
 * @param csrf the hidden field of its forms
 * @param here the address of the page
 * @param name of who is signed in
 * @param beside where else they may go who are more than instructors
 * @param notice what the last form did; null when none was sent
 * @param waiting how much waits for them
 */
public record TeachFrame(
        String csrf,
        String here,
        String name,
        List<Area.Place> beside,
        @Nullable Notice notice,
        Waiting.Counts waiting) {
    private static final String PLANS = "/teach/plans";

    public TeachFrame {
        beside = List.copyOf(beside);
    }

    public static TeachFrame of(HttpServletRequest request, Sessions sessions) {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        return new TeachFrame(
                sessions.formToken(request),
                request.getRequestURI(),
                visitor.name(),
                Area.TEACHING.beside(visitor),
                Notice.asked(request),
                sessions.waiting(request, Area.TEACHING));
    }

    /** The word of {@code aria-current} on the list of courses, which has all but the questions below it; null when one is there. */
    public @Nullable String current() {
        return here.equals(CourseAddress.ALL)
                ? "page"
                : atQuestions() != null || atInbox() != null || here.startsWith(PLANS) ? null : "true";
    }

    /** The same on what waits for a word, and on the plans, which it leads to. */
    public @Nullable String atInbox() {
        return here.equals(InboxAddress.ALL) ? "page" : here.startsWith(PLANS) ? "true" : null;
    }

    /** The same on the questions of learners. */
    public @Nullable String atQuestions() {
        return here.equals(QuestionsServlet.PATH) ? "page" : null;
    }
}
