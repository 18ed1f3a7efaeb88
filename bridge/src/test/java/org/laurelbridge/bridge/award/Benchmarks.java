package org.laurelbridge.bridge.award;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and says by which factor a statement costs more with more rules, or a longer history. Asked for by name
 * alone: no build depends on how quick its machine is.
 */
class Benchmarks {

    private final StringBuilder told = new StringBuilder("\n");

    @Test
    void measure() throws RunnerException {
        factor(DecisionBenchmark.class, 1.2);
        factor(RulesBenchmark.class, 1.2);
        factor(HistoryBenchmark.class, 1.5);
        System.out.println(told);
    }

    /** All runs of a benchmark, beside the quickest of them. */
    private void factor(Class<?> benchmark, double allowed) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(benchmark.getName())
                        .shouldFailOnError(true)
                        .build())
                .run();
        List<Double> medians = results.stream().map(Benchmarks::median).toList();
        double least = medians.stream().mapToDouble(median -> median).min().orElseThrow();
        double most = medians.stream().mapToDouble(median -> median).max().orElseThrow();
        int place = 0;
        for (RunResult result : results) {
            double median = medians.get(place++);
            told.append(String.format(
                    Locale.ROOT,
                    "%-20s %-12s %6s  %8.1f µs  %.2f%n",
                    benchmark.getSimpleName(),
                    String.join(" ", result.getParams().getParamsKeys()),
                    result.getParams()
                            .getParam(result.getParams()
                                    .getParamsKeys()
                                    .iterator()
                                    .next()),
                    median,
                    median / least));
        }
        told.append(String.format(
                Locale.ROOT,
                "%-20s factor %.2f, allowed %.1f: %s%n",
                benchmark.getSimpleName(),
                most / least,
                allowed,
                most / least <= allowed ? "held" : "NOT HELD"));
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }
}
