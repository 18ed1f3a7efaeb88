package org.laurelbridge.bridge.award;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.did;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;

/** What pages read of many at once is what is read of each, with as few questions for many as for one. */
class ManyAtOnceTest {
    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final UUID VOIDED = UUID.fromString("11111111-1111-4111-8111-111111111111");

    private Walk walk;
    private PersonId ada;
    private PersonId bob;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        ada = walk.ada();
        bob = walk.people.add(null, List.of(new Identifier("email", "", "bob@example.org")), walk.clock.instant());
        walk.apply(
                mapping(1, "park"),
                badge("quiz", 1, "when: {scored: {on: quiz, atLeast: 80%}}"),
                badge("short", 1, "when: {scored: {on: quiz, atLeast: 80%}}", "valid: {for: 1d}"),
                badge("asked", 1, "when: {scored: {on: quiz, atLeast: 80%}}", "award: approve"),
                badge("lab", 1, "when: {scored: {on: lab, atLeast: 50%}}"),
                badge(
                        "both",
                        1,
                        "when: {all: [{scored: {on: quiz, atLeast: 95%}}, {scored: {on: lab, atLeast: 50%}}]}"));
        walk.walk(
                scored(UUID.randomUUID(), "0.9", TEN),
                scored(VOIDED, "1.0", TEN),
                did(UUID.randomUUID(), "http://www.lms.example/Quiz/", "{\"score\":{\"scaled\":0.99}}", TEN));
        walk.walk(voids(UUID.randomUUID(), VOIDED));
    }

    @OnEveryDatabase
    void explained_areThoseOfEachAlone() {
        List<String> badges = List.of("both", "quiz", "gone", "lab", "short", "asked");
        Explanations explanations = new Explanations(walk.awards, walk.rules, walk.clock, Duration.ofDays(1));

        Map<String, Explanations.Answer> many = explanations.explain(ada, badges, Locale.GERMAN);

        assertThat(many.keySet()).containsExactly("both", "quiz", "lab", "short", "asked");
        assertThat(many.get("both").lines().toString()).contains(VOIDED.toString(), "http://www.lms.example/Quiz/");
        assertThat(many.get("lab").lines().toString()).doesNotContain(VOIDED.toString());
        many.forEach((badge, answer) -> {
            Explanations.Answer alone =
                    explanations.explain(ada, badge, Locale.GERMAN).orElseThrow();
            assertThat(answer.json()).isEqualTo(alone.json());
            assertThat(answer.lines()).isEqualTo(alone.lines());
            assertThat(answer.ahead()).isEqualTo(alone.ahead());
            assertThat(answer.award()).isEqualTo(alone.award());
        });
    }

    @OnEveryDatabase
    void manyBadges_askNoMoreThanOne() {
        AtomicInteger asked = new AtomicInteger();
        Explanations explanations = new Explanations(counting(asked), walk.rules, walk.clock, Duration.ofDays(1));
        explanations.explain(ada, List.of("quiz"), Locale.ENGLISH);
        int ofOne = asked.getAndSet(0);

        explanations.explain(ada, List.of("quiz", "short", "asked", "lab", "both"), Locale.ENGLISH);

        assertThat(asked).hasValue(ofOne);
    }

    private Awards counting(AtomicInteger asked) {
        return (Awards) Proxy.newProxyInstance(
                Awards.class.getClassLoader(), new Class<?>[] {Awards.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    try {
                        return method.invoke(walk.awards, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @OnEveryDatabase
    void held_areThoseThatStand_ofWhomeverTheyWereGranted() {
        assertThat(walk.awards.countHeld(List.of(ada, bob), walk.clock.instant()))
                .as("not the one that waits for approval")
                .isEqualTo(Map.of(ada, 2L));

        walk.people.merge(bob, ada, "one person", walk.clock.instant());
        assertThat(walk.awards.countHeld(List.of(bob), walk.clock.instant())).isEqualTo(Map.of(bob, 2L));

        walk.turn(Duration.ofDays(400));
        assertThat(walk.awards.countHeld(List.of(bob), walk.clock.instant()))
                .as("one of them is over")
                .isEqualTo(Map.of(bob, 1L));
    }

    @OnEveryDatabase
    void awardsAndNames_areThoseThatWereAskedFor() {
        List<Award> all = walk.awards.list(null, null, null, 10);
        AwardId none = new AwardId(UUID.randomUUID());

        assertThat(walk.awards.findAll(List.of(
                        all.get(0).id(), none, all.get(2).id(), all.get(0).id())))
                .isEqualTo(List.of(all.get(0), all.get(2)).stream().collect(toMap(Award::id, award -> award)));
        assertThat(walk.awards.findAll(List.of())).isEmpty();

        String name = walk.people.find(ada.value()).orElseThrow().name();
        PersonId eve =
                walk.people.add("Eve", List.of(new Identifier("email", "", "eve@example.org")), walk.clock.instant());
        assertThat(walk.people.names(List.of(ada, bob, eve, new PersonId(UUID.randomUUID()))))
                .as("Bob has no name")
                .isEqualTo(name == null ? Map.of(eve, "Eve") : Map.of(ada, name, eve, "Eve"));
        walk.people.merge(eve, bob, "one person", walk.clock.instant());
        assertThat(walk.people.names(List.of(bob))).isEqualTo(Map.of(bob, "Eve"));
        assertThat(walk.people.names(List.of())).isEmpty();
    }
}
