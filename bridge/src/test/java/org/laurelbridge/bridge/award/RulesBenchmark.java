package org.laurelbridge.bridge.award;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.record.Recorder;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.VoidReach;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole way of one statement, from the recorder to the award, where many rules are in force: each badge reads an activity of
 * its own, each statement is a new learner's and earns one badge.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx1g")
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class RulesBenchmark {

    @Param({"10", "1000", "10000"})
    public int rules;

    private TestDatabase database;
    private Walk walk;
    private Recorder recorder;
    private int statements;

    @Setup
    public void open() {
        database = TestDatabase.sqlite();
        walk = new Walk(database.database());
        walk.rules.apply(ManyRules.all(rules));
        recorder = new Recorder(walk.statements, (source, authority) -> VoidReach.OWN, walk.clock, 1);
    }

    @TearDown
    public void close() {
        recorder.close();
        database.close();
    }

    /** Returns how many decisions it took. */
    @Benchmark
    public int statement() {
        int one = statements++;
        // 7919 is a prime: all rules have their turn, none next to the one before
        String raw = ManyRules.passed(one, (int) (one * 7919L % rules));
        recorder.accept(new Submission("lms", Submission.Manner.PUSHED, List.of(Walk.candidate(raw)), List.of()));
        walk.mapper.mapDue();
        return walk.awarder.awardDue();
    }

    long awards() {
        return walk.count("award");
    }
}
