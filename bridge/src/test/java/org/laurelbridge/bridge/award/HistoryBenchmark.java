package org.laurelbridge.bridge.award;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.record.Recorder;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.mapping.VoidReach;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * The whole way of one statement of a learner with a long history, of which the one badge that reads it names a hundred facts. They
 * lie among the others as they came; what a statement added is taken out again after it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx1g")
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class HistoryBenchmark {

    private static final int NAMED = 100;
    private static final int ACTIVITIES = 100;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Param({"100", "100000"})
    public int facts;

    private TestDatabase database;
    private Walk walk;
    private Recorder recorder;
    private PersonId learner;

    @Setup
    public void open() {
        database = TestDatabase.sqlite();
        walk = new Walk(database.database());
        walk.apply(ManyRules.mapping(ACTIVITIES), ManyRules.badge(0));
        learner = walk.people.add("Ada", List.of(new Identifier("email", "", "u0@example.org")), walk.clock.instant());
        walk.database.change(handle -> {
            var batch = handle.prepareBatch("""
                    insert into fact (seq, activity, person, statement, body)
                    values (:seq, :activity, :person, :statement, :body)""");
            for (int i = 0; i < facts; i++) {
                Fact fact = fact(i);
                // before all that come as statements
                batch.bind("seq", i - facts)
                        .bind("activity", fact.activity())
                        .bind("person", learner.value())
                        .bind("statement", fact.statement())
                        .bind("body", FactText.write(fact))
                        .add();
            }
            batch.execute();
        });
        recorder = new Recorder(walk.statements, (source, authority) -> VoidReach.OWN, walk.clock, 1);
    }

    /** Every one of a hundred is the badge's, or all. */
    private Fact fact(int place) {
        int among = facts / NAMED;
        int activity = place % among == 0 ? 0 : 1 + place % (ACTIVITIES - 1);
        String address = "https://lms.example/mod/quiz/view.php?id=" + activity;
        UUID statement = UUID.randomUUID();
        return new Fact(
                "a" + activity,
                Kind.PASSED,
                "http://adlnet.gov/expapi/verbs/passed",
                BEGIN.plusSeconds(place),
                Percent.of(BigDecimal.valueOf(50)),
                true,
                null,
                "PT15M",
                null,
                statement.toString(),
                Set.of("lms"),
                null,
                null,
                address,
                address,
                null,
                null,
                null,
                null,
                false,
                false,
                statement);
    }

    @TearDown(Level.Invocation)
    public void takeOut() {
        walk.database.change(handle -> handle.execute("delete from fact where seq >= 0"));
    }

    @TearDown
    public void close() {
        recorder.close();
        database.close();
    }

    /** Returns how many decisions it took. */
    @Benchmark
    public int statement() {
        recorder.accept(new Submission(
                "lms", Submission.Manner.PUSHED, List.of(Walk.candidate(ManyRules.passed(0, 0))), List.of()));
        walk.mapper.mapDue();
        return walk.awarder.awardDue();
    }

    long factsRead() {
        return walk.awarder.figures().facts();
    }
}
