package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.did;
import static org.laurelbridge.bridge.award.Walk.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.EvidenceStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.PlanStore;

/** What a dry run foresees is what comes to pass: random histories, random changes of rules and mapping. */
class ForeseenTest {

    private static final List<String> SITES =
            List.of("https://lms.example/quiz", "https://lms.example/lab", "https://x.example/3");
    private static final int PEOPLE = 6;
    private static final int CHANGES = 6;

    @OnEveryDatabase
    void whatIsForeseen_comesToPass(Database database) {
        Random random = new Random(20260301);
        Walk walk = new Walk(database);
        Planner planner = new Planner(
                walk.rules, walk.awards, new PlanStore(database), new EvidenceStore(database), walk.facts, walk.clock);
        walk.apply(rules(1, random));
        for (int version = 2; version < 2 + CHANGES; version++) {
            for (int intake = 0; intake < 5; intake++) {
                walk.hear(statement(random), statement(random), statement(random));
            }
            calm(walk);
            RuleText[] next = rules(version, random);
            Planner.Foreseen foreseen = planner.foresee(List.of(next), new Page(null, 0), Progress.NONE);
            Map<AwardId, Award> before = awards(walk);
            walk.apply(next);
            calm(walk);
            assertThat(foreseen(walk, foreseen)).as("change %d", version).isEqualTo(happened(before, awards(walk)));
        }
    }

    private static void calm(Walk walk) {
        walk.settle();
        walk.turn(Duration.ofMinutes(10));
        walk.turn(Duration.ofMinutes(10));
    }

    private static Map<AwardId, Award> awards(Walk walk) {
        Map<AwardId, Award> awards = new HashMap<>();
        walk.all().forEach(award -> awards.put(award.id(), award));
        return awards;
    }

    /** A gain of somebody who was nobody is told without a name. */
    private static Set<String> foreseen(Walk walk, Planner.Foreseen foreseen) {
        Set<String> effects = new TreeSet<>();
        foreseen.forecasts()
                .forEach(forecast -> forecast.effects().forEach(effect -> {
                    assertThat(walk.people.find(effect.person().value())).isPresent();
                    effects.add(effect.what() + " " + effect.badge() + " " + effect.person());
                }));
        return effects;
    }

    private static Set<String> happened(Map<AwardId, Award> before, Map<AwardId, Award> after) {
        Set<String> effects = new TreeSet<>();
        after.forEach((id, award) -> {
            Effect.What what = what(before.get(id), award);
            if (what != null) {
                effects.add(what + " " + award.badge() + " " + award.person());
            }
        });
        return effects;
    }

    private static Effect.What what(Award before, Award after) {
        if (before == null || (before.status() == AwardStatus.REVIEW && after.status() == AwardStatus.VALID)) {
            return Effect.What.GAIN;
        }
        if (before.status() == AwardStatus.VALID && after.status() == AwardStatus.REVIEW) {
            return Effect.What.LOSS;
        }
        boolean stays =
                before.earnedAt().equals(after.earnedAt()) && before.evidence().equals(after.evidence());
        return stays ? null : Effect.What.MOVE;
    }

    /** Everybody is somebody from the first statement on: all do the welcome that no badge asks for. */
    private static RuleText[] rules(int version, Random random) {
        List<String> sites = new ArrayList<>(SITES);
        Collections.shuffle(sites, random);
        String mapping = mapping(version, "create")
                        .text()
                        .replace("\"" + SITES.get(0) + "\"", "\"" + sites.get(0) + "\"")
                        .replace("\"" + SITES.get(1) + "\"", "\"" + sites.get(1) + "\"")
                + "  any: {match: {idStarts: \"https://\"}}\n";
        return new RuleText[] {
            new RuleText("campus.yaml", mapping),
            badge("quiz", version, "when: {scored: {on: quiz, atLeast: " + (50 + random.nextInt(40)) + "%}}"),
            badge("lab", 1, "when: {all: [{completed: lab}, {scored: {on: quiz, atLeast: 60%, attempt: latest}}]}")
        };
    }

    private static String statement(Random random) {
        Instant at = Instant.parse("2026-02-01T00:00:00Z").plusSeconds(random.nextInt(1_000_000));
        return did(
                        UUID.randomUUID(),
                        SITES.get(random.nextInt(SITES.size())),
                        "{\"score\":{\"scaled\":0." + (10 + random.nextInt(90)) + "}}",
                        at.toString())
                .replace("ada@", "u" + random.nextInt(PEOPLE) + "@");
    }
}
