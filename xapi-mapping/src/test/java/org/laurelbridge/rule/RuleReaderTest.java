package org.laurelbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.document.Span;
import org.laurelbridge.mapping.Cmi5;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.mapping.Structure;
import org.laurelbridge.xapi.Problem;

class RuleReaderTest {

    private static final RuleReader READER =
            new RuleReader(Vocabulary.of(Set.of("k8s-quiz", "exam", "lab-1"), Set.of(new Kind("flagged"))));

    @Test
    void smallestDocument_hasTheDefaults() {
        String text = document("when: {completed: k8s-quiz}");
        Badge badge = badge(text);
        assertThat(badge)
                .isEqualTo(new Badge(
                        "k8s",
                        3,
                        "Kubernetes",
                        null,
                        new Completed("k8s-quiz"),
                        new Terms(
                                Badge.AwardMode.AUTO,
                                false,
                                new Settle(Duration.ZERO, Duration.ofMinutes(2)),
                                Badge.Unsupported.REVIEW,
                                false,
                                null,
                                null,
                                List.of(),
                                false,
                                new Applies(3, false)),
                        List.of(),
                        ZoneOffset.UTC,
                        Badge.Visibility.LEARNER_DECIDES,
                        List.of(),
                        null,
                        null,
                        Credential.PLAIN,
                        List.of(),
                        text));
    }

    @Test
    void everyCondition_isRead() {
        Badge badge = badge(document("""
                when:
                  all:
                    - passed: {on: k8s-quiz}
                    - satisfied: exam
                    - any:
                        - scored: {on: k8s-quiz, atLeast: 79.5 %, attempt: every}
                        - did: {kind: flagged, on: exam}
                        - did: {kind: "http://verb.example/seen", on: exam}
                    - none: [ {completed: lab-1} ]
                    - atLeast: {n: 1, of: [ {completed: exam}, {completed: lab-1} ]}
                """));
        assertThat(badge.when())
                .isEqualTo(new All(List.of(
                        new Passed("k8s-quiz"),
                        new Satisfied("exam"),
                        new Any(List.of(
                                new Scored("k8s-quiz", Percent.of(new BigDecimal("79.5")), AttemptPolicy.EVERY),
                                new Did(new Kind("flagged"), "exam"),
                                new Did(new Kind("http://verb.example/seen"), "exam"))),
                        new None(List.of(new Completed("lab-1"))),
                        new AtLeast(1, List.of(new Completed("exam"), new Completed("lab-1"))))));
        assertThat(badge.activities()).containsExactlyInAnyOrder("k8s-quiz", "exam", "lab-1");
    }

    @Test
    void everyGatheringAndModifier_isRead() {
        Badge badge = badge(document("""
                zone: Europe/Paris
                when:
                  all:
                    - completed: {on: lab-1, as: lab, since: 2026-01-01, until: 2026-06-30}
                    - scored: {on: exam, atLeast: 70%, proctored: true, from: proctor, within: {days: 30, after: lab}}
                    - passed: {on: exam, mastery: package, orElse: 80%, inLast: 90d, registration: same}
                    - count: {of: {on: exam}, per: activity, atLeast: 15}
                    - total: {of: {kind: passed, on: exam}, measure: duration, atLeast: 10h}
                    - streak: {of: {kind: [completed, flagged], on: exam}, every: week, length: 7, misses: 1, zone: Asia/Tokyo}
                """));
        ZoneId paris = ZoneId.of("Europe/Paris");
        Window always = new Window(null, null, null, null, paris);
        Sort exam = new Sort(List.of(), new Scope("exam", null, false, always, false, false, null));
        assertThat(badge.when().parts())
                .containsExactly(
                        new Completed(new Scope(
                                "lab-1",
                                null,
                                false,
                                new Window(
                                        LocalDate.parse("2026-01-01"),
                                        LocalDate.parse("2026-06-30"),
                                        null,
                                        null,
                                        paris),
                                false,
                                false,
                                "lab")),
                        new Scored(
                                new Scope(
                                        "exam",
                                        "proctor",
                                        true,
                                        new Window(null, null, new Window.Within(30, "lab"), null, paris),
                                        false,
                                        false,
                                        null),
                                Percent.of(BigDecimal.valueOf(70)),
                                AttemptPolicy.BEST),
                        new Passed(
                                new Scope(
                                        "exam",
                                        null,
                                        false,
                                        new Window(null, null, null, new Span(90, ChronoUnit.DAYS), paris),
                                        true,
                                        false,
                                        null),
                                Percent.of(BigDecimal.valueOf(80))),
                        new Count(exam, Count.Per.ACTIVITY, 15, paris),
                        new Total(
                                new Sort(List.of(Kind.PASSED), exam.scope()),
                                Total.Measure.DURATION,
                                BigDecimal.valueOf(36_000)),
                        new Streak(
                                new Sort(List.of(Kind.COMPLETED, new Kind("flagged")), exam.scope()),
                                Streak.Every.WEEK,
                                7,
                                1,
                                ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void everyLifecycleKey_isRead() {
        Badge badge = badge(document("""
                when: {completed: k8s-quiz}
                award: auto
                description: Runs a cluster.
                image: k8s.png
                settle: {gain: 48h, lose: 1d}
                unsupported: revoke
                deliver:
                  - {to: campus, course: 2}
                  - {to: campus, course: evidence, grade: score, of: 10}
                  - {to: own, grade: 1, of: 5}
                zone: Europe/Paris
                public: always
                align: [ {framework: NICE, code: T0161} ]
                """));
        assertThat(badge.settle()).isEqualTo(new Settle(Duration.ofHours(48), Duration.ofHours(24)));
        assertThat(badge.unsupported()).isEqualTo(Badge.Unsupported.REVOKE);
        assertThat(badge.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(badge.visibility()).isEqualTo(Badge.Visibility.ALWAYS);
        assertThat(badge.align()).containsExactly(new Badge.Alignment("NICE", "T0161"));
        assertThat(List.of(badge.description(), badge.image())).containsExactly("Runs a cluster.", "k8s.png");
        assertThat(badge.deliver())
                .containsExactly(
                        new Destination(
                                "campus",
                                new Destination.Course.Fixed("2"),
                                new Destination.Grade.Fixed(BigDecimal.valueOf(100)),
                                BigDecimal.valueOf(100)),
                        new Destination(
                                "campus",
                                new Destination.Course.Evidence(),
                                new Destination.Grade.Score(),
                                BigDecimal.TEN),
                        new Destination(
                                "own", null, new Destination.Grade.Fixed(BigDecimal.ONE), BigDecimal.valueOf(5)));
    }

    static String whole(String rest) {
        return rest.startsWith("{")
                ? "{brl: 1, kind: badge, id: k8s, version: 3, title: Kubernetes, " + rest.substring(1)
                : document(rest);
    }

    @Test
    void settle_asOneValue_setsBothSides() {
        assertThat(badge(document("when: {completed: exam}\nsettle: 2w")).settle())
                .isEqualTo(new Settle(Duration.ofDays(14), Duration.ofDays(14)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when: {inOrder: [{completed: {on: exam, as: a}}, {passed: exam}]} | names on conditions outside",
                "when: {count: {of: , per: day, atLeast: 3}} | expected a map",
                "when: {completed: {on: exam, within: }} | expected a map",
                "when: {completed: {on: exam, until: +999999999-12-31}} | a day of the years 1 to 9999",
                "when: {count: {of: {kind: [], on: exam}, per: day, atLeast: 3}} | at least one kind",
                "when: {scored: {on: exam, atLeast: 70%, within: {days: 30, after: course}}} | the name (as:) of a condition",
                "when: {all: [{completed: {on: exam, as: a, within: {days: 1, after: b}}}, {passed: {on: exam, as: b, within: {days: 1, after: a}}}]} | in a circle",
                "when: {all: [{completed: {on: exam, as: a}}, {passed: {on: exam, as: a}}]} | a name of its own",
                "when: {completed: {on: exam, since: 2026-03-02, until: 2026-03-01}} | no earlier than since",
                "when: {completed: {on: exam, inLast: 0}} | more than nothing",
                "when: {count: {of: {on: exam}, per: month, atLeast: 2}} | one of statement, activity, day, week, attempt",
                "when: {total: {of: {on: exam}, measure: points, atLeast: 0}} | more than nothing",
                "when: {total: {of: {on: exam}, measure: duration, atLeast: 1y}} | s, m, h, d or w",
                "when: {streak: {of: {on: exam}, every: day, length: 3, misses: 3}} | a whole number from 0 to 2",
                "when: {complete: exam}                                  | did you mean \"completed\"?",
                "when: {completed: exma}                                 | did you mean \"exam\"?",
                "when: {did: {kind: flaged, on: exam}}                   | did you mean \"flagged\"?",
                "when: {did: {kind: flaged, on: exam}}                   | a kind of the mapping: abandoned, answered, completed",
                "when: {scored: {on: exam, atLeast: 70%, attempt: frist}} | did you mean \"first\"?",
                "when: {scored: {on: exam, atleast: 70%}}                | did you mean \"atLeast\"?",
                "when: {scored: {on: exam, atLeast: 80}}                 | expected a percent, as 80%",
                "when: {scored: {on: exam, atLeast: 800%}}               | expected at most 100%",
                "when: {all: []}                                         | expected at least one condition",
                "when: {atLeast: {n: 3, of: [{completed: exam}]}}        | expected a whole number from 1 to 1",
                "when: {none: [{completed: exam}]}                       | met when nothing has been done",
                "when: {completed: exam, passed: exam}                   | expected a map with one key",
                "{when: {completed: exam}, unsuported: keep}             | did you mean \"unsupported\"?",
                "{when: {completed: exam}, unsupported: revoce}          | did you mean \"revoke\"?",
                "{when: {completed: exam}, zone: Europe/Pariss}          | did you mean \"Europe/Paris\"?",
                "{when: {completed: exam}, settle: 1y}                   | expected a length of time in s, m, h, d or w",
                "{when: {completed: exam}, deliver: [{to: own, of: 0}]}  | expected more than 0",
                "{when: {completed: exam}, deliver: [{to: own, grade: 101}]} | points from 0 to 100",
                "{when: {completed: exam}, deliver: [{to: own, grade: -1}]} | points from 0 to 100",
                "{when: {completed: exam}, deliver: [{to: own, course: [a]}]} | a course's id, or evidence",
                "when: {completed: {on: exam, since: 0000-12-31}}        | a day of the years 1 to 9999",
                "when: {streak: {of: {on: exam}, every: day, length: 3661}} | a whole number from 1 to 3660",
                "when: {completed: {on: exam, as: a, within: {days: 1, after: a}}} | in a circle",
                "{when: {completed: exam}, zone: 5}                      | expected a time zone"
            })
    void mistake_getsWhatWasExpectedOrTheNearestWord(String rest, String expected) {
        assertThat(problems(whole(rest))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "satisfied: {on: exam, derive: moveOn}         | moveOn of \"exam\", which is in no course structure",
                "satisfied: {on: read, derive: moveOn}         | for which nothing needs to be done (NotApplicable)",
                "satisfied: {on: unit, level: course}          | expected au, which it is in its course structure",
                "satisfied: {on: unit, level: corse}           | did you mean \"course\"?",
                "satisfied: {on: unit, waived: yes}            | one of accept, ignore",
                "satisfied: {on: unit, derive: moveon}         | did you mean \"moveOn\"?",
                "completed: {on: unit, level: au}              | the key \"level\"",
            })
    void mistakeInWhatCmi5Adds_isTold(String when, String expected) {
        Structure unit = new Structure(Cmi5.Level.AU, List.of(new Structure.Unit("unit", Structure.MoveOn.PASSED)));
        Structure read =
                new Structure(Cmi5.Level.AU, List.of(new Structure.Unit("read", Structure.MoveOn.NOT_APPLICABLE)));
        RuleReader reader = new RuleReader(new Vocabulary(
                Set.of("exam", "unit", "read"), Set.of(), Map.of("unit", unit, "read", read), Map.of(), true));
        assertThat(reader.read("k8s.yaml", document("when: {" + when + "}")).problems())
                .singleElement()
                .asString()
                .contains(expected);
    }

    @Test
    void derive_whereStructuresAreNotKnown_isLeftToTheLms() {
        RuleReader reader = new RuleReader(Vocabulary.seen(Set.of("exam"), Set.of()));
        assertThat(reader.read("k8s.yaml", document("when: {satisfied: {on: exam, derive: moveOn}}"))
                        .badge()
                        .map(Badge::when))
                .contains(new Derived(new Satisfied(scopeOf("exam"), null, true), null));
    }

    private static Scope scopeOf(String on) {
        return new Scope(on, null, false, new Window(null, null, null, null, ZoneOffset.UTC), false, false, null);
    }

    @Test
    void allMistakes_areToldAtOnceWithTheirPlaces() {
        RuleReader.Answer answer = READER.read("k8s.yaml", """
                brl: 1
                kind: badge
                id: K8s Quiz
                version: 0
                when:
                  all:
                    - complete: exam
                    - passed: exma
                """);
        assertThat(answer.badge()).isEmpty();
        assertThat(answer.problems().stream().map(Problem::place).collect(Collectors.toList()))
                .anyMatch(place -> place.startsWith("k8s.yaml:3:5"))
                .anyMatch(place -> place.startsWith("k8s.yaml:4:10"))
                .anyMatch(place -> place.startsWith("k8s.yaml:7:7"))
                .anyMatch(place -> place.startsWith("k8s.yaml:8:15"))
                .hasSize(5);
    }

    @Test
    void withoutMapping_labelsAndKindsAreTakenAsTheyAre() {
        RuleReader reader = new RuleReader(Vocabulary.open());
        String rule = document("when: {did: {kind: seen, on: anything}}\n"
                + "tests: [{given: [{passed: anything, at: 2026-03-01}], expect: {open: not yet}}]");
        assertThat(reader.read("k8s.yaml", rule).problems()).isEmpty();
    }

    @Test
    void moreThan200Conditions_areRefused() {
        assertThat(READER.read("k8s.yaml", document(conditions(199))).problems())
                .isEmpty();
        assertThat(problems(document(conditions(200)))).contains("a rule of 201 conditions");
    }

    @Test
    void deeperThan12_isRefused() {
        assertThat(READER.read("k8s.yaml", document(nested(11))).problems()).isEmpty();
        assertThat(problems(document(nested(12)))).contains("a condition 13 levels deep");
    }

    @Test
    void index_findsTheBadgesOfAnActivity() {
        Badge quiz = badge(document("when: {completed: k8s-quiz}"));
        Badge both = badge(document("when: {all: [{completed: k8s-quiz}, {passed: exam}]}"));
        RuleIndex index = RuleIndex.of(List.of(quiz, both));
        assertThat(index.listByActivity("k8s-quiz")).containsExactly(quiz, both);
        assertThat(index.listByActivity("exam")).containsExactly(both);
        assertThat(index.listByActivity("lab-1")).isEmpty();
    }

    private static String conditions(int leaves) {
        return "when: {any: [" + "{completed: exam},".repeat(leaves) + "]}";
    }

    private static String nested(int levels) {
        return "when: " + "{all: [".repeat(levels) + "{completed: exam}" + "]}".repeat(levels);
    }

    static String document(String rest) {
        return "brl: 1\nkind: badge\nid: k8s\nversion: 3\ntitle: Kubernetes\n" + rest + "\n";
    }

    static Badge badge(String text) {
        RuleReader.Answer answer = READER.read("k8s.yaml", text);
        assertThat(answer.problems()).isEmpty();
        return answer.badge().orElseThrow();
    }

    static String problems(String text) {
        RuleReader.Answer answer = READER.read("k8s.yaml", text);
        assertThat(answer.badge()).isEmpty();
        return answer.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
