package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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
import org.laurelbridge.bridge.store.ManyFacts;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;

/** How long a dry run of one rule takes that reads every fact there is, beside one plain pass over the same table. */
final class BenchForecast {
    private static final int LEARNERS = 10_000;
    private static final int FACTS = 1_000_000;
    private static final int AT_ONCE = 10_000;
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
        ManyFacts facts = bridge.stores().manyFacts();
        fill(facts);
        out.printf("%d facts of %d learners%n", FACTS, LEARNERS);
        out.printf("%12s %14s %10s %10s%n", "dry run ms", "plain scan ms", "earn it", "near");
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            facts.scan();
            long scanned = System.nanoTime();
            Forecast forecast = bridge.planner()
                    .forecast(rules(), "labs", new Page(null, 20), new PlanBar(err))
                    .orElseThrow();
            long decided = System.nanoTime();
            out.printf(
                    "%12.0f %14.0f %10d %10d%n",
                    (decided - scanned) / 1e6, (scanned - start) / 1e6, forecast.earning(), forecast.near());
            out.flush();
        }
    }

    private void fill(ManyFacts facts) {
        List<UUID> people =
                IntStream.range(0, LEARNERS).mapToObj(i -> UUID.randomUUID()).toList();
        ProgressBar bar = new ProgressBar(err, "writing facts");
        for (int done = 0; done < FACTS; done += AT_ONCE) {
            List<ManyFacts.Owned> some = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                some.add(new ManyFacts.Owned(people.get(random.nextInt(LEARNERS)), fact(done + i)));
            }
            facts.add(done, some);
            bar.show(done, FACTS);
        }
        bar.end();
    }

    private Fact fact(int number) {
        String lab = "lab-" + random.nextInt(LABS);
        UUID statement = new UUID(random.nextLong(), random.nextLong());
        return new Fact(
                lab,
                Kind.SCORED,
                "http://adlnet.gov/expapi/verbs/scored",
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number),
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
