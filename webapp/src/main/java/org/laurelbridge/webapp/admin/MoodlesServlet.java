package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodles;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Saying;

/** {@code /admin/moodles}: the Moodles that take grades by web services; another one is connected here. */
public final class MoodlesServlet extends HttpServlet {
    static final String HERE = "/admin/moodles";

    private final transient KeptMoodles moodles;
    private final transient MoodleDesk desk;
    private final transient MoodleServlet one;
    private final transient Predicate<String> isTaken;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    /**
     * @param one shows the Moodle that was just connected
     * @param isTaken whether another gradebook has a name
     */
    public MoodlesServlet(
            KeptMoodles moodles,
            MoodleDesk desk,
            MoodleServlet one,
            Predicate<String> isTaken,
            Sessions sessions,
            Pages pages,
            InstantSource clock) {
        this.moodles = moodles;
        this.desk = desk;
        this.one = one;
        this.isTaken = isTaken;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, MoodleForm.EMPTY);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MoodleForm form = MoodleForm.of(request, null);
        if (form.problems().isEmpty() && !add(request, form)) {
            form = form.with(Saying.of("moving.moodle.problem.taken", form.name()));
        }
        if (form.problems().isEmpty()) {
            one.showSaved(request, response, moodles.find(form.name()).orElseThrow());
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        show(request, response, form);
    }

    private boolean add(HttpServletRequest request, MoodleForm form) {
        return !isTaken.test(form.name())
                && moodles.by(Doing.of(request)).add(form.moodle(request, null), clock.instant());
    }

    private void show(HttpServletRequest request, HttpServletResponse response, MoodleForm form) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(
                response,
                "admin/moodles.jte",
                new MoodlesPage(frame, moodles.list().stream().map(desk::line).toList(), form));
    }
}
