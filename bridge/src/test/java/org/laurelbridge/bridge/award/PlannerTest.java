package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.did;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Forecast;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.award.plan.Interrupted;
import org.laurelbridge.bridge.award.plan.NotRight;
import org.laurelbridge.bridge.award.plan.Overtaken;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.award.plan.Plan.State;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Planner.Applied;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.map.RuleChange;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.EvidenceStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.PlanStore;
import org.laurelbridge.mapping.Identifier;

class PlannerTest {

    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final String QUIZ = "https://lms.example/quiz";
    private static final String MOVED = "https://lms.example/new-quiz";
    private static final Page ALL = new Page(null, 100);

    private Walk walk;
    private PlanStore plans;
    private Planner planner;
    private PersonId ada;

    @BeforeEach
    void open(Database given) {
        walk = new Walk(given);
        plans = new PlanStore(given);
        planner = new Planner(walk.rules, plans, new EvidenceStore(given), walk.facts, walk.clock);
        ada = walk.ada();
        walk.people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), walk.clock.instant());
    }

    @OnEveryDatabase
    void firstDocuments_andNewBadges_areInForceAtOnce() {
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN));
        assertThat(apply(mapping(1, "park"), badge())).isInstanceOf(Applied.InForce.class);
        walk.settle();
        assertThat(apply(mapping(1, "park"), badge(), badge("lab", 1, "when: {completed: quiz}")))
                .isInstanceOf(Applied.InForce.class);
        assertThat(plans.list(10)).isEmpty();
        walk.settle();
        assertThat(walk.all()).hasSize(2);
    }

    @OnEveryDatabase
    void changedRule_waitsForAPersonWithWhoGains_andHoldersKeepTheirVersion() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN), bob(scored(UUID.randomUUID(), "0.7", TEN)));
        Plan plan = waiting(mapping(1, "park"), easier());
        assertThat(plan.gains()).isEqualTo(1);
        assertThat(plans.listEffects(plan.id(), 0, 10)).singleElement().satisfies(effect -> {
            assertThat(effect.what()).isEqualTo(Effect.What.GAIN);
            assertThat(effect.at()).isEqualTo(TEN);
            assertThat(effect.why()).contains("60 %", "met");
        });
        walk.settle();
        assertThat(walk.only().person()).isEqualTo(ada);

        planner.accept(plan);
        walk.settle();
        assertThat(walk.all()).extracting(Award::badgeVersion).containsExactlyInAnyOrder(1, 2);
        assertThat(plans.find(plan.id()).orElseThrow().state()).isEqualTo(State.ACCEPTED);
    }

    @OnEveryDatabase
    void changeThatTouchesNobody_isInForceAtOnce() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN));
        assertThat(apply(mapping(1, "park"), easier())).isInstanceOf(Applied.InForce.class);
        assertThat(apply(mapping(2, "park"), easier())).isInstanceOf(Applied.InForce.class);
        assertThat(plans.list(10)).isEmpty();
        assertThat(apply(mapping(2, "park"))).isInstanceOf(Applied.InForce.class);
        walk.settle();
        assertThat(walk.events()).containsExactly("granted");
    }

    @OnEveryDatabase
    void badgeThatWasTakenOut_comesBackByAPlan_whenItTouchesSomebody() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN), bob(scored(UUID.randomUUID(), "0.7", TEN)));
        assertThat(apply(mapping(1, "park"))).isInstanceOf(Applied.InForce.class);

        Plan plan = waiting(mapping(1, "park"), easier());
        assertThat(plan.gains()).isEqualTo(1);
        assertThat(planner.diff(List.of(mapping(1, "park"), easier())))
                .filteredOn(change -> change.kind().equals("badge"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.what()).isEqualTo(RuleChange.What.CHANGED);
                    assertThat(change.reference()).endsWith("@1 → 2");
                });
        assertThat(apply(mapping(1, "park"), badge()))
                .as("as it was, for those who have it")
                .isInstanceOf(Applied.InForce.class);
        walk.settle();
        assertThat(walk.only().person()).isEqualTo(ada);
    }

    @OnEveryDatabase
    void changedMapping_waitsWithWhoLoses_andTouchesNothingUntilThen() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN));
        Plan plan = waiting(moved(2), badge());
        assertThat(plans.listEffects(plan.id(), 0, 10)).singleElement().satisfies(effect -> {
            assertThat(effect.what()).isEqualTo(Effect.What.LOSS);
            assertThat(effect.person()).isEqualTo(ada);
            assertThat(effect.at()).isEqualTo("2026-03-01T12:02:00Z");
            assertThat(effect.why()).contains("no score yet, needs 80 %");
        });
        walk.turn(Duration.ofHours(1));
        assertThat(walk.events()).containsExactly("granted");
        assertThat(walk.count("fact")).isEqualTo(1);
        assertThat(walk.count("rule_plan_fact")).isZero();

        planner.accept(plan);
        walk.turn(Duration.ofHours(1));
        walk.turn(Duration.ofHours(1));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVIEW);
    }

    @OnEveryDatabase
    void mappingThatMovesTheEvidence_isAMove() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(
                scored(UUID.randomUUID(), "0.9", TEN),
                scored(UUID.randomUUID(), "0.95", "2026-03-01T11:00:00Z").replace(QUIZ, MOVED));
        Plan plan = waiting(moved(2), badge());
        assertThat(plan.moves()).isEqualTo(1);
        assertThat(plans.listEffects(plan.id(), 0, 10).get(0).at()).isEqualTo("2026-03-01T11:00:00Z");
    }

    @OnEveryDatabase
    void mappingThatKnowsMorePeople_saysWhoWouldGain_andMakesNobodyAPerson() {
        walk.apply(mapping(1, "drop"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN).replace("ada@", "eve@"));
        long people = walk.count("person");
        Plan plan = waiting(mapping(2, "create"), badge());
        assertThat(plan.gains()).isEqualTo(1);
        assertThat(walk.count("person")).isEqualTo(people);
        planner.accept(plan);
        walk.settle();
        assertThat(walk.all()).hasSize(1);
    }

    @OnEveryDatabase
    void voidedStatement_countsInNoPlan() {
        walk.apply(mapping(1, "park"), badge());
        UUID score = UUID.randomUUID();
        walk.walk(scored(score, "0.9", TEN).replace(QUIZ, MOVED), voids(UUID.randomUUID(), score));
        assertThat(apply(moved(2), badge())).isInstanceOf(Applied.InForce.class);
    }

    @OnEveryDatabase
    void planAgainstOtherRules_isNotAccepted() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN), bob(scored(UUID.randomUUID(), "0.7", TEN)));
        Plan plan = waiting(mapping(1, "park"), easier());
        walk.apply(mapping(1, "park"), badge(), badge("lab", 1, "when: {completed: lab}"));
        assertThat(planner.isCurrent(plan)).isFalse();
        assertThatThrownBy(() -> planner.accept(plan)).isInstanceOf(Overtaken.class);
        assertThat(walk.rules.current().find("quiz").orElseThrow().version()).isEqualTo(1);
        assertThat(plans.find(plan.id()).orElseThrow().state()).isEqualTo(State.OPEN);
    }

    @OnEveryDatabase
    void planThatWasDropped_isNotAccepted() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN));
        Plan plan = waiting(moved(2), badge());
        assertThat(planner.drop(plan.id())).isTrue();
        assertThat(planner.drop(plan.id())).isFalse();
        Plan dropped = plans.find(plan.id()).orElseThrow();
        assertThatThrownBy(() -> planner.accept(dropped)).isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> planner.accept(plan)).isInstanceOf(Overtaken.class);
        assertThat(walk.rules.current().mapping().version()).isEqualTo(1);
    }

    @OnEveryDatabase
    void sameDocumentsAgain_areTheSamePlan_andWithConsentTheyAreInForce() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN));
        Plan plan = waiting(moved(2), badge());
        assertThat(waiting(moved(2), badge())).isEqualTo(plan);
        assertThat(planner.apply(List.of(moved(2), badge()), true, Progress.NONE))
                .isInstanceOf(Applied.InForce.class);
        assertThat(plans.list(10))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(State.ACCEPTED));
    }

    @OnEveryDatabase
    void interruptedPlan_goesOnWhereItWas() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN));
        assertThatThrownBy(() -> planner.apply(
                        List.of(moved(2), badge()),
                        false,
                        (what, done, whole) -> Thread.currentThread().interrupt()))
                .isInstanceOf(Interrupted.class);
        assertThat(Thread.interrupted()).isTrue();
        Plan unfinished = plans.list(1).get(0);
        assertThat(unfinished.state()).isEqualTo(State.UNFINISHED);
        assertThat(unfinished.derived()).isPositive();
        assertThat(walk.count("rule_plan_fact")).isEqualTo(1);
        assertThat(waiting(moved(2), badge()).id()).isEqualTo(unfinished.id());
    }

    @OnEveryDatabase
    void dryRun_saysWhoEarnsItAndWhoIsOneConditionAway_andWritesNothing() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(
                scored(UUID.randomUUID(), "0.9", TEN),
                bob(scored(UUID.randomUUID(), "0.7", TEN)),
                bob(did(UUID.randomUUID(), "https://lms.example/lab", "{}", TEN)));
        RuleText both = badge("both", 1, "when: {all: [{completed: lab}, {scored: {on: quiz, atLeast: 80%}}]}");
        Forecast forecast = planner.forecast(List.of(mapping(1, "park"), both), "both", ALL, Progress.NONE)
                .orElseThrow();
        assertThat(forecast.people()).isEqualTo(2);
        assertThat(forecast.earning()).isZero();
        assertThat(forecast.nears())
                .extracting(Forecast.Near::missing)
                .anySatisfy(missing -> assertThat(missing).contains("70 %, needs 80 %"))
                .anySatisfy(missing -> assertThat(missing).contains("Complete Lab"));
        Planner.Foreseen foreseen = planner.foresee(List.of(moved(2), easier()), ALL, Progress.NONE);
        assertThat(foreseen.changes())
                .extracting(RuleChange::reference)
                .containsExactly("mapping campus@1 → 2", "badge quiz@1 → 2");
        assertThat(foreseen.forecasts()).singleElement().satisfies(quiz -> {
            assertThat(quiz.count(Effect.What.LOSS)).isEqualTo(1);
            assertThat(quiz.earning()).isZero();
        });
        assertThat(walk.count("rule_plan") + walk.count("rule_plan_fact")).isZero();
        assertThat(walk.only().badge()).isEqualTo("quiz");
    }

    @OnEveryDatabase
    void aDryRun_endsNothingOfWhatIsBeingSavedBesideIt() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN));
        List<RuleText> texts = List.of(moved(2), badge());
        // the same documents are tried out, to the end, while a plan of them is made
        Progress meanwhile = (what, done, whole) -> planner.foresee(texts, ALL, Progress.NONE);
        assertThat(planner.apply(texts, false, meanwhile)).isInstanceOf(Applied.Waiting.class);
        assertThat(walk.count("rule_plan")).isEqualTo(1);
    }

    @OnEveryDatabase
    void twoDryRunsOfTheSame_endNothingOfEachOther_andOneThatIsStoppedLeavesNothing() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN));
        List<RuleText> texts = List.of(moved(2), badge());
        Progress meanwhile = (what, done, whole) -> planner.foresee(texts, ALL, Progress.NONE);
        assertThat(planner.foresee(texts, ALL, meanwhile).forecasts()).hasSize(1);

        Progress stops = (what, done, whole) -> {
            throw new IllegalStateException("stopped");
        };
        assertThatThrownBy(() -> planner.foresee(texts, ALL, stops)).hasMessage("stopped");
        assertThat(walk.count("rule_plan") + walk.count("rule_plan_fact")).isZero();
    }

    @OnEveryDatabase
    void forecastInPages_listsEveryoneOnce() {
        walk.apply(mapping(1, "create"), badge());
        for (int i = 0; i < 5; i++) {
            walk.walk(scored(UUID.randomUUID(), "0.9", TEN).replace("ada@", "u" + i + "@"));
        }
        List<RuleText> texts = List.of(mapping(1, "create"), badge());
        Forecast first = planner.forecast(texts, "quiz", new Page(null, 3), Progress.NONE)
                .orElseThrow();
        Forecast second = planner.forecast(
                        texts, "quiz", new Page(first.earners().get(2).person(), 3), Progress.NONE)
                .orElseThrow();
        assertThat(first.earning()).isEqualTo(5);
        assertThat(first.earners()).hasSize(3).allMatch(Forecast.Earner::held);
        assertThat(second.earners()).hasSize(2).doesNotContainAnyElementsOf(first.earners());
    }

    @OnEveryDatabase
    void documentsWithMistakes_areToldAllOfThem() {
        assertThatThrownBy(() -> apply(mapping(1, "park"), badge("x", 0, "when: {completed: labb}")))
                .isInstanceOfSatisfying(
                        NotRight.class, wrong -> assertThat(wrong.problems()).hasSize(2));
    }

    private Applied apply(RuleText... texts) {
        return planner.apply(List.of(texts), false, Progress.NONE);
    }

    private Plan waiting(RuleText... texts) {
        Applied applied = apply(texts);
        if (!(applied instanceof Applied.Waiting waiting)) {
            throw new AssertionError("expected a plan, found " + applied);
        }
        return waiting.plan();
    }

    private static RuleText easier() {
        return badge("quiz", 2, "when: {scored: {on: quiz, atLeast: 60%}}");
    }

    private static RuleText moved(int version) {
        return new RuleText(
                "campus.yaml", mapping(version, "park").text().replace("\"" + QUIZ + "\"", "\"" + MOVED + "\""));
    }

    private static String bob(String statement) {
        return statement.replace("ada@", "bob@");
    }
}
