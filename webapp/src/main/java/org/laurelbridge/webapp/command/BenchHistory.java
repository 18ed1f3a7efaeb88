package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Reevaluation;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.SeededHistory;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;

/** How fast a history is decided over again, beside the plainest reading of it. */
final class BenchHistory {
    private static final int EACH = 100;
    private static final int ACTIVITIES = 20;
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<Kind> KINDS = List.of(Kind.COMPLETED, Kind.PASSED, Kind.SCORED, Kind.ANSWERED);
    private static final List<String> RULES = List.of(
            "{scored: {on: a0, atLeast: 80%, attempt: best}}",
            "{scored: {on: a1, atLeast: 60%, attempt: average}}",
            "{all: [{passed: a2}, {completed: a3}]}",
            "{atLeast: {n: 3, of: [{completed: a4}, {completed: a5}, {completed: a6}, {completed: a7}]}}",
            "{count: {of: {kind: [completed, answered], on: a8}, per: day, atLeast: 3}}",
            "{inOrder: [{completed: a9}, {passed: a10}]}",
            "{all: [{completed: {on: a11, as: course}}, {passed: {on: a12, within: {days: 30, after: course}}}]}",
            "{any: [{scored: {on: a13, atLeast: 95%, attempt: first}}, {passed: a14}]}",
            "{all: [{completed: a15}, {none: [{did: {kind: failed, on: a16}}]}]}",
            "{scored: {on: a17, atLeast: 70%, attempt: latest}}",
            "{all: [{completed: a18}, {completed: a19}]}");

    private final Bridge bridge;
    private final LaurelCommand laurel;
    private final PrintWriter out;

    BenchHistory(Bridge bridge, LaurelCommand laurel) {
        this.bridge = bridge;
        this.laurel = laurel;
        this.out = laurel.out();
    }

    void measure(int learners) throws InterruptedException, ExecutionException {
        if (bridge.rules().apply(rules()) instanceof RuleBook.Outcome.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
        SeededHistory history = bridge.stores().seededHistory();
        ProgressBar bar = new ProgressBar(laurel.err(), "making a history");
        Random random = new Random(1);
        history.add(
                learners,
                EACH,
                (learner, place, statement) -> fact(random, place, statement),
                facts -> bar.show(facts, (long) learners * EACH));
        bar.end();
        out.printf("%-26s %9s %9s %9s %9s %9s %6s%n", "", "facts", "seconds", "of CPU", "facts/s", "people/s", "ratio");
        history.scan();
        double plain = row("plain sequential scan", 0, () -> new Read(history.scan(), learners));
        for (String time : List.of("decided for the first time", "re-evaluated", "re-evaluated again")) {
            row(time, plain, this::decide);
        }
        long awards = bridge.stores().figures().read().awards().stream()
                .mapToLong(count -> count.rows())
                .sum();
        out.println(Counted.of(RULES.size(), "badge", "badges") + ", " + Counted.of(awards, "award", "awards"));
        out.flush();
    }

    private record Read(long facts, long people) {}

    private Read decide() throws InterruptedException, ExecutionException {
        Reevaluation reevaluation = bridge.reevaluation();
        reevaluation.begin(List.of());
        ProgressBar bar = new ProgressBar(laurel.err(), "deciding");
        Reevaluation.Progress done = reevaluation.run(
                Runtime.getRuntime().availableProcessors(), soFar -> bar.show(soFar.decided(), soFar.decisions()));
        bar.end();
        return new Read(done.facts(), done.people());
    }

    private interface Reading {
        Read run() throws InterruptedException, ExecutionException;
    }

    /** @param plain facts a second of the scan; 0 for itself */
    private double row(String what, double plain, Reading reading) throws InterruptedException, ExecutionException {
        double cpu = cpuSeconds();
        long start = System.nanoTime();
        Read read = reading.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double perSecond = read.facts() / seconds;
        out.printf(
                "%-26s %9d %9.1f %9.1f %9.0f %9.0f %6.2f%n",
                what,
                read.facts(),
                seconds,
                cpuSeconds() - cpu,
                perSecond,
                read.people() / seconds,
                plain == 0 ? 1 : perSecond / plain);
        out.flush();
        return perSecond;
    }

    /** Of this process: on a machine that has other work, what it would take alone. */
    static double cpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private static List<RuleText> rules() {
        StringBuilder mapping =
                new StringBuilder("{brl: 1, kind: mapping, name: bench, version: 1, use: [adl@1], activities: {");
        for (int i = 0; i < ACTIVITIES; i++) {
            mapping.append("a%d: {match: {id: \"https://bench.example/a%d\"}},".formatted(i, i));
        }
        List<RuleText> texts = new ArrayList<>();
        texts.add(new RuleText("mapping.yaml", mapping + "}}"));
        for (int i = 0; i < RULES.size(); i++) {
            texts.add(new RuleText(
                    "b" + i + ".yaml",
                    "{brl: 1, kind: badge, id: b%d, version: 1, title: Badge %d, when: %s}"
                            .formatted(i, i, RULES.get(i))));
        }
        return texts;
    }

    /** Five facts on each activity, about one a day. */
    private static Fact fact(Random random, int place, UUID statement) {
        String activity = "https://bench.example/a" + place % ACTIVITIES;
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        int percent = random.nextInt(100);
        boolean scored = kind.equals(Kind.SCORED) || kind.equals(Kind.PASSED);
        return new Fact(
                "a" + place % ACTIVITIES,
                kind,
                "http://adlnet.gov/expapi/verbs/" + kind,
                BEGIN.plus(Duration.ofDays(place)).plusMillis(random.nextInt(86_400_000)),
                scored ? Percent.of(BigDecimal.valueOf(percent)) : null,
                kind.equals(Kind.PASSED) ? true : null,
                kind.equals(Kind.COMPLETED) ? true : null,
                "PT15M",
                null,
                statement.toString(),
                Set.of("bench"),
                null,
                null,
                activity,
                activity,
                "https://bench.example/course",
                null,
                null,
                null,
                false,
                false,
                statement);
    }
}
