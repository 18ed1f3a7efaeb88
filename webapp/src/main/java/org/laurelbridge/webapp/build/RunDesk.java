package org.laurelbridge.webapp.build;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Background;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.bridge.run.Run.Asked;
import org.laurelbridge.bridge.run.Run.Kind;
import org.laurelbridge.bridge.run.Runner;
import org.laurelbridge.bridge.run.Runner.Begun;
import org.laurelbridge.bridge.run.Runs.Listed;
import org.laurelbridge.bridge.run.Runs.Named;
import org.laurelbridge.webapp.build.BuildDesk.Prepared;
import org.laurelbridge.webapp.build.BuildDesk.Saved;
import org.laurelbridge.webapp.build.BuildDesk.Wish;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.CourseAddress;

/** Tries rules out and saves them beside the request, which waits a moment for those that are quick. */
record RunDesk(BuildDesk desk, Background background) {
    private static final int SHOWN = 50;
    private static final Duration MOMENT = Duration.ofMillis(1_500);

    /** Begins to tell whom a rule would concern. */
    Begun tryOut(Visitor visitor, Ground ground, Prepared.Ready ready, Locale language) {
        Begun run = background
                .runner()
                .begin(
                        asked(visitor, ground, ready, Kind.TRIAL),
                        progress -> new Trial(desk, ground, language).of(ready, progress));
        run.run().ifPresent(id -> background.runner().await(id, MOMENT));
        return run;
    }

    /**
     * Saves.
     *
     * @param then what is done when it is in force
     */
    Begun save(Visitor visitor, Ground ground, Prepared.Ready ready, Wish wish, Runnable then) {
        Begun run = background
                .runner()
                .begin(
                        asked(visitor, ground, ready, Kind.SAVE),
                        progress -> saved(ground, ready, wish, then, progress));
        run.run().ifPresent(id -> background.runner().await(id, MOMENT));
        return run;
    }

    /** What became of what was just begun; empty while it is under way. */
    Optional<Saved> saved(Begun begun) {
        return begun.run().flatMap(background.runs()::find).flatMap(desk::saved);
    }

    private Runner.Ended saved(Ground ground, Prepared.Ready ready, Wish wish, Runnable then, Progress progress) {
        Saved saved = desk.save(ground, ready, wish, progress);
        if (saved instanceof Saved.Done) {
            then.run();
        }
        return new Runner.Ended(SaveJson.written(saved), List.of());
    }

    private static Asked asked(Visitor visitor, Ground ground, Prepared.Ready ready, Kind kind) {
        Taught taught = ground.taught();
        Course course = taught == null ? null : taught.course();
        return new Asked(visitor.account(), course, ready.badge(), kind, ready.document());
    }

    /** A run of this visitor on this ground; of others nothing is there. */
    Optional<Run> find(Visitor visitor, @Nullable String id) {
        return uuid(id).flatMap(background.runs()::find)
                .filter(run -> run.asked().account().equals(visitor.account()));
    }

    /** Whom it would concern, one list of them; null while that is not known. */
    RunView.@Nullable Told told(Run run, HttpServletRequest request) {
        String outcome = run.outcome();
        if (outcome == null || run.asked().kind() != Kind.TRIAL) {
            return null;
        }
        TrialJson found = TrialJson.read(outcome);
        Listed shown = Arrays.stream(Listed.values())
                .filter(list -> list.word().equals(request.getParameter("list")))
                .findFirst()
                .orElseGet(() -> first(found));
        List<RunView.Tab> tabs = Arrays.stream(Listed.values())
                .map(list -> new RunView.Tab(
                        list,
                        found.found().getOrDefault(list, 0),
                        found.elsewhere().getOrDefault(list, 0),
                        "?list=" + list.word(),
                        list == shown ? "true" : null))
                .toList();
        int page = page(request.getParameter("page"));
        int from = (page - 1) * SHOWN;
        List<RunView.Row> rows = background.runs().people(run.id(), shown, from, SHOWN).stream()
                .map(one -> row(run, one))
                .toList();
        String list = "?list=" + shown.word() + "&page=";
        RunView.Part part = new RunView.Part(
                from + 1,
                from + rows.size(),
                page > 1 ? list + (page - 1) : null,
                found.found().getOrDefault(shown, 0) > from + SHOWN ? list + (page + 1) : null);
        return new RunView.Told(found.people(), tabs, shown, rows, found.others(), part);
    }

    private static Listed first(TrialJson found) {
        return Arrays.stream(Listed.values())
                .filter(list -> found.found().getOrDefault(list, 0) > 0)
                .findFirst()
                .orElse(Listed.GAIN);
    }

    private static RunView.Row row(Run run, Named one) {
        String name = one.name();
        Course course = run.asked().course();
        Instant at = one.at();
        return new RunView.Row(
                name == null ? one.person().toString() : name,
                course == null ? "/admin/people/" + one.person() : CourseAddress.person(course, one.person()),
                at == null ? null : new Moment(at),
                one.words());
    }

    private static int page(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
