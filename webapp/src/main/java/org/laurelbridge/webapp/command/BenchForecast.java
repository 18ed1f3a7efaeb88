package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.plan.Forecast;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.SeededHistory;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;

/** How long a dry run of one rule takes that reads every fact there is, beside one plain pass over the same table. */
final class BenchForecast {
    private static final int LEARNERS = 10_000;
    private static final int EACH = 100;
    private static final int LABS = 10;
    private static final int RUNS = 3;

    private final Bridge bridge;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Random random = new Random(7);

    BenchForecast(Bridge bridge, PrintWriter out, PrintWriter err) {
        this.bridge = bridge;
        this.out = out;
        this.err = err;
    }

    void measure() {
        SeededHistory history = bridge.stores().seededHistory();
        ProgressBar bar = new ProgressBar(err, "making a history");
        history.add(
                LEARNERS,
                EACH,
                (learner, place, statement) -> fact(place, statement),
                facts -> bar.show(facts, (long) LEARNERS * EACH));
        bar.end();
        out.printf("%d facts of %d learners%n", LEARNERS * EACH, LEARNERS);
        out.printf("%12s %12s %14s %10s %10s%n", "dry run ms", "of CPU ms", "plain scan ms", "earn it", "near");
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            history.scan();
            long scanned = System.nanoTime();
            double cpu = BenchHistory.cpuSeconds();
            Forecast forecast = bridge.planner()
                    .forecast(rules(), "labs", new Page(null, 20), new PlanBar(err))
                    .orElseThrow();
            long decided = System.nanoTime();
            out.printf(
                    "%12.0f %12.0f %14.0f %10d %10d%n",
                    (decided - scanned) / 1e6,
                    (BenchHistory.cpuSeconds() - cpu) * 1e3,
                    (scanned - start) / 1e6,
                    forecast.earning(),
                    forecast.near());
            out.flush();
        }
    }

    private Fact fact(int place, UUID statement) {
        String lab = "lab-" + random.nextInt(LABS);
        return new Fact(
                lab,
                Kind.SCORED,
                "http://adlnet.gov/expapi/verbs/scored",
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(place * 3_600L + random.nextInt(3_600)),
                Percent.of(BigDecimal.valueOf(random.nextInt(93))),
                null,
                null,
                "PT10M",
                statement,
                statement.toString(),
                Set.of("bench"),
                null,
                null,
                "https://bench.example/" + lab,
                "https://bench.example/" + lab,
                "https://bench.example/course",
                null,
                null,
                null,
                false,
                false,
                statement);
    }

    private static List<RuleText> rules() {
        String labs = IntStream.range(0, LABS)
                .mapToObj("lab-%1$d: {match: {id: \"https://bench.example/lab-%1$d\"}}"::formatted)
                .collect(Collectors.joining(", "));
        String scored = IntStream.range(0, LABS)
                .mapToObj("{scored: {on: lab-%d, atLeast: 90%%}}"::formatted)
                .collect(Collectors.joining(", "));
        return List.of(
                new RuleText(
                        "mapping.yaml", "{brl: 1, kind: mapping, name: bench, version: 1, activities: {" + labs + "}}"),
                new RuleText(
                        "labs.yaml",
                        "{brl: 1, kind: badge, id: labs, version: 1, title: Labs, when: {atLeast: {n: 6, of: [" + scored
                                + "]}}}"));
    }
}
