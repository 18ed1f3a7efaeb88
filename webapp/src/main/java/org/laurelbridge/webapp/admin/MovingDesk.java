package org.laurelbridge.webapp.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.Connecting;
import org.laurelbridge.bridge.MovingSetups;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Forecast;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.bridge.moving.Moving;
import org.laurelbridge.bridge.moving.Setup.Part;
import org.laurelbridge.bridge.moving.SetupChange;
import org.laurelbridge.bridge.moving.Uploads;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.xapi.Problem;

/** What the pages of moving work with. */
public record MovingDesk(MovingSetups setups, Connecting connecting, People people, InstantSource clock) {
    private static final int SHOWN = 20;

    Moving moving() {
        return setups.moving();
    }

    Uploads uploads() {
        return setups.uploads();
    }

    Instant now() {
        return clock.instant();
    }

    void keep(Uploads.Upload upload) {
        uploads().keep(upload, now());
    }

    /** Connections whose secret is not here yet. */
    List<MovingPage.Waiting> waiting() {
        return connecting.kept().list().stream()
                .filter(source -> !source.isReady())
                .map(KeptSource::name)
                .map(name -> new MovingPage.Waiting(name, ConnectionsServlet.HERE + "/" + name))
                .toList();
    }

    MovingPage.Plan plan(Frame frame, Uploads.Upload upload) {
        try {
            Moving.Told told = moving().read(upload.file());
            return plan(frame, upload, moving().foresee(told, new Forecast.Page(null, 0), Progress.NONE));
        } catch (Moving.Wrong wrong) {
            List<String> problems =
                    wrong.problems().stream().map(Problem::toString).toList();
            return new MovingPage.Plan(
                    frame,
                    upload.id().toString(),
                    upload.name(),
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    problems);
        }
    }

    private MovingPage.Plan plan(Frame frame, Uploads.Upload upload, Moving.Foreseen foreseen) {
        Set<Part> spoken = foreseen.changes().stream().map(SetupChange::part).collect(Collectors.toSet());
        return new MovingPage.Plan(
                frame,
                upload.id().toString(),
                upload.name(),
                foreseen.turn(),
                EnumSet.allOf(Part.class).stream()
                        .filter(spoken::contains)
                        .map(part -> section(part, foreseen.changes()))
                        .toList(),
                foreseen.forecasts().stream().map(this::awards).toList(),
                foreseen.secrets(),
                foreseen.configured(),
                List.of());
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

    private MovingPage.Awards awards(Forecast forecast) {
        boolean isNew = forecast.what() == What.ADDED;
        return new MovingPage.Awards(
                forecast.badge().title(),
                isNew,
                forecast.count(Effect.What.GAIN),
                forecast.count(Effect.What.LOSS),
                forecast.count(Effect.What.MOVE),
                forecast.near(),
                forecast.effects().stream().limit(SHOWN).map(this::whom).toList());
    }

    private MovingPage.Whom whom(Effect effect) {
        return people.find(effect.person().value())
                .map(person -> new MovingPage.Whom(
                        Objects.requireNonNullElse(
                                person.name(), effect.person().toString()),
                        "/admin/people/" + effect.person(),
                        effect.what(),
                        new Moment(effect.at())))
                .orElseGet(() ->
                        new MovingPage.Whom(effect.person().toString(), null, effect.what(), new Moment(effect.at())));
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
