package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.Given.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Cycle;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.View;
import org.laurelbridge.rule.Views;

/** S5 and S6: the set of facts decides, and the timeline finds the moment that asking at every fact would find. */
class OrderFreedomTest {
    private static final Instant NOW = at(40 + 3 * 1440);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyArrival_givesTheSameDecision(long seed) {
        Random random = new Random(seed);
        Badge badge = RandomRules.badge(random);
        List<Fact> facts = new ArrayList<>(RandomRules.facts(random, 30));
        String expected = written(badge, facts);
        for (int arrival = 0; arrival < 1000; arrival++) {
            List<Fact> arrived = new ArrayList<>(facts);
            for (int copy = random.nextInt(5); copy > 0; copy--) {
                arrived.add(facts.get(random.nextInt(facts.size())));
            }
            Collections.shuffle(arrived, random);
            assertThat(written(badge, arrived)).isEqualTo(expected);
        }
    }

    @Test
    void anyArrival_givesTheSameAwardsInAllCycles() {
        Random random = new Random(11);
        int awards = 0;
        for (int rule = 0; rule < 200; rule++) {
            Badge badge = RandomRules.repeated(RandomRules.badge(random), random);
            List<Fact> facts = new ArrayList<>(RandomRules.facts(random, 20));
            List<Attestation> attested = new ArrayList<>(RandomRules.attestations(random, 6));
            String expected = cycles(badge, facts, attested);
            awards += expected.split("earned", -1).length - 1;
            for (int arrival = 0; arrival < 50; arrival++) {
                Collections.shuffle(facts, random);
                Collections.shuffle(attested, random);
                List<Fact> arrived = new ArrayList<>(facts);
                arrived.add(facts.get(random.nextInt(facts.size())));
                List<Attestation> said = new ArrayList<>(attested);
                said.add(attested.get(random.nextInt(attested.size())));
                assertThat(cycles(badge, arrived, said)).isEqualTo(expected);
            }
        }
        assertThat(awards).as("awards of 200 rules").isGreaterThan(80);
    }

    @Test
    void noEvidencePaysTwice_andCyclesFollowEachOther() {
        Random random = new Random(8);
        for (int round = 0; round < 2000; round++) {
            Badge badge = RandomRules.repeated(RandomRules.badge(random), random);
            History history = History.of(RandomRules.facts(random, 25), RandomRules.attestations(random, 6));
            Set<UUID> paid = new HashSet<>();
            Instant last = Instant.MIN;
            for (Decision decision : new Decider().decideAll(badge, history, NOW)) {
                if (decision.earnedAt() != null) {
                    assertThat(decision.evidence()).as("%s", badge.when()).noneMatch(paid::contains);
                    assertThat(decision.earnedAt()).isAfterOrEqualTo(last);
                    paid.addAll(decision.evidence());
                    last = decision.earnedAt();
                }
            }
        }
    }

    private static String cycles(Badge badge, List<Fact> facts, List<Attestation> attested) {
        StringBuilder text = new StringBuilder();
        for (Decision decision : new Decider().decideAll(badge, History.of(facts, attested), NOW)) {
            text.append(decision.earnedAt() == null ? "open" : "earned " + decision.earned(badge))
                    .append(decision.explanation().toJson("u-17", Asked.ENGLISH))
                    .append(decision.attested())
                    .append(decision.lookAgain())
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void momentOfEarning_isWhatAskingAtEveryFactFinds() {
        Random random = new Random(2026);
        int earned = 0;
        for (int round = 0; round < 5000; round++) {
            Badge badge = RandomRules.badge(random);
            History history = History.of(
                    RandomRules.facts(random, random.nextInt(25)), RandomRules.attestations(random, random.nextInt(6)));
            Instant expected = askedAtEveryFact(badge, history);
            Decision decision = new Decider().decide(badge, history, NOW);
            assertThat(decision.earnedAt()).as("%s", badge.when()).isEqualTo(expected);
            earned += expected == null ? 0 : 1;
        }
        assertThat(earned).as("rules that were earned").isBetween(1000, 4000);
    }

    @Test
    void timeline_saysAtEveryMomentWhatTheFindingSays() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            Badge badge = RandomRules.badge(random);
            History history =
                    History.of(RandomRules.facts(random, 20), RandomRules.attestations(random, random.nextInt(6)));
            View seen = history.seenAt(NOW, badge.settle().gain(), Cycle.first(badge));
            View view = Views.of(badge.when(), seen).get(0);
            badge.when().timeline(view).steps().stream()
                    .skip(1)
                    .forEach(step -> assertThat(badge.when()
                                    .finding(view, step.from())
                                    .status()
                                    .truth())
                            .as("%s at %s", badge.when(), step.from())
                            .isEqualTo(step.truth()));
        }
    }

    /** The definition of S5, word for word, at the cost of the square of the facts. */
    private static @Nullable Instant askedAtEveryFact(Badge badge, History history) {
        Duration gain = badge.settle().gain();
        View seen = history.seenAt(NOW, gain, Cycle.first(badge));
        return Views.of(badge.when(), seen).stream()
                .flatMap(view -> Stream.concat(view.times(), badge.when().turns(view))
                        .filter(time -> !time.isAfter(NOW))
                        .filter(time -> badge.when().finding(view, time).status() instanceof Status.Met))
                .min(Comparator.naturalOrder())
                .filter(time -> !time.plus(gain).isAfter(NOW))
                .orElse(null);
    }

    private static String written(Badge badge, List<Fact> facts) {
        Decision decision = new Decider().decide(badge, History.of(facts), NOW);
        return decision.explanation().toJson("u-17", Asked.ENGLISH)
                + "\n" + decision.earnedAt()
                + "\n" + decision.evidence()
                + "\n" + decision.lookAgain()
                + "\n" + decision.score()
                + "\n" + decision.courses();
    }
}
