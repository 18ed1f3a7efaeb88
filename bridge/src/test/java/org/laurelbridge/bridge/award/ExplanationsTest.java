package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.did;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.AuditStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.ExpiryStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.subject.Retention;

/** What explanations say of statements that are no facts. */
class ExplanationsTest {
    private static final UUID A = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final String TEN = "2026-03-01T10:00:00Z";

    private Walk walk;
    private PersonId ada;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        ada = walk.ada();
        walk.apply(mapping(1, "park"), badge());
    }

    private String explained(Locale language) {
        return new Explanations(walk.awards, walk.rules, walk.clock)
                .explain(ada, "quiz", language)
                .orElseThrow()
                .lines()
                .get(0)
                .text();
    }

    @OnEveryDatabase
    void voided_isNamed() {
        walk.walk(scored(A, "0.9", TEN), voids(UUID.randomUUID(), A));
        assertThat(explained(Locale.ENGLISH))
                .contains("no score yet", "on 2026-03-01, voided: sent again under a new id it counts (Quiz)");
        assertThat(explained(Locale.GERMAN)).contains("für ungültig erklärt").doesNotContain(A.toString());
        assertThat(explained(Locale.FRENCH)).contains("voided");
    }

    @OnEveryDatabase
    void statementThatWentAfterItsPeriod_isNamed_andStillCounts() {
        Duration period = Duration.ofDays(30);
        walk.walk(scored(A, "0.9", TEN));
        assertThat(explanation(period).lines().get(0).text()).doesNotContain("kept until");

        walk.turn(Duration.ofDays(40));
        new ExpiryStore(walk.database, new AuditStore(walk.database, walk.clock))
                .remove(Retention.What.STATEMENTS, walk.clock.instant().minus(period));
        assertThat(walk.count("statement")).isZero();

        Explanations.Answer answer = explanation(period);
        assertThat(answer.decision().isMet()).isTrue();
        assertThat(answer.lines().get(0).text())
                .endsWith("met on 2026-03-01 (its statement was kept until 2026-03-31).");
        assertThat(answer.json().at("/tree/gone/0/statement").asString()).isEqualTo(A.toString());
        assertThat(answer.json().at("/tree/gone/0/keptUntil").asString()).startsWith("2026-03-31T12:00:00");
        assertThat(new Explanations(walk.awards, walk.rules, walk.clock, period)
                        .explain(ada, "quiz", Locale.GERMAN)
                        .orElseThrow()
                        .lines()
                        .get(0)
                        .text())
                .contains("die Meldung dazu wurde bis 2026-03-31 aufbewahrt");
    }

    private Explanations.Answer explanation(Duration kept) {
        return new Explanations(walk.awards, walk.rules, walk.clock, kept)
                .explain(ada, "quiz")
                .orElseThrow();
    }

    @OnEveryDatabase
    void lookAlike_isNamed_andIsNoFact() {
        walk.walk(did(A, "http://www.lms.example/Quiz/", "{\"score\":{\"scaled\":0.9}}", TEN));
        assertThat(walk.all()).isEmpty();
        assertThat(explained(Locale.ENGLISH))
                .contains("about http://www.lms.example/Quiz/, which is another activity than Quiz")
                .contains("once the mapping matches it, too (Quiz)");
        assertThat(walk.count("evaluation")).isZero();
    }

    @OnEveryDatabase
    void partOfTheActivity_isNamed_andIsNoFact() {
        walk.walk(did(
                A,
                "https://lms.example/quiz/question-1",
                "{\"score\":{\"scaled\":0.9}}",
                TEN,
                ",\"context\":{\"contextActivities\":{\"parent\":[{\"id\":\"https://lms.example/quiz\"}]}}"));
        assertThat(walk.all()).isEmpty();
        assertThat(explained(Locale.ENGLISH))
                .contains("about https://lms.example/quiz/question-1, which is")
                .doesNotContain(A.toString());
    }

    @OnEveryDatabase
    void lookAlikeOfNobodyWhoIsKnown_waitsForNobody() {
        walk.walk(did(A, "https://LMS.example/QUIZ", "{}", TEN).replace("ada@", "nobody@"));
        walk.walk(did(UUID.randomUUID(), "https://lms.example/Quiz", "{}", TEN).replace("ada@", "nobody@"));
        assertThat(walk.count("unknown_actor")).isZero();
        assertThat(walk.count("fact")).isZero();
    }

    @OnEveryDatabase
    void unknownActor_itsStatementsAreFoundByWhatItIsCalled() {
        UUID newer = UUID.randomUUID();
        walk.walk(scored(A, "0.9", TEN).replace("ada@", "nobody@"));
        walk.walk(scored(newer, "0.9", TEN).replace("ada@", "nobody@"));
        assertThat(walk.people.listWaiting("nobody@example.org", 5)).containsExactly(newer, A);
        assertThat(walk.people.listWaiting("nobody@example.org", 1)).containsExactly(newer);
        assertThat(walk.people.listWaiting("ada@example.org", 5)).isEmpty();
    }
}
