package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.store.DatabaseUnavailable;
import org.laurelbridge.bridge.store.ErasureStore;
import org.laurelbridge.bridge.store.Needles;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.bridge.subject.Erasure;
import org.laurelbridge.mapping.VoidReach;

/** Somebody is erased while their statements go on coming, are mapped, decided and signed. */
class ErasingAtWorkTest extends WithIssuer {
    private static final byte[] KEY = "a secret of this installation...".getBytes(StandardCharsets.UTF_8);

    @OnEveryDatabase
    void whatIsUnderWay_bringsNobodyBack(TestDatabase test) throws Exception {
        walk.apply(Walk.mapping(1, "create"), badge(), badge("other", 1, "when: {completed: quiz}"));
        PersonId ada = walk.ada();
        StatementStore gated = new StatementStore(test.database(), KEY);
        Erasing erasing = new Erasing(
                new ErasureStore(test.database(), new SecretBox(new byte[32]), KEY), kind -> Set.of(), walk.clock);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> working = new ArrayList<>();
            working.add(threads.submit(() -> until(over, () -> hear(gated))));
            working.add(threads.submit(() -> until(over, walk.mapper::mapDue)));
            working.add(threads.submit(() -> until(over, walk.awarder::awardDue)));
            working.add(threads.submit(() -> until(over, issuer::issueDue)));
            while (walk.count("award") == 0 || walk.count("credential") == 0) {
                assertThat(working).as("all are at work").noneMatch(Future::isDone);
            }
            Erasure done = erasing.goOn(erasing.begin(ada).orElseThrow(), step -> {});
            assertThat(done.isDone()).isTrue();
            hear(gated);
            over.set(true);
            for (Future<?> one : working) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        walk.settle();
        Needles needles =
                new Needles().texts(List.of("ada@example.org"), List.of()).ids(List.of(ada.value()));
        assertThat(needles.inTables(test.database(), test.isSqlite())).isEmpty();
        assertThat(walk.count("award")).isZero();
        assertThat(walk.count("person")).isZero();
    }

    private static void until(AtomicBoolean over, Runnable work) {
        while (!over.get()) {
            try {
                work.run();
            } catch (StatementLog.Unavailable | DatabaseUnavailable busy) {
                // as every worker does: again
            }
        }
    }

    private void hear(StatementStore gated) {
        List<Candidate> candidates = IntStream.range(0, 20)
                .mapToObj(i -> Walk.candidate(Walk.scored(UUID.randomUUID(), "0.9", "2026-03-01T10:00:00Z")))
                .toList();
        gated.append(
                List.of(new Submission("lms", Submission.Manner.TAKEN, candidates, List.of())),
                (source, authority) -> VoidReach.ANYTHING,
                walk.clock.instant());
    }
}
