package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.store.Samples.passed;
import static org.laurelbridge.bridge.store.Samples.pushed;
import static org.laurelbridge.bridge.store.Samples.taken;
import static org.laurelbridge.bridge.store.Samples.voids;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.listen.Unreadable;
import org.laurelbridge.bridge.record.Kept;
import org.laurelbridge.bridge.record.StatementLog.Quarantined;
import org.laurelbridge.bridge.record.StatementLog.VoidRight;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.Problem;

class StatementStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final VoidRight OWN = (source, authority) -> VoidReach.OWN;
    private static final String AT_NOON = ",\"timestamp\":\"2026-03-01T12:00:00Z\"";
    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();
    private static final UUID C = UUID.randomUUID();

    private Database database;
    private StatementStore store;

    @BeforeEach
    void open(Database given) {
        database = given;
        store = new StatementStore(database);
    }

    @OnEveryDatabase
    void append_ofNewStatements_keepsThemAsSent() {
        Receipt receipt = append(pushed("lms", passed(A), passed(B)));

        assertThat(receipt).isEqualTo(new Receipt.Kept(List.of(A, B), 2, 0, 0));
        Kept kept = store.find(A).orElseThrow();
        assertThat(kept.raw()).isEqualTo(passed(A).raw());
        assertThat(kept.source()).isEqualTo("lms");
        assertThat(kept.stored()).isBetween(NOW, NOW.plusSeconds(10));
    }

    @OnEveryDatabase
    void append_again_changesNothing() {
        append(pushed("lms", passed(A)));
        long intakes = count("intake");

        Receipt receipt = append(pushed("lms", passed(A)));

        assertThat(receipt).isEqualTo(new Receipt.Kept(List.of(A), 0, 1, 0));
        assertThat(count("intake")).isEqualTo(intakes);
    }

    @OnEveryDatabase
    void append_ofTheSameIdTwiceInOneCommit_keepsTheFirst() {
        List<Receipt> receipts = store.append(List.of(pushed("lms", passed(A)), pushed("lrs", passed(A))), OWN, NOW);

        assertThat(receipts)
                .containsExactly(new Receipt.Kept(List.of(A), 1, 0, 0), new Receipt.Kept(List.of(A), 0, 1, 0));
    }

    @OnEveryDatabase
    void append_ofAConflictInTheMiddle_leavesTheOthersAlone() {
        append(pushed("lms", passed(A)));

        List<Receipt> receipts = store.append(
                List.of(
                        pushed("lms", passed(B)),
                        pushed("lms", passed(UUID.randomUUID()), differs(A)),
                        pushed("lms", passed(C))),
                OWN,
                NOW);

        assertThat(receipts)
                .containsExactly(
                        new Receipt.Kept(List.of(B), 1, 0, 0),
                        new Receipt.Conflict(List.of(A)),
                        new Receipt.Kept(List.of(C), 1, 0, 0));
        assertThat(listed()).containsExactly(A, B, C);
    }

    @OnEveryDatabase
    void append_ofAConflictThatWasTaken_quarantinesItOnce() {
        append(taken("lrs", passed(A)));

        Receipt receipt = append(taken("lrs", differs(A), passed(B)));
        append(taken("lrs", differs(A)));

        assertThat(receipt).isEqualTo(new Receipt.Kept(List.of(A, B), 1, 0, 1));
        assertThat(store.listQuarantined(10)).singleElement().satisfies(one -> {
            assertThat(one.statement()).isEqualTo(A);
            assertThat(one.raw()).isEqualTo(differs(A).raw());
            assertThat(one.why()).contains("1.0.3 Data 2.3.1");
        });
        assertThat(store.find(A).orElseThrow().raw()).isEqualTo(passed(A).raw());
    }

    @OnEveryDatabase
    void append_ofUnreadable_quarantinesItWithItsProblems() {
        Problem problem = new Problem("/actor", "nothing", "an actor", "1.0.3 Data 2.4.2");
        Unreadable unreadable = new Unreadable(null, "{\"verb\":1}", List.of(problem));

        Receipt receipt =
                append(new Submission("lrs", Submission.Manner.TAKEN, List.of(passed(A)), List.of(unreadable)));

        assertThat(receipt).isEqualTo(new Receipt.Kept(List.of(A), 1, 0, 1));
        Quarantined one = store.listQuarantined(10).get(0);
        assertThat(one.statement()).isNull();
        assertThat(one.why()).contains("\"place\":\"/actor\"", "\"found\":\"nothing\"");
    }

    @OnEveryDatabase
    void append_ofAVoid_hidesItsTargetInEitherOrder() {
        append(pushed("lms", passed(A)));
        append(pushed("lms", voids(B, A)));
        UUID late = UUID.randomUUID();
        append(pushed("lms", voids(C, late)));
        append(pushed("lms", passed(late)));

        assertThat(listed()).containsExactly(B, C);
        assertThat(store.find(A)).isEmpty();
        assertThat(store.find(late)).isEmpty();
        assertThat(store.findVoided(late)).isPresent();
        assertThat(store.findVoided(B)).isEmpty();
    }

    @OnEveryDatabase
    void append_ofAVoidOfAVoid_isKeptWithoutEffect() {
        append(pushed("lms", passed(A)));
        append(pushed("lms", voids(B, A)));
        append(pushed("lms", voids(C, B)));

        assertThat(listed()).containsExactly(B, C);
        assertThat(store.findVoided(A)).isPresent();
        assertThat(store.find(B)).isPresent();
    }

    @OnEveryDatabase
    void append_ofAVoidWithoutTheRight_isForbiddenAsAWhole() {
        append(pushed("lms", passed(A)));

        Receipt receipt = append(pushed("other", passed(C), voids(B, A)));

        assertThat(receipt).isEqualTo(new Receipt.Forbidden(List.of(A)));
        assertThat(listed()).containsExactly(A);
    }

    @OnEveryDatabase
    void append_ofATakenVoidWithoutTheRight_keepsItWithoutEffectAndQuarantinesIt() {
        append(taken("lms", passed(A)));

        Receipt receipt = append(taken("other", passed(C), voids(B, A)));

        assertThat(receipt).isEqualTo(new Receipt.Kept(List.of(C, B), 2, 0, 1));
        assertThat(listed()).containsExactly(A, C, B);
        assertThat(store.listQuarantined(1).get(0).why()).contains("1.0.3 Data 2.3.2");
    }

    @OnEveryDatabase
    void append_ofThousands_cutsThemIntoIntakes() {
        Candidate[] many =
                Stream.generate(() -> passed(UUID.randomUUID())).limit(2_500).toArray(Candidate[]::new);

        append(taken("lrs", many));

        assertThat(count("intake")).isEqualTo(3);
        assertThat(count("statement")).isEqualTo(2_500);
    }

    @OnEveryDatabase
    void append_ofTheSameFromEightThreads_keepsEachOnce(TestDatabase testDatabase) {
        StatementStore otherNode = new StatementStore(testDatabase.open());
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(50).toList();
        ConcurrentLinkedQueue<Receipt> receipts = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(number -> new Thread(() -> {
                    StatementStore node = number % 2 == 0 ? store : otherNode;
                    for (int from = 0; from < 50; from += 10) {
                        Candidate[] ten = ids.subList(from, from + 10).stream()
                                .map(Samples::passed)
                                .toArray(Candidate[]::new);
                        receipts.addAll(node.append(List.of(pushed("lms", ten)), OWN, NOW));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Threads::join);

        assertThat(receipts).hasSize(40).allMatch(Receipt.Kept.class::isInstance);
        assertThat(receipts.stream().mapToInt(receipt -> ((Receipt.Kept) receipt).added()))
                .satisfies(added ->
                        assertThat(added.stream().mapToInt(i -> i).sum()).isEqualTo(50));
        assertThat(count("statement")).isEqualTo(50);
        assertThat(count("intake")).isLessThanOrEqualTo(50);
    }

    @OnEveryDatabase
    void append_ofAnEqualCopyThatSaysMore_hasItsIntakeMappedAnew() {
        append(pushed("lms", passed(A)));
        mapped();

        Receipt receipt = append(pushed("lrs", passed(A, AT_NOON)));

        assertThat(receipt).isEqualTo(new Receipt.Kept(List.of(A), 0, 1, 0));
        assertThat(count("statement_copy")).isEqualTo(1);
        assertThat(toMap()).isEqualTo(1);
    }

    @OnEveryDatabase
    void append_ofAnEqualCopyThatSaysNothingNew_leavesTheIntakeAlone() {
        append(pushed("lms", passed(A)));
        append(pushed("lms", passed(A, AT_NOON)));
        mapped();

        append(pushed("lms", passed(A, AT_NOON)));
        append(pushed("lms", passed(A, AT_NOON, ",\"version\":\"1.0.3\"")));

        assertThat(count("statement_copy")).isEqualTo(1);
        assertThat(toMap()).isZero();
    }

    @OnEveryDatabase
    void append_ofACopyThatContradictsAnotherCopy_isAConflictWhicheverCameFirst() {
        append(pushed("lms", passed(A)));
        append(pushed("lms", passed(A, AT_NOON)));

        Receipt receipt = append(pushed("lms", passed(A, ",\"timestamp\":\"2026-03-01T13:00:00Z\"")));

        assertThat(receipt).isEqualTo(new Receipt.Conflict(List.of(A)));
    }

    private void mapped() {
        database.change(handle -> handle.execute("update intake set mapped_with = 7"));
    }

    private long toMap() {
        return database.read(
                handle -> handle.createQuery("select count(*) from intake where mapped_with <= 0 and mark = 1")
                        .mapTo(Long.class)
                        .one());
    }

    private Receipt append(Submission submission) {
        return store.append(List.of(submission), OWN, NOW).get(0);
    }

    private List<UUID> listed() {
        return new StatementListing(store).all(true, 500);
    }

    private long count(String table) {
        return database.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    private static Candidate differs(UUID id) {
        return passed(id, ",\"result\":{\"success\":false}");
    }
}
