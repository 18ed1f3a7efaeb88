package org.laurelbridge.bridge.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.issue.picture.Letters;
import org.laurelbridge.bridge.issue.picture.PictureDesignJson;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.listen.kept.KeptSources;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.moving.Setup.Part;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.store.AuditStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.EvidenceStore;
import org.laurelbridge.bridge.store.FactStore;
import org.laurelbridge.bridge.store.KeptSourceStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.PictureStore;
import org.laurelbridge.bridge.store.PlanStore;
import org.laurelbridge.bridge.store.RuleDocumentStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.xapi.XapiVersion;

class MovingTest {
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);
    private static final Page PAGE = new Page(null, 10);
    private static final Doer OPS = Doer.commandLine("ops");
    private static final String DESIGN =
            "{\"shape\":\"%s\",\"background\":\"#123456\",\"edge\":\"#654321\",\"ink\":\"#ffffff\",\"text\":[\"Quiz\"]}";
    private static final String BADGE = """
            brl: 1
            kind: badge
            id: %s
            version: 1
            title: Quiz
            when: {scored: {on: quiz, atLeast: 80%%, from: lrs}}
            """;
    private static final String MAPPING = """
            brl: 1
            kind: mapping
            name: campus
            version: 1
            use: [adl@1]
            activities:
              quiz: {title: Quiz, match: {id: "https://lms.example/quiz"}}
            """;

    private final TurnedClock clock = new TurnedClock("2026-11-26T12:00:00Z");
    private Database here;

    /** An installation, as far as something is set up in it. */
    private final class Place {
        final RuleBook rules;
        final PictureStore pictures;
        final KeptSources sources;
        final Moving moving;
        Runnable meanwhile = () -> {};

        Place(Database database) {
            this(database, new AuditStore(database, clock));
        }

        Place(Database database, Audit audit) {
            RuleDocumentStore documents = new RuleDocumentStore(database);
            rules = new RuleBook(documents, clock);
            pictures = new PictureStore(database);
            sources = new KeptSourceStore(
                    database, new SecretBox("a secret key of thirty-two bytes".getBytes(StandardCharsets.US_ASCII)));
            Inventory.Configured configured = new Inventory.Configured(Set.of("file"), Set.of("taken"));
            moving = new Moving(
                    new Inventory(rules, pictures, sources, configured, clock),
                    audit,
                    names -> new Planner(
                            new RuleBook(documents, clock, () -> names),
                            new PlanStore(database),
                            new EvidenceStore(database),
                            new FactStore(database),
                            clock),
                    new PictureDesignJson(Letters.load()),
                    work -> {
                        meanwhile.run();
                        database.together(() -> {
                            work.run();
                            return true;
                        });
                    });
        }

        void fill() {
            sources.add(lrs("https://test.example/xapi", "key", "secret"), clock.instant());
            sources.add(new KeptSource(UUID.randomUUID(), "app", "app", "secret", null), clock.instant());
            pictures.save("quiz", new Source.Designed(DESIGN.formatted("circle")), clock.instant());
            rules.apply(List.of(
                    new RuleText("mapping-campus.yaml", MAPPING),
                    new RuleText("badge-quiz.yaml", BADGE.formatted("quiz"))));
        }

        Setup all() {
            rules.refresh();
            return moving.current(ALL);
        }

        Moving.Foreseen foresee(Setup setup) {
            return moving.foresee(moving.read(SetupWriter.write(setup)), PAGE, Progress.NONE);
        }

        List<String> apply(Setup setup) {
            return moving.apply(
                    moving.read(SetupWriter.write(setup)), foresee(setup).basis(), OPS, Progress.NONE);
        }
    }

    private static KeptSource lrs(String endpoint, String key, String secret) {
        return new KeptSource(
                UUID.randomUUID(),
                "lrs",
                key,
                secret,
                new KeptSource.Pulled(URI.create(endpoint), XapiVersion.V1_0, Duration.ofSeconds(5), false));
    }

    @BeforeEach
    void open(Database given) {
        here = given;
    }

    private static Setup elsewhere(MovingTest test) {
        try (TestDatabase database = TestDatabase.sqlite()) {
            Place test1 = test.new Place(database.database());
            test1.fill();
            return test1.all();
        }
    }

    @OnEveryDatabase
    void whatIsSetUp_isTheSameElsewhere_andAsksForItsSecrets() {
        Setup setup = elsewhere(this);
        Place there = new Place(here);

        Moving.Foreseen foreseen = there.foresee(setup);
        assertThat(foreseen.changes()).extracting(SetupChange::what).containsOnly(What.ADDED);
        assertThat(foreseen.changes())
                .extracting(SetupChange::name)
                .containsExactly("mapping campus@1", "badge quiz@1", "quiz", "app", "lrs");
        assertThat(foreseen.secrets()).containsExactly("app", "lrs");
        assertThat(there.all()).isEqualTo(new Setup(List.of(), Map.of(), Map.of()));

        assertThat(there.apply(setup)).containsExactly("app", "lrs");
        assertThat(there.all()).isEqualTo(setup);
        assertThat(there.sources.list()).noneMatch(KeptSource::isReady);
        assertThat(there.foresee(setup).isNothing()).isTrue();
    }

    @OnEveryDatabase
    void eachChange_isToldBeforeIt_andLeavesItsRows() {
        Place there = new Place(here);
        there.fill();
        there.pictures.save("lab", new Source.Designed(DESIGN.formatted("shield")), clock.instant());
        Setup setup = new Setup(
                List.of(there.all().rules().get(0), new RuleText("badge-exam.yaml", BADGE.formatted("exam"))),
                Map.of("quiz", new Source.Designed(DESIGN.formatted("hexagon"))),
                Map.of("lrs", Setup.Connection.of(lrs("https://test.example/xapi", "key", ""))));

        Moving.Foreseen foreseen = there.foresee(setup);
        assertThat(foreseen.changes())
                .extracting(change -> change.what().word() + " " + change.name())
                .containsExactlyInAnyOrder(
                        "unchanged mapping campus@1",
                        "added badge exam@1",
                        "taken out badge quiz@1",
                        "taken out lab",
                        "changed quiz",
                        "taken out app",
                        "unchanged lrs");
        assertThat(foreseen.changes())
                .filteredOn(change -> change.name().equals("quiz"))
                .singleElement()
                .satisfies(change -> assertThat(change.lines()).contains("- shape: circle", "+ shape: hexagon"));

        there.apply(setup);
        assertThat(there.all()).isEqualTo(setup);
        assertThat(rows())
                .contains(
                        "setup.imported {connections=1 taken out, pictures=1 changed, 1 taken out, rules=1 added, 1 taken out}")
                .anyMatch(row -> row.startsWith("rules.applied"))
                .anyMatch(row -> row.startsWith("rules.taken-out"))
                .anyMatch(row -> row.startsWith("badge.picture"))
                .anyMatch(row -> row.startsWith("source.removed"));
        int before = rows().size();
        there.apply(setup);
        assertThat(rows()).hasSize(before);
    }

    private List<String> rows() {
        return new AuditStore(here, clock)
                .list(Audit.Filter.ALL, 0, 100).stream()
                        .filter(row -> row.doer().equals(OPS))
                        .map(row -> row.change().action() + " "
                                + new TreeMap<>(row.change().after()))
                        .toList();
    }

    @OnEveryDatabase
    void aSecret_staysWithItsKeyAtItsAddress_andGoesNowhereElse() {
        Place there = new Place(here);
        there.fill();
        KeptSource known = there.sources.list().get(1);
        assertThat(there.foresee(with(lrs("https://test.example/xapi", "key", "")))
                        .secrets())
                .isEmpty();
        assertThat(there.apply(with(lrs("https://test.example/xapi", "another", ""))))
                .containsExactly("lrs");
        assertThat(there.sources.list()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(known.id());
            assertThat(one.isReady()).isFalse();
        });
        there.sources.change(known.id(), known);
        assertThat(there.apply(with(lrs("https://other.example/xapi", "key", ""))))
                .containsExactly("lrs");
        assertThat(there.sources.list()).singleElement().satisfies(one -> {
            assertThat(one.id()).isNotEqualTo(known.id());
            assertThat(one.isReady()).isFalse();
        });
    }

    private static Setup with(KeptSource source) {
        return new Setup(null, null, Map.of(source.name(), Setup.Connection.of(source)));
    }

    @OnEveryDatabase
    void whatTheConfigurationHas_comesFirst() {
        Place there = new Place(here);
        Setup setup = new Setup(
                null,
                null,
                Map.of("file", new Setup.Connection("file", null), "app", new Setup.Connection("app", null)));
        assertThat(there.foresee(setup).configured()).containsExactly("file");
        there.apply(setup);
        assertThat(there.sources.list()).extracting(KeptSource::name).containsExactly("app");

        Setup clash = new Setup(null, null, Map.of("app", new Setup.Connection("taken", null)));
        assertThatThrownBy(() -> there.apply(clash))
                .isInstanceOfSatisfying(
                        Moving.Wrong.class,
                        wrong -> assertThat(wrong.problems())
                                .singleElement()
                                .asString()
                                .contains("connections.app", "\"taken\", which another sender has"));
    }

    @OnEveryDatabase
    void mistakesOfRules_areToldAtTheirLinesInTheFile_andNothingIsChanged() {
        Place there = new Place(here);
        String badge = BADGE.formatted("quiz").replace("on: quiz", "on: quizz");
        Setup wrong =
                new Setup(List.of(new RuleText("m.yaml", MAPPING), new RuleText("q.yaml", badge)), null, Map.of());
        String document = SetupWriter.document(wrong);
        assertThatThrownBy(() -> there.foresee(wrong)).isInstanceOfSatisfying(Moving.Wrong.class, told -> {
            long line = document.lines()
                            .takeWhile(one -> !one.contains("on: quizz"))
                            .count()
                    + 1;
            assertThat(told.problems())
                    .singleElement()
                    .asString()
                    .contains(SetupWriter.DOCUMENT + ":" + line + ":", "q.yaml", "quizz");
        });
        Setup stray = new Setup(
                List.of(new RuleText("m.yaml", MAPPING), new RuleText("q.yaml", BADGE.formatted("quiz"))),
                null,
                Map.of());
        assertThatThrownBy(() -> there.foresee(stray))
                .isInstanceOfSatisfying(
                        Moving.Wrong.class,
                        told -> assertThat(told.problems())
                                .singleElement()
                                .asString()
                                .contains("q.yaml", "from \"lrs\", which is no source here"));
        assertThat(there.all().rules()).isEmpty();
    }

    @OnEveryDatabase
    void whenAnythingFails_nothingIsChanged() {
        Setup setup = elsewhere(this);
        Place there = new Place(here, new Refusing());
        Basis basis = there.foresee(setup).basis();
        Moving.Told told = there.moving.read(SetupWriter.write(setup));
        assertThatThrownBy(() -> there.moving.apply(told, basis, OPS, Progress.NONE))
                .hasMessage("full");
        assertThat(there.all().rules()).isEmpty();
        assertThat(there.all().pictures()).isEmpty();
        assertThat(there.all().connections()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @OnEveryDatabase
    void whatWasForeseen_mustStillStand() {
        Setup setup = elsewhere(this);
        Place there = new Place(here);
        Basis basis = there.foresee(setup).basis();
        there.rules.apply(List.of(new RuleText("m.yaml", MAPPING)));
        assertThatThrownBy(() ->
                        there.moving.apply(there.moving.read(SetupWriter.write(setup)), basis, OPS, Progress.NONE))
                .isInstanceOf(Moving.Elsewhere.class);
        assertThat(there.all().connections()).isEmpty();
    }

    @OnEveryDatabase
    void whatWasAddedSince_isNotRemovedUnseen() {
        Place there = new Place(here);
        there.fill();
        Setup setup = there.all();
        Moving.Told told = there.moving.read(SetupWriter.write(setup));
        List<Runnable> additions = List.of(
                () -> there.sources.add(
                        new KeptSource(UUID.randomUUID(), "late", "late", "secret", null), clock.instant()),
                () -> there.pictures.save("late", new Source.Designed(DESIGN.formatted("shield")), clock.instant()));
        for (Runnable addition : additions) {
            Basis before = there.foresee(setup).basis();
            addition.run();
            assertThat(there.moving.basis()).isNotEqualTo(before);
            assertThatThrownBy(() -> there.moving.apply(told, before, OPS, Progress.NONE))
                    .isInstanceOf(Moving.Elsewhere.class);
        }
        // while the change is made ready, too
        there.sources.remove(there.sources.list().stream()
                .filter(one -> one.name().equals("late"))
                .findFirst()
                .orElseThrow()
                .id());
        Basis before = there.foresee(setup).basis();
        there.meanwhile = additions.get(0);
        assertThatThrownBy(() -> there.moving.apply(told, before, OPS, Progress.NONE))
                .isInstanceOf(Moving.Elsewhere.class);
        assertThat(there.sources.list()).extracting(KeptSource::name).containsExactly("app", "late", "lrs");
        assertThat(there.pictures.badges()).containsExactly("late", "quiz");
        assertThat(Basis.of(before.word())).contains(before);
        assertThat(Basis.of("7")).isEmpty();
    }

    @OnEveryDatabase
    void aNewSecretAlone_isNoOtherBasis() {
        Place there = new Place(here);
        there.fill();
        Basis before = there.foresee(there.all()).basis();
        KeptSource app = there.sources.list().get(0);
        there.sources.change(app.id(), new KeptSource(app.id(), app.name(), app.key(), "another", null));
        assertThat(there.moving.basis()).isEqualTo(before);
    }

    /** A log that takes no row. */
    private static final class Refusing implements Audit {
        @Override
        public void append(Doer doer, Change change) {
            throw new IllegalStateException("full");
        }

        @Override
        public List<Entry> list(Filter filter, long before, int limit) {
            return List.of();
        }

        @Override
        public int forgetBefore(Doer doer, Instant instant) {
            return 0;
        }
    }
}
