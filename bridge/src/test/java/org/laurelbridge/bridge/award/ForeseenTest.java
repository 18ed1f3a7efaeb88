package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.did;
import static org.laurelbridge.bridge.award.Walk.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.EvidenceStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.PlanStore;
import org.laurelbridge.mapping.Identifier;

/**
 * What a dry run foresees is what comes to pass: random histories of people who are merged now and then, random changes of rules that
 * ask for facts, for approvals and for each other, in all cycles, and random changes of the mapping.
 */
class ForeseenTest {

    private static final List<String> SITES =
            List.of("https://lms.example/quiz", "https://lms.example/lab", "https://x.example/3");
    private static final List<String> POLICIES = List.of("review", "suspend", "revoke", "keep");
    /** So many are there at a time: some come and some go. */
    private static final int PEOPLE = 8;

    private static final int CHANGES = 16;

    private final Random random = new Random(20260301);
    private final Map<String, RuleText> rules = new TreeMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final Set<Effect.What> seen = EnumSet.noneOf(Effect.What.class);
    private final Set<String> moved = new TreeSet<>();
    private int gone;

    @OnEveryDatabase
    void whatIsForeseen_comesToPass(Database database) {
        Walk walk = new Walk(database);
        Planner planner =
                new Planner(walk.rules, new PlanStore(database), new EvidenceStore(database), walk.facts, walk.clock);
        walk.apply(next(1));
        for (int version = 2; version < 2 + CHANGES; version++) {
            live(walk);
            calm(walk);
            RuleText[] next = next(version);
            Planner.Foreseen foreseen = planner.foresee(List.of(next), new Page(null, 0), Progress.NONE);
            Map<AwardId, Award> before = awards(walk);
            walk.apply(next);
            calm(walk);
            assertThat(foreseen(walk, foreseen))
                    .as("change %d", version)
                    .containsExactlyInAnyOrderElementsOf(happened(before, awards(walk)));
        }
        assertThat(seen).containsExactlyInAnyOrder(Effect.What.values());
        assertThat(moved)
                .containsAll(rules.keySet().stream()
                        .filter(id -> !id.equals("campus"))
                        .toList());
    }

    private void live(Walk walk) {
        gone += 2;
        IntStream.range(gone, gone + PEOPLE).forEach(person -> walk.hear(statement(person), statement(somebody())));
        walk.settle();
        PersonId learner = person(walk, somebody());
        for (int said = 0; said < 4; said++) {
            walk.say(person(walk, somebody()), "approved", "lead", "instructor", "prof" + random.nextInt(3));
        }
        PersonId other = person(walk, somebody());
        if (random.nextInt(3) == 0 && !learner.equals(other)) {
            walk.people.merge(learner, other, "chance", walk.clock.instant());
        }
    }

    private int somebody() {
        return gone + random.nextInt(PEOPLE);
    }

    private static PersonId person(Walk walk, int number) {
        return walk.people
                .find(new Identifier("email", "", "u" + number + "@example.org"))
                .orElseThrow();
    }

    /** What one award loses another may lose by, and so on. */
    private static void calm(Walk walk) {
        walk.settle();
        for (int turn = 0; turn < 4; turn++) {
            walk.turn(Duration.ofMinutes(10));
        }
    }

    private static Map<AwardId, Award> awards(Walk walk) {
        Map<AwardId, Award> awards = new HashMap<>();
        walk.all().forEach(award -> awards.put(award.id(), award));
        return awards;
    }

    /** A gain of somebody who was nobody is told without a name. */
    private List<String> foreseen(Walk walk, Planner.Foreseen foreseen) {
        List<String> effects = new ArrayList<>();
        foreseen.forecasts()
                .forEach(forecast -> forecast.effects().forEach(effect -> {
                    assertThat(walk.people.find(effect.person().value())).isPresent();
                    effects.add(told(effect.what(), effect.badge(), effect.version(), effect.person())
                            + (effect.what() == Effect.What.LOSS ? "" : " " + effect.at()));
                    seen.add(effect.what());
                    moved.add(effect.badge());
                }));
        return effects.stream().sorted().toList();
    }

    private static List<String> happened(Map<AwardId, Award> before, Map<AwardId, Award> after) {
        List<String> effects = new ArrayList<>();
        after.forEach((id, award) -> {
            Effect.What what = what(before.get(id), award);
            if (what != null) {
                effects.add(told(what, award.badge(), award.badgeVersion(), award.person())
                        + (what == Effect.What.LOSS ? "" : " " + award.earnedAt()));
            }
        });
        return effects.stream().sorted().toList();
    }

    private static String told(Effect.What what, String badge, int version, PersonId person) {
        return what + " " + badge + "@" + version + " " + person;
    }

    /** While one award settles, another may come and go that asks for it: what counts is how it ends. */
    private static Effect.@Nullable What what(@Nullable Award before, Award after) {
        boolean had = before != null && isHad(before);
        if (had != isHad(after)) {
            return had ? Effect.What.LOSS : Effect.What.GAIN;
        }
        boolean stays = before == null
                || !had
                || (before.earnedAt().equals(after.earnedAt())
                        && Objects.equals(before.expiresAt(), after.expiresAt())
                        && before.evidence().equals(after.evidence()));
        return stays ? null : Effect.What.MOVE;
    }

    private static boolean isHad(Award award) {
        return Set.of(AwardStatus.VALID, AwardStatus.OFFERED, AwardStatus.PROPOSED)
                .contains(award.status());
    }

    /** Some documents change. Everybody is somebody from the first statement on: all do the welcome that no badge asks for. */
    private RuleText[] next(int version) {
        if (version == 1 || random.nextInt(2) == 0) {
            rules.put("campus", moved(version));
        }
        String scored = "{scored: {on: quiz, atLeast: " + (50 + random.nextInt(40)) + "%}}";
        draw("quiz", "when: " + scored, underway("quiz"), unsupported());
        draw(
                "lab",
                "when: {all: [{completed: lab}, {scored: {on: quiz, atLeast: 60%, attempt: latest}}]}",
                "award: claim");
        draw("again", "when: {all: [" + scored + ", {completed: lab}]}", "repeat: cycles", underway("again"));
        draw(
                "stack",
                "when: {holds: {of: [quiz, again, lead], n: " + (1 + random.nextInt(3)) + "}}",
                unsupportedUnlessKept());
        draw("top", "when: {all: [{holds: {badge: stack}}, {completed: quiz}]}", unsupportedUnlessKept());
        draw(
                "lead",
                "when: {all: [{approved: {by: instructor, n: " + (1 + random.nextInt(2)) + "}}"
                        + (random.nextBoolean() ? "" : ", {holds: {badge: quiz}}") + "]}",
                unsupportedUnlessKept());
        return rules.values().toArray(RuleText[]::new);
    }

    private void draw(String id, String when, String... more) {
        if (!rules.containsKey(id) || random.nextInt(3) == 0) {
            int version = versions.merge(id, 1, Integer::sum);
            rules.put(id, badge(id, version, when, more));
        }
    }

    private String underway(String id) {
        int version = versions.getOrDefault(id, 0) + 1;
        return switch (random.nextInt(3)) {
            case 0 -> "applies: {underway: either}";
            case 1 -> "applies: {underway: v" + Math.max(1, version - 1 - random.nextInt(2)) + "}";
            default -> "";
        };
    }

    private String unsupported() {
        return "unsupported: " + POLICIES.get(random.nextInt(POLICIES.size()));
    }

    /** What is kept depends on the order in which things come (S6): here on the moment at which the other badge settles. */
    private String unsupportedUnlessKept() {
        return "unsupported: " + POLICIES.get(random.nextInt(POLICIES.size() - 1));
    }

    private RuleText moved(int version) {
        List<String> sites = new ArrayList<>(SITES);
        Collections.shuffle(sites, random);
        String mapping = mapping(version, "create")
                        .text()
                        .replace("\"" + SITES.get(0) + "\"", "\"" + sites.get(0) + "\"")
                        .replace("\"" + SITES.get(1) + "\"", "\"" + sites.get(1) + "\"")
                + "  any: {match: {idStarts: \"https://\"}}\n";
        return new RuleText("campus.yaml", mapping);
    }

    private String statement(int person) {
        Instant at = Instant.parse("2026-02-01T00:00:00Z").plusSeconds(random.nextInt(1_000_000));
        return did(
                        UUID.randomUUID(),
                        SITES.get(random.nextInt(SITES.size())),
                        "{\"score\":{\"scaled\":0." + (10 + random.nextInt(90)) + "}}",
                        at.toString())
                .replace("ada@", "u" + person + "@");
    }
}
