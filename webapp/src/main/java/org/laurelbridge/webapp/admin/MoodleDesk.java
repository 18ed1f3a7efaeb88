package org.laurelbridge.webapp.admin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Deliveries;
import org.laurelbridge.bridge.deliver.Deliveries.Filter;
import org.laurelbridge.bridge.deliver.Outbox.Listed;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.deliver.moodle.MoodleProbe;
import org.laurelbridge.bridge.lrs.Way;
import org.laurelbridge.webapp.words.English;
import org.laurelbridge.webapp.words.Saying;

/**
 * Tries Moodles step by step and tells how each stands: by its newest delivery, or by a trial since then; but never that one works
 * whose newest delivery has trouble. Safe for many threads.
 */
public final class MoodleDesk {
    private final Deliveries deliveries;
    private final InstantSource clock;
    private final Map<UUID, Trialled> trials = new ConcurrentHashMap<>();

    public MoodleDesk(Deliveries deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** What a trial of this node found last, and of which settings: their {@link #digest}, since a token is in them. */
    private record Trialled(String settings, Instant at, ConnectionsPage.@Nullable Tried failed) {}

    /** Tries it; what is found is remembered until it is changed. Blocks for some minutes at most. */
    List<ConnectionsPage.Tried> tried(KeptMoodle moodle) {
        Way way = Way.to(moodle.root());
        MoodleProbe probe = new MoodleProbe(moodle.root(), moodle.token(), moodle.rosters());
        List<MoodleProbe.Step> steps = way.isOpen() ? probe.run() : probe.untried();
        List<ConnectionsPage.Tried> tried = Stream.concat(
                        Trial.said(way.findings()).stream(),
                        steps.stream()
                                .filter(step -> step.what() != MoodleProbe.What.CONNECTION
                                        || step.mark() == MoodleProbe.Mark.BAD)
                                .map(MoodleDesk::said))
                .toList();
        ConnectionsPage.Tried failed =
                tried.stream().filter(ConnectionsPage.Tried::isBad).findFirst().orElse(null);
        trials.put(moodle.id(), new Trialled(digest(moodle), clock.instant(), failed));
        return tried;
    }

    /** It was removed: what was found of it is no longer kept. */
    void forget(UUID moodle) {
        trials.remove(moodle);
    }

    // where grades go does not change whether it can be reached
    private static String digest(KeptMoodle moodle) {
        List<String> settings =
                List.of(moodle.name(), moodle.root().toString(), moodle.token(), String.valueOf(moodle.rosters()));
        byte[] bytes = String.join("\n", settings).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    MoodlesPage.Line line(KeptMoodle moodle) {
        return new MoodlesPage.Line(moodle.name(), moodle.root().toString(), state(moodle));
    }

    /** How it stands. */
    ConnectionsPage.State state(KeptMoodle moodle) {
        Trialled last = trials.get(moodle.id());
        Trialled trial = last != null && last.settings().equals(digest(moodle)) ? last : null;
        Listed newest = deliveries.list(new Filter(null, moodle.name(), null), 0, 1).stream()
                .map(Deliveries.Line::delivery)
                .findFirst()
                .orElse(null);
        if (trial != null && (newest == null || isTold(trial, newest))) {
            return state(trial);
        }
        return newest == null ? ConnectionsPage.State.UNTRIED : state(newest);
    }

    private static boolean isTold(Trialled trial, Listed newest) {
        return trial.at().isAfter(moment(newest)) && (trial.failed() != null || !isInTrouble(newest));
    }

    private static Instant moment(Listed delivery) {
        Instant arrived = delivery.deliveredAt();
        return arrived == null ? delivery.made() : arrived;
    }

    private static boolean isInTrouble(Listed delivery) {
        return delivery.trouble() != null
                && delivery.state() != State.DELIVERED
                && delivery.state() != State.SUPERSEDED;
    }

    private static ConnectionsPage.State state(Trialled trial) {
        return trial.failed() == null
                ? new ConnectionsPage.State(
                        Saying.of("moving.moodle.state.works"),
                        "good",
                        Saying.of("moving.moodle.state.tested", trial.at()))
                : new ConnectionsPage.State(
                        Saying.of("moving.moodle.state.fails"),
                        "bad",
                        Saying.of(
                                "moving.moodle.state.why",
                                trial.failed().found(),
                                Saying.of("moving.moodle.state.tested", trial.at())));
    }

    private static ConnectionsPage.State state(Listed delivery) {
        String trouble = delivery.trouble();
        if (delivery.state() == State.DELIVERED) {
            return new ConnectionsPage.State(
                    Saying.of("moving.moodle.state.works"),
                    "good",
                    Saying.of("moving.moodle.state.arrived", moment(delivery)));
        }
        return trouble == null
                ? new ConnectionsPage.State(
                        Saying.of("moving.moodle.state.waits"),
                        "open",
                        Saying.of("moving.moodle.state.since", delivery.made()))
                : new ConnectionsPage.State(
                        Saying.of("moving.moodle.state.fails"),
                        "bad",
                        Saying.of(
                                "moving.moodle.state.why",
                                new English(trouble),
                                Saying.of("moving.moodle.state.since", delivery.made())));
    }

    private static ConnectionsPage.Tried said(MoodleProbe.Step step) {
        String what = step.what().name().toLowerCase(Locale.ROOT);
        return switch (step.mark()) {
            case GOOD ->
                new ConnectionsPage.Tried(
                        "moving.moodle.step." + what,
                        "✓",
                        "set-up.mark.good",
                        "good",
                        Saying.of("moving.moodle.good." + what));
            case BAD ->
                new ConnectionsPage.Tried(
                        "moving.moodle.step." + what,
                        "✗",
                        "set-up.mark.bad",
                        "bad",
                        Saying.of("moving.moodle.bad." + what, step.detail()));
            case NOT_TRIED ->
                new ConnectionsPage.Tried(
                        "moving.moodle.step." + what,
                        "–",
                        "set-up.mark.not-tried",
                        "off",
                        Saying.of("set-up.found.not-tried"));
        };
    }
}
