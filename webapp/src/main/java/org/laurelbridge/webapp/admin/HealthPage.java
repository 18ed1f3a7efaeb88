package org.laurelbridge.webapp.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.health.Figures.Count;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.bridge.health.Figures.SourceFigures;
import org.laurelbridge.webapp.server.Moment;

/**
 * What stands in each stage, and what waits for a person.
 *
 * @param steps in the order of the story
 * @param cares what waits for a person; empty when nothing does
 */
public record HealthPage(Frame frame, List<Step> steps, List<Care> cares, List<Source> sources) {

    /**
     * A stage.
     *
     * @param count what came so far
     * @param waits what did not come so far yet; null when nothing waits
     */
    public record Step(
            String name,
            String count,
            String unit,
            @Nullable String waits) {}

    /**
     * Something for a person to look at.
     *
     * @param link where; null where there is no page for it
     */
    public record Care(String sentence, @Nullable String link) {}

    /**
     * A source that is read.
     *
     * @param aside what it is when it is no LRS; else empty
     */
    public record Source(
            String name,
            String aside,
            Moment read,
            String lag,
            @Nullable String trouble) {}

    /** @param more cares that stand before those by figures */
    static HealthPage of(Frame frame, Snapshot figures, List<Care> more) {
        List<Care> cares = new ArrayList<>(more);
        addCares(cares, figures);
        return new HealthPage(frame, steps(figures, frame.now()), cares, sources(figures, frame.now()));
    }

    private static List<Step> steps(Snapshot figures, Instant now) {
        long awards = given(figures.awards());
        long delivered = Snapshot.in(figures.deliveries(), "delivered");
        long open = Snapshot.in(figures.deliveries(), "due")
                + Snapshot.in(figures.deliveries(), "sending")
                + Snapshot.in(figures.deliveries(), "unknown");
        Instant oldest = figures.oldestWaiting();
        String since = oldest == null ? "" : ", the oldest for " + length(oldest, now);
        long revoked = Snapshot.in(figures.awards(), "revoked");
        return List.of(
                step("Listen and record", figures.statements(), "statement kept", "statements kept", null),
                step(
                        "Map",
                        figures.facts(),
                        "fact counts",
                        "facts count",
                        waits(figures.waitingToMap(), "batch waits", "batches wait", since)),
                step(
                        "Award",
                        awards,
                        "award",
                        "awards",
                        waits(figures.waitingToDecide(), "decision waits", "decisions wait", "")),
                step(
                        "Issue",
                        Math.max(0, awards - revoked - figures.unsigned()),
                        "badge signed",
                        "badges signed",
                        waits(figures.unsigned(), "waits for its signature", "wait for their signature", "")),
                step(
                        "Deliver",
                        delivered,
                        "grade delivered",
                        "grades delivered",
                        waits(open, "delivery on its way", "deliveries on their way", "")));
    }

    private static void addCares(List<Care> cares, Snapshot figures) {
        String waiting = counted(figures.parked(), "statement waits", "statements wait") + " for that.";
        care(
                cares,
                Snapshot.in(figures.deliveries(), "stuck"),
                "delivery is stuck.",
                "deliveries are stuck.",
                "/admin/deliveries?state=stuck");
        care(
                cares,
                figures.unknownActors(),
                "actor is unknown; " + waiting,
                "actors are unknown; " + waiting,
                "/admin/unknown");
        care(
                cares,
                figures.quarantined(),
                "statement is in quarantine: it cannot be used as it is.",
                "statements are in quarantine: they cannot be used as they are.",
                "/admin/quarantine");
        care(
                cares,
                Snapshot.in(figures.awards(), "proposed"),
                "award waits for approval.",
                "awards wait for approval.",
                "/admin/review");
        care(
                cares,
                Snapshot.in(figures.awards(), "review"),
                "award is under review: its evidence is gone.",
                "awards are under review: their evidence is gone.",
                "/admin/review");
        care(
                cares,
                Snapshot.in(figures.awards(), "suspended"),
                "award is suspended: its evidence is gone.",
                "awards are suspended: their evidence is gone.",
                "/admin/review");
    }

    /** @param troubled how many rosters cannot be read */
    static List<Care> ofRosters(long troubled) {
        List<Care> cares = new ArrayList<>();
        care(cares, troubled, "roster cannot be read.", "rosters cannot be read.", "/admin/rosters");
        return cares;
    }

    private static void care(List<Care> cares, long count, String one, String many, String link) {
        if (count > 0) {
            cares.add(new Care(counted(count, one, many), link));
        }
    }

    private static List<Source> sources(Snapshot figures, Instant now) {
        return figures.sources().stream().map(source -> source(source, now)).toList();
    }

    private static Source source(SourceFigures source, Instant now) {
        Moment read = new Moment(source.readAt());
        if (source.isFile()) {
            String[] parts = source.source().split(":", 4);
            return new Source(parts[2], "a file, replayed as " + parts[1], read, "–", source.trouble());
        }
        return new Source(source.source(), "", read, length(source.readAt(), now), source.trouble());
    }

    private static String length(Instant since, Instant now) {
        return Moment.length(Duration.between(since, now));
    }

    private static Step step(String name, long count, String one, String many, @Nullable String waits) {
        return new Step(name, grouped(count), count == 1 ? one : many, waits);
    }

    private static @Nullable String waits(long count, String one, String many, String more) {
        return count == 0 ? null : counted(count, one, many) + more;
    }

    private static String counted(long count, String one, String many) {
        return grouped(count) + " " + (count == 1 ? one : many);
    }

    private static long given(List<Count> counts) {
        return counts.stream()
                .filter(count -> AwardStatus.of(count.state()).isGiven())
                .mapToLong(Count::rows)
                .sum();
    }

    /** As {@code 7,950}. */
    private static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
