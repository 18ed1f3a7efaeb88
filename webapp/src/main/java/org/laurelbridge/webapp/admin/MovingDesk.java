package org.laurelbridge.webapp.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Connecting;
import org.laurelbridge.bridge.MovingSetups;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.plan.Forecast;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.bridge.moving.Basis;
import org.laurelbridge.bridge.moving.Moving;
import org.laurelbridge.bridge.moving.Setup.Part;
import org.laurelbridge.bridge.moving.SetupChange;
import org.laurelbridge.bridge.moving.Uploads;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.bridge.run.Runner;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.xapi.Problem;

/** What the pages of moving work with. */
public record MovingDesk(
        MovingSetups setups, Connecting connecting, People people, Errands errands, InstantSource clock) {

    Moving moving() {
        return setups.moving();
    }

    Uploads uploads() {
        return setups.uploads();
    }

    Instant now() {
        return clock.instant();
    }

    void keep(Uploads.Upload upload, Doer doer) {
        uploads().by(doer).keep(upload, now());
    }

    /** Connections whose secret is not here yet. */
    List<MovingPage.Waiting> waiting() {
        return connecting.kept().list().stream()
                .filter(source -> !source.isReady())
                .map(KeptSource::name)
                .map(name -> new MovingPage.Waiting(name, ConnectionsServlet.HERE + "/" + name))
                .toList();
    }

    /** Begins to find out what a file would change, over the whole history. */
    UUID look(Visitor visitor, Uploads.Upload upload) {
        return errands.begin(
                visitor,
                Run.Kind.LOOK,
                upload.id().toString(),
                progress -> ended(() -> MovingJson.foreseen(
                        moving().foresee(moving().read(upload.file()), new Forecast.Page(null, 0), progress))));
    }

    /** Begins to bring it in, if what is set up is still what its change was foreseen from. */
    UUID bring(Visitor visitor, Uploads.Upload upload, Basis basis, Doer doer) {
        return errands.begin(
                visitor,
                Run.Kind.IMPORT,
                upload.id().toString(),
                progress -> ended(() -> {
                    moving().apply(moving().read(upload.file()), basis, doer, progress);
                    uploads().done(upload.id());
                    return MovingJson.IMPORTED;
                }));
    }

    /** Whether it comes in just now, whoever asked for that. */
    boolean isBeingBrought(Uploads.Upload upload) {
        return errands.background()
                .runs()
                .isUnderWay(Run.Kind.IMPORT, upload.id().toString(), now());
    }

    private static Runner.Ended ended(Supplier<String> work) {
        String outcome;
        try {
            outcome = work.get();
        } catch (Moving.Wrong wrong) {
            outcome = MovingJson.problems(wrong.problems());
        } catch (Moving.Elsewhere elsewhere) {
            outcome = MovingJson.OVERTAKEN;
        }
        return new Runner.Ended(outcome, List.of());
    }

    /** What was asked about a file. */
    Optional<Run> run(Visitor visitor, UUID upload, @Nullable String run) {
        return errands.find(visitor, run)
                .filter(one ->
                        one.asked().kind() == Run.Kind.LOOK || one.asked().kind() == Run.Kind.IMPORT)
                .filter(one -> one.asked().document().equals(upload.toString()));
    }

    /** Empty while it is under way, and when it was broken off. */
    static Optional<MovingJson> outcome(Run run) {
        return Optional.ofNullable(run.outcome()).map(MovingJson::read);
    }

    /** @param run what was asked about it; null for nothing */
    MovingPage.Plan plan(Frame frame, Uploads.Upload upload, @Nullable Run run) {
        Stand stand = run == null ? null : Stand.of(run, now());
        Optional<MovingJson> told = Optional.ofNullable(run).flatMap(MovingDesk::outcome);
        List<SetupChange> changes = told.map(MovingJson::changes).orElse(List.of());
        Set<Part> spoken = changes.stream().map(SetupChange::part).collect(Collectors.toSet());
        return new MovingPage.Plan(
                frame,
                upload.id().toString(),
                upload.name(),
                stand,
                told.flatMap(MovingJson::basis).map(Basis::word).orElse(null),
                EnumSet.allOf(Part.class).stream()
                        .filter(spoken::contains)
                        .map(part -> section(part, changes))
                        .toList(),
                told.map(MovingJson::awards).orElse(List.of()).stream()
                        .map(this::awards)
                        .toList(),
                told.map(MovingJson::secrets).orElse(List.of()),
                told.map(MovingJson::configured).orElse(List.of()),
                told.map(MovingJson::problems).orElse(List.of()),
                told.filter(MovingJson::isOvertaken).isPresent());
    }

    private static MovingPage.Section section(Part part, List<SetupChange> changes) {
        List<MovingPage.Line> lines = new ArrayList<>();
        int same = 0;
        for (SetupChange change : changes) {
            if (change.part() == part && change.what() != What.UNCHANGED) {
                lines.add(new MovingPage.Line(change.name(), change.what(), change.lines()));
            } else if (change.part() == part) {
                same++;
            }
        }
        return new MovingPage.Section(part, lines, same);
    }

    private MovingPage.Awards awards(MovingJson.Awards awards) {
        return new MovingPage.Awards(
                awards.badge(),
                awards.isNew(),
                awards.gains(),
                awards.losses(),
                awards.moves(),
                awards.near(),
                awards.some().stream().map(this::whom).toList());
    }

    private MovingPage.Whom whom(MovingJson.Touched one) {
        String id = one.person().toString();
        return people.find(one.person().value())
                .map(person -> new MovingPage.Whom(
                        Objects.requireNonNullElse(person.name(), id),
                        "/admin/people/" + id,
                        one.what(),
                        new Moment(one.at())))
                .orElseGet(() -> new MovingPage.Whom(id, null, one.what(), new Moment(one.at())));
    }

    static List<String> words(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    /** The parts that are asked for; all when none is named. */
    static Set<Part> parts(String... words) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        List<String> wanted = words == null ? List.of() : Arrays.asList(words);
        for (Part part : Part.values()) {
            if (wanted.isEmpty() || wanted.contains(part.word())) {
                parts.add(part);
            }
        }
        return parts;
    }
}
