package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.map.RuleSet;
import org.laurelbridge.decide.Decider;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.mapping.Mapped;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;
import org.laurelbridge.mapping.RecordedStatement;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.RuleIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The pure part of the same way: a statement is mapped, the badges that read its activity are found, and decided. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecisionBenchmark {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int STATEMENTS = 1_024;

    @Param({"10", "1000", "10000"})
    public int rules;

    private Mapping mapping;
    private RuleIndex index;
    private List<RecordedStatement> statements;
    private int next;

    @Setup
    public void read() {
        mapping = MappingReader.read("many", ManyRules.mapping(rules).text())
                .mapping()
                .orElseThrow();
        index = RuleIndex.of(RuleSet.read(ManyRules.all(rules)).badges());
        statements = IntStream.range(0, STATEMENTS)
                .mapToObj(i -> recorded(ManyRules.passed(i, (int) (i * 7919L % rules))))
                .toList();
    }

    private static RecordedStatement recorded(String raw) {
        Candidate candidate = Walk.candidate(raw);
        return new RecordedStatement(UUID.randomUUID(), candidate.statement(), Set.of(), AT, AT, Set.of("lms"));
    }

    @Benchmark
    public Decision statement() {
        Mapped mapped = mapping.map(statements.get(next++ % STATEMENTS));
        List<Badge> badges = index.listByActivity(mapped.facts().get(0).activity());
        return new Decider().decide(badges.get(0), History.of(mapped.facts()), NOW);
    }
}
