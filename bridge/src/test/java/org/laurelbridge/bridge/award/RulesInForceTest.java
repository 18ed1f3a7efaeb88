package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.map.RuleBook.Outcome;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;

class RulesInForceTest {

    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();

    private Database database;
    private Walk walk;

    @BeforeEach
    void open(Database given) {
        database = given;
        walk = new Walk(given);
    }

    @OnEveryDatabase
    void apply_saysWhatChanged() {
        assertThat(walk.apply(mapping(1, "park"), badge()))
                .isEqualTo(new Outcome.Changed(
                        List.of("mapping campus@1", "badge quiz@1"), List.of(), List.of(), List.of()));
        assertThat(walk.apply(mapping(2, "park"), badge("lab", 1, "when: {completed: lab}")))
                .isEqualTo(new Outcome.Changed(
                        List.of("badge lab@1"), List.of("mapping campus@2"), List.of(), List.of("badge quiz@1")));
    }

    @OnEveryDatabase
    void apply_again_changesNothing() {
        walk.apply(mapping(1, "park"), badge());
        long turn = walk.rules.current().turn();
        assertThat(walk.apply(mapping(1, "park"), badge()))
                .isEqualTo(new Outcome.Changed(
                        List.of(), List.of(), List.of("mapping campus@1", "badge quiz@1"), List.of()));
        assertThat(walk.rules.current().turn()).isEqualTo(turn);
    }

    @OnEveryDatabase
    void apply_ofMistakes_tellsAllOfThemAndAppliesNothing() {
        Outcome outcome = walk.apply(
                mapping(1, "park"),
                new RuleText("other.yaml", mapping(1, "park").text()),
                badge(),
                new RuleText("again.yaml", badge().text()),
                badge("x", 1, "when: {completed: labb}"),
                new RuleText("odd.yaml", "{brl: 1, kind: odd}"),
                new RuleText("broken.yaml", "a: ["),
                badge("y", 1, "when: {completed: lab}", "tests: [{given: [], expect: {awarded: 2026-03-01}}]"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Object::toString)
                                .anySatisfy(text -> assertThat(text).contains("other.yaml", "a second mapping"))
                                .anySatisfy(text -> assertThat(text).contains("again.yaml", "\"quiz\" again"))
                                .anySatisfy(text -> assertThat(text).contains("x.yaml", "labb", "lab"))
                                .anySatisfy(
                                        text -> assertThat(text).contains("odd.yaml", "kind: mapping or kind: badge"))
                                .anySatisfy(text -> assertThat(text).contains("broken.yaml"))
                                .anySatisfy(text -> assertThat(text).contains("y.yaml", "awarded: 2026-03-01"))
                                .hasSize(6));
        assertThat(walk.count("rule_document")).isZero();
    }

    @OnEveryDatabase
    void apply_ofAnotherTextUnderAKnownVersion_isRefused() {
        walk.apply(mapping(1, "park"), badge());
        assertThat(walk.apply(mapping(1, "create"), badge("description: other")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Object::toString)
                                .satisfiesExactlyInAnyOrder(
                                        text -> assertThat(text)
                                                .contains("campus.yaml", "mapping campus@1", "a higher version"),
                                        text -> assertThat(text).contains("quiz.yaml", "badge quiz@1")));
    }

    @OnEveryDatabase
    void export_givesTheDocumentsBackByteForByte() {
        RuleText odd = new RuleText("quiz.yaml", "# mine\r\n" + badge().text() + "\n\n");
        walk.apply(mapping(1, "park"), odd);
        assertThat(walk.rules.export())
                .extracting(RuleText::text)
                .containsExactly(mapping(1, "park").text(), odd.text());
    }

    @OnEveryDatabase
    void otherNode_noticesNewRulesBeforeItMaps() {
        Walk other = new Walk(database);
        walk.ada();
        walk.apply(mapping(1, "park"), badge());
        other.walk(scored(A, "0.9", TEN));
        assertThat(other.only().badge()).isEqualTo("quiz");
    }

    @OnEveryDatabase
    void oldMappingAppliedAgain_mapsAnew() {
        walk.ada();
        walk.apply(mapping(1, "park"), badge());
        walk.apply(mapping(2, "park"), badge());
        walk.walk(scored(A, "0.9", TEN));
        walk.apply(mapping(1, "park"), badge());
        assertThat(walk.mapper.waiting()).isEqualTo(1);
        walk.settle();
        assertThat(walk.mapper.waiting()).isZero();
    }

    @OnEveryDatabase
    void statementThatCannotBeRead_isQuarantinedUntilItCan() {
        walk.ada();
        walk.apply(mapping(1, "park"), badge());
        walk.hear(scored(A, "0.9", TEN), scored(B, "0.8", TEN));
        database.change(handle -> handle.execute("update statement set raw = '{}' where id = ?", (Object) bytes(A)));
        walk.settle();
        assertThat(walk.only().evidence()).containsExactly(B);
        assertThat(walk.statements.listQuarantined(10)).singleElement().satisfies(one -> {
            assertThat(one.statement()).isEqualTo(A);
            assertThat(one.why()).contains("cannot be read any more");
        });

        database.change(
                handle -> handle.execute("update statement set raw = ? where id = ?", scored(A, "0.9", TEN), bytes(A)));
        walk.apply(mapping(2, "park"), badge());
        walk.settle();
        assertThat(walk.statements.listQuarantined(10)).isEmpty();
    }

    @OnEveryDatabase
    void copyWithATimestamp_givesTheFactItsTime() {
        walk.ada();
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(A, "0.9", TEN).replace(",\"timestamp\":\"" + TEN + "\"", ""));
        walk.turn(Duration.ofSeconds(1));
        assertThat(walk.only().earnedAt()).isAfter(Instant.parse("2026-03-01T11:00:00Z"));
        walk.walk(scored(A, "0.9", TEN));
        assertThat(walk.only().earnedAt()).isEqualTo(TEN);
    }

    @OnEveryDatabase
    void ruleThatFails_isSwitchedOffAloneAndVisibly() {
        walk.ada();
        walk.apply(
                mapping(1, "park"),
                badge("deliver: [{to: own}]"),
                badge("other", 1, "when: {scored: {on: quiz, atLeast: 80%}}"));
        AwardId quiz = walk.ids.of("quiz", walk.ada(), 1);
        GradeOrders failing = new GradeOrders(id -> {
            if (id.equals(quiz)) {
                throw new IllegalStateException("no address");
            }
            return URI.create("https://laurel.example/");
        });
        Awarder awarder = new Awarder(walk.awards, walk.rules, walk.ids, failing, walk.clock);
        walk.hear(scored(A, "0.9", TEN));
        walk.mapper.mapDue();
        awarder.awardDue();
        assertThat(walk.awards.listTroubles()).extracting(Awards.Trouble::badge).containsExactly("quiz");
        walk.settle();
        assertThat(walk.only().badge()).isEqualTo("other");

        walk.turn(Duration.ofHours(1));
        assertThat(walk.all()).hasSize(2);
        assertThat(walk.awards.listTroubles()).isEmpty();
    }

    @OnEveryDatabase
    void manyNodesAtOnce_createEachPersonAndAwardOnce(TestDatabase given) {
        walk.apply(mapping(1, "create"), badge("deliver: [{to: own}]"));
        for (int intake = 0; intake < 10; intake++) {
            walk.hear(IntStream.range(0, 20)
                    .mapToObj(learner -> scored(UUID.randomUUID(), "0.9", TEN).replace("ada@", "u" + learner + "@"))
                    .toArray(String[]::new));
        }
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> new Walk(given.open()))
                .map(node -> CompletableFuture.runAsync(node::settle))
                .toList();
        nodes.forEach(CompletableFuture::join);
        walk.settle();
        assertThat(walk.count("person")).isEqualTo(20);
        assertThat(walk.count("fact")).isEqualTo(200);
        assertThat(walk.all()).hasSize(20);
        assertThat(walk.deliveries()).hasSize(20);
        assertThat(walk.count("evaluation")).isZero();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
