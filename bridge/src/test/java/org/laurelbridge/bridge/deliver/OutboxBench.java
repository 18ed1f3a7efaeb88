package org.laurelbridge.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.deliver.Outbox.Listed;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.store.OutboxStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.mockito.Mockito;

/** A real outbox with one award in it, and couriers that carry its deliveries to one target. */
public final class OutboxBench implements AutoCloseable {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int MOST_ROUNDS = 300;

    private final TestDatabase database;
    private final TurnedClock clock;
    private final Outbox outbox;
    private final Courier courier;

    OutboxBench(TurnedClock clock, Person person, Target target) {
        this(clock, person, Map.of(Samples.TARGET, target), TestDatabase.sqlite());
    }

    OutboxBench(TurnedClock clock, Person person, Map<String, Target> targets, TestDatabase database) {
        this.clock = clock;
        this.database = database;
        this.outbox = outbox(database, person);
        this.courier = new Courier(outbox, targets, Backoff.standard(() -> 0.5), clock);
        DeliveryRows.addAward(database.database(), Samples.award());
    }

    /** An outbox whose awards are all Ada's. */
    static Outbox outbox(TestDatabase database, Person person) {
        Awards awards = Mockito.mock(Awards.class);
        Mockito.when(awards.find(Mockito.any(UUID.class))).thenReturn(Optional.of(Samples.award()));
        People people = Mockito.mock(People.class);
        Mockito.when(people.find(Samples.ADA.value())).thenReturn(Optional.of(person));
        return new OutboxStore(database.database(), awards, people, badge -> "Kubernetes fundamentals");
    }

    Outbox outbox() {
        return outbox;
    }

    Courier courier() {
        return courier;
    }

    void order(int revision, String grade) {
        order(Samples.TARGET, revision, grade);
    }

    void order(String target, int revision, String grade) {
        Instant now = clock.instant();
        DeliveryRows.add(database.database(), target, revision, grade, Samples.EARNED.plusSeconds(revision), now);
    }

    /** The first deliveries of many awards, one each. */
    void orderMany(String target, int awards) {
        for (int i = 0; i < awards; i++) {
            AwardId award = new AwardId(new UUID(1, i));
            Award sample = Samples.award(award, Integer.toString(i));
            DeliveryRows.addAward(database.database(), sample);
            DeliveryRows.add(database.database(), award, target, 1, "100", Samples.EARNED, clock.instant());
        }
    }

    /** Claims it, as a courier does that then dies. */
    Delivery claimed() {
        return outbox.claim(clock.instant(), LEASE, 1, Set.of()).get(0).delivery();
    }

    /** Lets the courier go round, with time passing, until nothing is left to do; the newest delivery's state. */
    State deliver() {
        for (int round = 0; round < MOST_ROUNDS && isOpen(newest().state()); round++) {
            courier.deliverDue();
            clock.turn(Duration.ofMinutes(11));
        }
        return newest().state();
    }

    void deliverFromThreads(int threads) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var all = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(courier::deliverDue))
                    .toList();
            for (var one : all) {
                assertThat(one).succeedsWithin(Duration.ofSeconds(20));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    String trouble() {
        return String.valueOf(newest().trouble());
    }

    Listed newest() {
        return listed().get(0);
    }

    List<Listed> listed() {
        return outbox.list(null, null, 100);
    }

    private static boolean isOpen(State state) {
        return state == State.DUE || state == State.UNKNOWN || state == State.SENDING;
    }

    @Override
    public void close() {
        database.close();
    }
}
