package org.laurelbridge.webapp.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.health.Figures.Brought;
import org.laurelbridge.bridge.health.Figures.Count;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.bridge.health.Figures.SourceFigures;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Saying;

/**
 * What stands in each stage, and what waits for a person.
 *
 * @param steps in the order of the story
 * @param cares what waits for a person; empty when nothing does
 * @param ready whether this node can work
 * @param first what leads to the first badge; null once one was earned
 */
public record HealthPage(
        Frame frame,
        List<Step> steps,
        List<Care> cares,
        List<Source> sources,
        Ready ready,
        @Nullable FirstSteps first) {

    /**
     * A stage.
     *
     * @param key of its name; with {@code .unit} behind it, of what is counted
     * @param count what came so far
     * @param waits what did not come so far yet; null when nothing waits
     */
    public record Step(String key, long count, @Nullable Saying waits) {}

    /**
     * Something for a person to look at.
     *
     * @param link where; null where there is no page for it
     */
    public record Care(Saying sentence, @Nullable String link) {}

    /**
     * A source that is read.
     *
     * @param aside what it is when it is no LRS; else null
     * @param through all that was stored up to here was read, by the clock of the LRS; null for a file, and before the first read
     * @param read when it was read well last, or the newest came; null while it never was
     * @param lag null for a file and for a sender
     * @param brought null for a file
     */
    public record Source(
            String name,
            @Nullable Saying aside,
            @Nullable Moment read,
            @Nullable Instant through,
            @Nullable Duration lag,
            @Nullable String trouble,
            @Nullable Brought brought) {}

    /**
     * Whether this node can work.
     *
     * @param failing the names of what fails now
     */
    public record Ready(List<String> failing, Disk disk) {
        public Ready {
            failing = List.copyOf(failing);
        }
    }

    /** Whether any source is read, which can be behind. */
    public boolean reads() {
        return sources.stream().anyMatch(source -> source.lag() != null);
    }

    /** @param more cares that stand before those by figures */
    static HealthPage of(Frame frame, Snapshot figures, List<Care> more, Ready ready, @Nullable FirstSteps first) {
        List<Care> cares = new ArrayList<>(more);
        addCares(cares, figures);
        return new HealthPage(frame, steps(figures, frame.now()), cares, sources(figures, frame.now()), ready, first);
    }

    private static List<Step> steps(Snapshot figures, Instant now) {
        long awards = given(figures.awards());
        long delivered = Snapshot.in(figures.deliveries(), "delivered");
        long open = Snapshot.in(figures.deliveries(), "due")
                + Snapshot.in(figures.deliveries(), "sending")
                + Snapshot.in(figures.deliveries(), "unknown");
        Instant oldest = figures.oldestWaiting();
        Saying batches = oldest == null
                ? Saying.of("admin.step.map.waits", figures.waitingToMap())
                : Saying.of("admin.step.map.since", figures.waitingToMap(), Duration.between(oldest, now));
        long revoked = Snapshot.in(figures.awards(), "revoked");
        return List.of(
                new Step("admin.step.record", figures.statements(), null),
                new Step("admin.step.map", figures.facts(), figures.waitingToMap() == 0 ? null : batches),
                new Step("admin.step.award", awards, waits("admin.step.award.waits", figures.waitingToDecide())),
                new Step(
                        "admin.step.issue",
                        Math.max(0, awards - revoked - figures.unsigned()),
                        waits("admin.step.issue.waits", figures.unsigned())),
                new Step("admin.step.deliver", delivered, waits("admin.step.deliver.waits", open)));
    }

    private static void addCares(List<Care> cares, Snapshot figures) {
        long stuck = Snapshot.in(figures.deliveries(), "stuck");
        care(cares, Saying.of("admin.care.stuck", stuck), stuck, "/admin/deliveries?state=stuck");
        Saying unknown = Saying.of("admin.care.unknown", figures.unknownActors(), figures.parked());
        care(cares, unknown, figures.unknownActors(), "/admin/unknown");
        Saying quarantined = Saying.of("admin.care.quarantined", figures.quarantined());
        care(cares, quarantined, figures.quarantined(), "/admin/quarantine");
        for (String state : List.of("proposed", "review", "suspended")) {
            long count = Snapshot.in(figures.awards(), state);
            care(cares, Saying.of("admin.care." + state, count), count, "/admin/review");
        }
    }

    /** @param troubled how many rosters cannot be read */
    static List<Care> ofRosters(long troubled) {
        List<Care> cares = new ArrayList<>();
        care(cares, Saying.of("admin.care.rosters", troubled), troubled, "/admin/rosters");
        return cares;
    }

    private static void care(List<Care> cares, Saying sentence, long count, String link) {
        if (count > 0) {
            cares.add(new Care(sentence, link));
        }
    }

    static List<Source> sources(Snapshot figures, Instant now) {
        return figures.sources().stream().map(source -> source(source, now)).toList();
    }

    private static Source source(SourceFigures source, Instant now) {
        Moment read = source.wasRead() ? new Moment(source.readAt()) : null;
        if (source.isFile()) {
            String[] parts = source.source().split(":", 4);
            Saying file = Saying.of("admin.source.file", parts[1]);
            return new Source(parts[2], file, read, null, null, source.trouble(), null);
        }
        if (source.isSender()) {
            return new Source(
                    source.name(), Saying.of("moving.sender"), read, null, null, source.trouble(), source.brought());
        }
        Duration lag = Duration.between(source.readAt(), now);
        return new Source(source.name(), null, read, source.through(), lag, source.trouble(), source.brought());
    }

    private static @Nullable Saying waits(String key, long count) {
        return count == 0 ? null : Saying.of(key, count);
    }

    private static long given(List<Count> counts) {
        return counts.stream()
                .filter(count -> AwardStatus.of(count.state()).isGiven())
                .mapToLong(Count::rows)
                .sum();
    }
}
