package org.laurelbridge.webapp.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Awards.Trouble;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.bridge.health.Figures.SourceFigures;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.webapp.words.English;
import org.laurelbridge.webapp.words.Saying;

/**
 * What the health page is made of.
 *
 * @param failing names of the workers of this node that fail now
 * @param done what of the first steps is done
 * @param disk of this node
 */
public record HealthDesk(
        Figures figures,
        Awards awards,
        Courses courses,
        Supplier<List<String>> failing,
        Supplier<FirstSteps.Done> done,
        Supplier<Disk> disk) {
    /** Longer than a source, or a stage, is ever quiet when all is well. */
    static final Duration LONG = Duration.ofMinutes(10);

    /** That of a bridge. */
    public static HealthDesk of(Bridge bridge) {
        return new HealthDesk(
                bridge.stores().figures(),
                bridge.awards(),
                bridge.courses(),
                bridge::failing,
                () -> done(bridge),
                () -> Disk.of(bridge.config().data()));
    }

    private static FirstSteps.Done done(Bridge bridge) {
        boolean hasPlatform = !bridge.lti().platforms().list().isEmpty()
                || !bridge.stores().moodles().list().isEmpty();
        return new FirstSteps.Done(
                !bridge.connecting().sources().isEmpty(),
                false,
                !bridge.rules().current().mapping().activities().isEmpty(),
                !bridge.rules().current().badges().isEmpty(),
                hasPlatform || !bridge.config().targets().isEmpty());
    }

    /** What a person has to look at, the most pressing first. */
    List<HealthPage.Care> cares(Snapshot snapshot, Instant now) {
        List<HealthPage.Care> cares = new ArrayList<>();
        List<String> failed = failing.get();
        if (!failed.isEmpty()) {
            cares.add(new HealthPage.Care(Saying.of("set-up.care.failing", String.join(", ", failed)), null));
        }
        Disk room = disk.get();
        if (room.isShort()) {
            cares.add(new HealthPage.Care(Saying.of("moving.care.disk", Math.round(room.free() / 1e8) / 10.0), null));
        }
        snapshot.sources().stream()
                .filter(source -> source.isAway(now, LONG) || source.wasNeverRead())
                .map(source -> new HealthPage.Care(unread(source, now), "/admin/connections/" + source.name()))
                .forEach(cares::add);
        Instant oldest = snapshot.oldestWaiting();
        if (oldest != null && oldest.isBefore(now.minus(LONG))) {
            Saying still = Saying.of("set-up.care.still", Duration.between(oldest, now));
            cares.add(new HealthPage.Care(still, null));
        }
        awards.listTroubles().stream().map(HealthDesk::care).forEach(cares::add);
        cares.addAll(HealthPage.ofRosters(RostersPage.count(courses)));
        return cares;
    }

    private static Saying unread(SourceFigures source, Instant now) {
        English why = new English(String.valueOf(source.trouble()));
        return source.wasRead()
                ? Saying.of("set-up.care.away", source.name(), Duration.between(source.readAt(), now), why)
                : Saying.of("set-up.care.unread", source.name(), why);
    }

    HealthPage.Ready ready() {
        return new HealthPage.Ready(failing.get(), disk.get());
    }

    private static HealthPage.Care care(Trouble trouble) {
        String rule = trouble.badge() + "@" + trouble.version();
        return new HealthPage.Care(Saying.of("admin.care.rule", rule, trouble.why()), "/badges/" + trouble.badge());
    }

    /** The first steps; null once a badge was earned. */
    @Nullable
    FirstSteps steps(Snapshot snapshot) {
        if (!snapshot.awards().isEmpty()) {
            return null;
        }
        FirstSteps.Done known = done.get();
        return FirstSteps.of(new FirstSteps.Done(
                known.connected(), snapshot.statements() > 0, known.mapped(), known.badge(), known.gradebook()));
    }
}
