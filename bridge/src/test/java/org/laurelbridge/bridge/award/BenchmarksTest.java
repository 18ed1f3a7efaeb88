package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the benchmarks measure is what they say. How long it takes is for {@link Benchmarks}. */
class BenchmarksTest {

    @Test
    void rules_eachStatementEarnsOneOfTheBadges() {
        RulesBenchmark benchmark = new RulesBenchmark();
        benchmark.rules = 3;
        benchmark.open();
        try {
            for (int i = 0; i < 4; i++) {
                assertThat(benchmark.statement()).isEqualTo(1);
            }
            assertThat(benchmark.awards()).isEqualTo(4);
        } finally {
            benchmark.close();
        }
    }

    @Test
    void decision_isMet() {
        DecisionBenchmark benchmark = new DecisionBenchmark();
        benchmark.rules = 3;
        benchmark.read();
        assertThat(benchmark.statement().isMet()).isTrue();
        assertThat(benchmark.statement().isMet()).isTrue();
    }

    @Test
    void history_eachStatementReadsTheFactsThatItsRuleNames_whateverElseThereIs() {
        HistoryBenchmark benchmark = new HistoryBenchmark();
        benchmark.facts = 1_000;
        benchmark.open();
        try {
            for (int i = 1; i <= 3; i++) {
                assertThat(benchmark.statement()).isEqualTo(1);
                benchmark.takeOut();
                assertThat(benchmark.factsRead()).isEqualTo(i * 101L);
            }
        } finally {
            benchmark.close();
        }
    }
}
