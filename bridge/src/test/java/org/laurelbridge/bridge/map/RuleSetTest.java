package org.laurelbridge.bridge.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurelbridge.xapi.Problem;

/** What a badge may say of the course structures in the mapping that comes with it. */
class RuleSetTest {
    private static final String COURSE =
            "{match: {id: 'https://lms.example/7'}, structure: {labs: {publisher: 'x:labs',"
                    + " structure: {lab: {publisher: 'x:lab', moveOn: Passed}}}}}";

    @Test
    void structure_isKnownToTheBadgesOfTheMapping() {
        assertThat(problems("unknown: park", "{satisfied: {on: course, level: course, derive: moveOn}}"))
                .isEmpty();
        assertThat(problems("unknown: park", "{satisfied: {on: lab, level: course}}"))
                .singleElement()
                .asString()
                .contains("expected au");
    }

    @Test
    void badge_isNotBlamedForTheMistakesOfTheMapping() {
        assertThat(problems("unknown: parc", "{all: [{passed: lab}, {satisfied: {on: labs, derive: moveOn}}]}"))
                .singleElement()
                .asString()
                .contains("did you mean \"park\"?");
    }

    @Test
    void badgesThatAskForEachOther_areRefused() {
        assertThat(stack("{holds: {badge: b}}", "{completed: course}")).isEmpty();
        assertThat(stack("{holds: {badge: c}}", "{completed: course}"))
                .singleElement()
                .asString()
                .contains("a.yaml", "\"c\", which is no badge here", "did you mean \"b\"?");
        assertThat(stack("{any: [{holds: {badge: b}}, {completed: course}]}", "{holds: {badge: a, state: everHeld}}"))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.toString()).contains("waits for itself"));
    }

    @Test
    void sourceThatNobodyKnows_isToldWhereSourcesAreKnown() {
        RuleSet set = from("[{passed: {on: course, from: proctor-lsr}}, {passed: {on: course, from: lms}}]");
        assertThat(set.problems()).isEmpty();
        assertThat(set.problems(Set.of("lms", "proctor-lrs")))
                .singleElement()
                .asString()
                .contains("b.yaml", "from \"proctor-lsr\", which is no source here", "did you mean \"proctor-lrs\"?");
        assertThat(set.problems(Set.of("lms", "proctor-lsr"))).isEmpty();
        assertThat(from("[{none: [{count: {of: {kind: passed, on: course, from: x}, per: day, atLeast: 1}}]}]")
                        .problems(Set.of()))
                .hasSize(1);
        assertThat(from("[{satisfied: {on: course, derive: moveOn, from: x}}]").problems(Set.of()))
                .hasSize(1);
    }

    @Test
    void sourceThatTheMappingTrusts_isKnown() {
        assertThat(from("[{passed: {on: course, from: listed}}]").problems(Set.of()))
                .isEmpty();
    }

    private static RuleSet from(String parts) {
        String mapping = "{brl: 1, kind: mapping, name: m, version: 1, activities: {course: " + COURSE + "},"
                + " trust: {listed: {connection: c, may: [facts]}}}";
        String badge = "{brl: 1, kind: badge, id: b, version: 1, title: B, when: {all: " + parts + "}}";
        return RuleSet.read(List.of(new RuleText("m.yaml", mapping), new RuleText("b.yaml", badge)));
    }

    private static List<Problem> stack(String a, String b) {
        String mapping = "{brl: 1, kind: mapping, name: m, version: 1, activities: {course: " + COURSE + "}}";
        String head = "{brl: 1, kind: badge, version: 1, title: T, id: ";
        return RuleSet.read(List.of(
                        new RuleText("m.yaml", mapping),
                        new RuleText("a.yaml", head + "a, when: " + a + "}"),
                        new RuleText("b.yaml", head + "b, when: " + b + "}")))
                .problems();
    }

    private static List<Problem> problems(String key, String when) {
        String mapping =
                "{brl: 1, kind: mapping, name: m, version: 1, " + key + ", activities: {course: " + COURSE + "}}";
        String badge = "{brl: 1, kind: badge, id: b, version: 1, title: B, when: " + when + "}";
        return RuleSet.read(List.of(new RuleText("m.yaml", mapping), new RuleText("b.yaml", badge)))
                .problems();
    }
}
