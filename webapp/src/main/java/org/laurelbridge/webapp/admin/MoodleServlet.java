package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodles;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings.Place;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Saying;

/** {@code /admin/moodles/{name}}: one Moodle, tried, changed or removed, and which activity takes the grade of which badge. */
public final class MoodleServlet extends HttpServlet {
    private static final int MOST_PLACES = 1_000;

    private final transient KeptMoodles moodles;
    private final transient MoodleDesk desk;
    private final transient RuleBook rules;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public MoodleServlet(
            KeptMoodles moodles, MoodleDesk desk, RuleBook rules, Sessions sessions, Pages pages, InstantSource clock) {
        this.moodles = moodles;
        this.desk = desk;
        this.rules = rules;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, new Shown(kept(request), null, List.of(), false, null));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptMoodle known = kept(request);
        switch (ConnectionForm.text(request, "do")) {
            case "test" -> show(request, response, new Shown(known, null, desk.tried(known), false, null));
            case "change" -> change(request, response, known);
            case "place" -> place(request, response, known);
            case "forget" -> {
                List<Place> places = new ArrayList<>(known.places());
                String badge = ConnectionForm.text(request, "badge");
                places.removeIf(place -> place.badge().equals(badge));
                save(request, response, known.with(places));
            }
            case "remove" -> {
                boolean isRemoved = moodles.by(Doing.of(request)).remove(known.id());
                desk.forget(known.id());
                Notice notice = isRemoved ? Notice.DISCONNECTED : Notice.CHANGED_MEANWHILE;
                response.sendRedirect(notice.at(MoodlesServlet.HERE), HttpServletResponse.SC_SEE_OTHER);
            }
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        }
    }

    /** The page of a Moodle that was saved just now, with what a first try finds. */
    void showSaved(HttpServletRequest request, HttpServletResponse response, KeptMoodle moodle) throws IOException {
        show(request, response, new Shown(moodle, null, desk.tried(moodle), true, null));
    }

    private void change(HttpServletRequest request, HttpServletResponse response, KeptMoodle known) throws IOException {
        MoodleForm form = MoodleForm.of(request, known);
        if (form.problems().isEmpty()) {
            KeptMoodle changed = form.moodle(request, known);
            if (moodles.by(Doing.of(request)).change(changed)) {
                showSaved(request, response, changed);
            } else {
                response.sendRedirect(
                        Notice.CHANGED_MEANWHILE.at(MoodlesServlet.HERE), HttpServletResponse.SC_SEE_OTHER);
            }
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        show(request, response, new Shown(known, form, List.of(), false, null));
    }

    private void place(HttpServletRequest request, HttpServletResponse response, KeptMoodle known) throws IOException {
        String badge = ConnectionForm.text(request, "badge");
        // the address of the activity's page does as well as its number
        String activity = ConnectionForm.text(request, "activity").replaceFirst("^.*[?&]id=", "");
        boolean isRight = activity.matches("[1-9][0-9]{0,17}")
                && rules.current().find(badge).isPresent();
        if (!isRight || known.places().size() == MOST_PLACES) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, new Shown(known, null, List.of(), false, Saying.of("moving.moodle.problem.place")));
            return;
        }
        List<Place> places = new ArrayList<>(known.places());
        places.removeIf(place -> place.badge().equals(badge));
        places.add(new Place(badge, "", activity));
        save(request, response, known.with(places));
    }

    private void save(HttpServletRequest request, HttpServletResponse response, KeptMoodle moodle) throws IOException {
        boolean isChanged = moodles.by(Doing.of(request)).change(moodle);
        Notice notice = isChanged ? Notice.CONNECTION_SAVED : Notice.CHANGED_MEANWHILE;
        response.sendRedirect(notice.at(MoodlesServlet.HERE + "/" + moodle.name()), HttpServletResponse.SC_SEE_OTHER);
    }

    private KeptMoodle kept(HttpServletRequest request) {
        return moodles.find(String.valueOf(request.getPathInfo()).replaceFirst("/", ""))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    /** What the page has besides what is kept. */
    private record Shown(
            KeptMoodle moodle,
            @Nullable MoodleForm form,
            List<ConnectionsPage.Tried> steps,
            boolean isSaved,
            @Nullable Saying trouble) {}

    private void show(HttpServletRequest request, HttpServletResponse response, Shown shown) throws IOException {
        KeptMoodle moodle = shown.moodle();
        Frame frame = Frame.of(request, sessions, clock.instant());
        List<MoodlesPage.Place> places = moodle.places().stream()
                .map(place -> MoodlesPage.Place.of(
                        place, rules.current().find(place.badge()).orElse(null), moodle.name()))
                .toList();
        List<MoodlesPage.Choice> badges = rules.current().badges().stream()
                .map(badge -> new MoodlesPage.Choice(badge.id(), badge.title()))
                .toList();
        pages.show(
                response,
                "admin/moodle.jte",
                new MoodlesPage.One(
                        frame,
                        desk.line(moodle),
                        shown.form() == null ? MoodleForm.of(moodle) : shown.form(),
                        places,
                        badges,
                        shown.steps(),
                        shown.isSaved(),
                        shown.trouble()));
    }
}
