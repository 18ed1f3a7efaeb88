package org.laurelbridge.bridge.listen.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.fake.FakeLrs;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.health.Figures.SourceFigures;
import org.laurelbridge.bridge.lrs.LrsAccess;
import org.laurelbridge.bridge.lrs.LrsClient;
import org.laurelbridge.bridge.map.Mapper;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.Recorder;
import org.laurelbridge.bridge.store.Cable;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.FactStore;
import org.laurelbridge.bridge.store.FiguresStore;
import org.laurelbridge.bridge.store.LeaseStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.PositionStore;
import org.laurelbridge.bridge.store.RuleDocumentStore;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.XapiVersion;

/** What is told of an LRS that stops and comes back: nothing is lost, and it can be seen. */
class SourceFiguresTest {
    private static final Duration TEN = Duration.ofMinutes(10);
    private static final String MAPPING = """
            brl: 1
            kind: mapping
            name: campus
            version: 1
            use: [adl@1]
            identity:
              - mbox: email
            unknown: park
            activities:
              quiz: {title: Quiz, match: {id: "https://lms.example/q"}}
            """;
    private static final String PASSED = """
            {"actor":{"mbox":"mailto:nobody@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},\
            "object":{"id":"https://lms.example/%s"},"timestamp":"2026-03-01T09:00:00Z"}""";

    private final TurnedClock clock = new TurnedClock("2030-01-01T00:00:00Z");
    private final FakeLrs lrs = FakeLrs.a();
    private final Cable cable = Cable.to(lrs.endpoint().toString());
    private Database database;
    private Recorder recorder;
    private Mapper mapper;
    private LeasedSource source;

    @BeforeEach
    void open(Database given) {
        database = given;
        recorder = new Recorder(new StatementStore(database), (from, authority) -> VoidReach.ANYTHING, clock, 1);
        RuleBook rules = new RuleBook(new RuleDocumentStore(database), clock);
        rules.apply(List.of(new RuleText("mapping.yaml", MAPPING)));
        mapper = new Mapper(new FactStore(database), rules, clock);
        source = source("campus", cable.url());
    }

    private LeasedSource source(String name, String endpoint) {
        LrsClient client = new LrsClient(LrsAccess.of(URI.create(endpoint), "key", "gehäim", XapiVersion.V1_0));
        PulledSource pulled = new PulledSource(name, client, recorder::accept, new PositionStore(database), clock);
        return new LeasedSource(pulled, new LeaseStore(database), clock);
    }

    @AfterEach
    void stop() {
        recorder.close();
        cable.close();
        lrs.close();
    }

    private void fill(int statements, String object) {
        for (int i = 0; i < statements; i++) {
            lrs.add(UUID.randomUUID(), PASSED.formatted(object));
        }
    }

    private SourceFigures figures(String name) {
        return new FiguresStore(database, clock)
                .read().sources().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private Duration lag() {
        return Duration.between(figures("campus").readAt(), clock.instant());
    }

    @OnEveryDatabase
    void anLrsThatStops_isTold_andThatItCameBack_withNothingLost() {
        fill(3, "q");
        fill(2, "else");
        source.pullOnce();
        assertThat(lag()).isZero();
        assertThat(figures("campus").brought().waiting()).isEqualTo(5);
        while (mapper.mapDue() > 0) {}
        assertThat(figures("campus").brought().kept()).isEqualTo(5);
        assertThat(figures("campus").brought().parked()).isEqualTo(3);
        assertThat(figures("campus").brought().mapped()).isEqualTo(2);

        cable.cut();
        fill(4, "q");
        source.pullOnce();
        clock.turn(TEN);
        assertThat(figures("campus").isAway(clock.instant(), TEN)).isFalse();
        clock.turn(Duration.ofSeconds(1));
        assertThat(figures("campus").isAway(clock.instant(), TEN)).isTrue();
        assertThat(lag()).isEqualTo(TEN.plusSeconds(1));

        cable.mend();
        lrs.addRaw("{\"id\":\"%s\",\"actor\":7}".formatted(UUID.randomUUID()));
        source.pullOnce();
        source.pullOnce();
        assertThat(lag()).isZero();
        assertThat(figures("campus").isAway(clock.instant(), TEN)).isFalse();
        assertThat(figures("campus").brought().rejected()).isEqualTo(1);
        assertThat(figures("campus").brought().kept() + 1).isEqualTo(lrs.ids().size());
    }

    @OnEveryDatabase
    void anLrsThatWasNeverRead_isAwaySinceItWasFirstTried() {
        cable.cut();
        source.pullOnce();
        clock.turn(Duration.ofMinutes(9));
        source.pullOnce();
        assertThat(figures("campus").wasRead()).isFalse();
        assertThat(figures("campus").isAway(clock.instant(), TEN)).isFalse();
        clock.turn(Duration.ofMinutes(2));
        source.pullOnce();
        assertThat(figures("campus").isAway(clock.instant(), TEN)).isTrue();
        assertThat(lag()).isEqualTo(Duration.ofMinutes(11));
    }

    @OnEveryDatabase
    void whatTwoBring_isCountedOfEach_once() {
        fill(3, "q");
        LeasedSource other = source("copy", lrs.endpoint().toString());
        for (int round = 0; round < 3; round++) {
            source.pullOnce();
            other.pullOnce();
        }
        assertThat(figures("campus").brought().kept()).isEqualTo(3);
        assertThat(figures("copy").brought().kept()).isEqualTo(3);
    }
}
