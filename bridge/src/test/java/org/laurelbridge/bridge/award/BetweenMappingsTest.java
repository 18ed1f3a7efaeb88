package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.did;
import static org.laurelbridge.bridge.award.Walk.mapping;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.map.FactLog.Basis;
import org.laurelbridge.bridge.map.FactLog.Derived;
import org.laurelbridge.bridge.map.FactLog.Outcome;
import org.laurelbridge.bridge.map.FactLog.ToMap;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;

/** While facts are derived anew, what supports an award may stand in intakes that are not derived yet. */
class BetweenMappingsTest {

    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final String PASSED = "{\"score\":{\"scaled\":0.9}}";
    private static final String OLD = "https://lms.example/quiz";
    private static final String NEW = "https://lms.example/new-quiz";

    private Walk walk;

    @BeforeEach
    void open(Database given) {
        walk = new Walk(given);
        walk.ada();
        walk.apply(mapping(1, "park"), strict());
    }

    @OnEveryDatabase
    void evidenceInAnotherIntakeUnderTheNewMapping_neverMakesAnAwardLoseSupport() {
        walk.walk(statement(OLD, TEN));
        walk.walk(statement(NEW, TEN));
        assertThat(walk.events()).containsExactly("granted");
        moveTheQuiz();
        awardAfterEachIntake();
        assertThat(walk.events()).containsExactly("granted", "changed");
    }

    @OnEveryDatabase
    void evidenceInAnEarlierIntakeUnderTheNewMapping_isNotLostEither() {
        walk.walk(statement(NEW, TEN));
        walk.walk(statement(OLD, TEN));
        moveTheQuiz();
        awardAfterEachIntake();
        assertThat(walk.events()).containsExactly("granted", "changed");
    }

    @OnEveryDatabase
    void intakeThatIsMarkedAnewMeanwhile_isStillWaitedFor() {
        UUID late = UUID.randomUUID();
        walk.walk(statement(OLD, TEN));
        walk.walk(did(late, NEW, PASSED, TEN).replace(",\"timestamp\":\"" + TEN + "\"", ""));
        moveTheQuiz();
        mapOne();
        walk.hear(did(late, NEW, PASSED, TEN));
        assertThat(walk.awarder.awardDue()).isZero();
        awardAfterEachIntake();
        assertThat(walk.events()).containsExactly("granted", "changed");
    }

    @OnEveryDatabase
    void evidenceThatTheNewMappingDoesNotKnow_isLostWhenAllIsDerived() {
        walk.walk(statement(OLD, TEN));
        walk.walk(statement("https://lms.example/other", TEN));
        moveTheQuiz();
        mapOne();
        walk.awarder.awardDue();
        assertThat(walk.events()).containsExactly("granted");
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);
    }

    @OnEveryDatabase
    void intakeThatTheStoreRefuses_holdsNothingUpOnceItIsSetAside() {
        walk.walk(statement(OLD, TEN));
        walk.walk(statement(NEW, TEN));
        moveTheQuiz();
        mapOne();
        long left = walk.facts
                .listToMap(walk.rules.current().generation(), 1)
                .get(0)
                .intake();
        assertThat(walk.awarder.awardDue()).isZero();
        walk.facts.setAside(left);
        assertThat(walk.awarder.awardDue()).isEqualTo(1);
    }

    private void awardAfterEachIntake() {
        while (mapOne()) {
            walk.clock.turn(Duration.ofMinutes(10));
            walk.awarder.awardDue();
        }
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
    }

    /** As the mapper does, but one intake alone. */
    private boolean mapOne() {
        InForce inForce = walk.rules.current();
        List<ToMap> due = walk.facts.listToMap(inForce.generation(), 1);
        if (due.isEmpty()) {
            return false;
        }
        List<Outcome> outcomes = walk.facts.load(due).get(0).stream()
                .map(located -> new Outcome(located, inForce.mapping().map(located.recorded()), null))
                .toList();
        Basis basis = new Basis(
                inForce.turn(), inForce.generation(), inForce.mapping().unknown(), inForce::badgesOf);
        walk.facts.replace(List.of(new Derived(due.get(0), outcomes)), basis, walk.clock.instant());
        return true;
    }

    private void moveTheQuiz() {
        RuleText moved =
                new RuleText("campus.yaml", mapping(2, "park").text().replace("\"" + OLD + "\"", "\"" + NEW + "\""));
        walk.apply(moved, strict());
    }

    private static RuleText strict() {
        return badge("settle: {gain: 0, lose: 0}", "unsupported: revoke");
    }

    private static String statement(String activity, String at) {
        return did(UUID.randomUUID(), activity, PASSED, at);
    }
}
