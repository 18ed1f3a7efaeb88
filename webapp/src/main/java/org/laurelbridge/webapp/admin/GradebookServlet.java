package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.deliver.OwnGrades.Grade;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Words;

/** {@code /admin/gradebook}: Laurel's own gradebook. */
public final class GradebookServlet extends HttpServlet {
    private final transient OwnGrades grades;
    private final transient Names names;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public GradebookServlet(OwnGrades grades, Names names, Sessions sessions, Pages pages, InstantSource clock) {
        this.grades = grades;
        this.names = names;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        Words words = pages.words(response);
        pages.show(
                response,
                "admin/gradebook.jte",
                GradebookPage.of(
                        frame,
                        grades.list(null, after(request), GradebookPage.SHOWN + 1),
                        badge -> names.title(badge, words)));
    }

    /** The grade that the page before ended with: its badge and person alone say where it stands. */
    private static @Nullable Grade after(HttpServletRequest request) {
        String badge = request.getParameter("badge");
        UUID person = Paging.uuid(request, "person").orElse(null);
        if (badge == null || person == null) {
            return null;
        }
        AwardId none = new AwardId(new UUID(0, 0));
        return new Grade(badge, new PersonId(person), none, BigDecimal.ZERO, BigDecimal.ONE, "", Instant.EPOCH);
    }
}
