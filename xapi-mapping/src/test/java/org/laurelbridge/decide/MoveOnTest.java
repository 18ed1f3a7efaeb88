package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.Asked.rule;
import static org.laurelbridge.decide.Given.at;
import static org.laurelbridge.decide.Given.did;
import static org.laurelbridge.decide.Given.id;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.document.Span;
import org.laurelbridge.mapping.Cmi5;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;
import org.laurelbridge.mapping.Structure;
import org.laurelbridge.mapping.Structure.MoveOn;
import org.laurelbridge.rule.All;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Derived;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Satisfied;
import org.laurelbridge.rule.Scope;
import org.laurelbridge.rule.Vocabulary;
import org.laurelbridge.rule.Window;

/** Worked example 4: cmi5's satisfied, as the LMS says or as moveOn makes it. */
class MoveOnTest {
    private static final Mapping MAPPING =
            MappingReader.read("m.yaml", """
            brl: 1
            kind: mapping
            name: m
            version: 1
            use: [adl@1, cmi5@1]
            activities:
              cmi5-netsec:
                match: {publisher: "https://pub.example/netsec"}
                structure:
                  intro: {publisher: "https://pub.example/intro", moveOn: NotApplicable}
                  tcp: {publisher: "https://pub.example/tcp", moveOn: CompletedAndPassed}
                  labs:
                    publisher: "https://pub.example/labs"
                    structure:
                      lab: {publisher: "https://pub.example/lab", moveOn: CompletedOrPassed}
            """).mapping().orElseThrow();
    private static final RuleReader READER = new RuleReader(Vocabulary.of(MAPPING));
    private static final String EXAMPLE =
            "when: {satisfied: {on: cmi5-netsec, level: course, waived: accept, from: moodle-prod, derive: moveOn}}\n";

    @Test
    void workedExample4_isSatisfiedByTheLmsAlone_orByItsUnits() {
        holds(EXAMPLE + """
                tests:
                  - given: [ {satisfied: cmi5-netsec, from: moodle-prod, at: 2026-03-01} ]
                    expect: {awarded: 2026-03-01}
                  - given: [ {satisfied: cmi5-netsec, from: elsewhere, at: 2026-03-01} ]
                    expect: {open: "units that are met: 0 of 2"}
                  - given:
                      - {passed: tcp, at: 2026-03-01}
                      - {completed: tcp, at: 2026-03-02}
                      - {completed: lab, at: 2026-03-03}
                    expect: {awarded: 2026-03-03}
                  - given: # the LMS needs a day longer to say so
                      - {passed: tcp, at: 2026-03-01}
                      - {completed: tcp, at: 2026-03-02}
                      - {passed: lab, at: 2026-03-03}
                      - {satisfied: cmi5-netsec, from: moodle-prod, at: 2026-03-04}
                    expect: {awarded: 2026-03-03}
                  - given:
                      - {passed: tcp, at: 2026-03-01}
                      - {passed: lab, at: 2026-03-02}
                    expect: {open: "units that are met: 1 of 2"}
                """);
    }

    @Test
    void units_areMetInOneRegistration() {
        holds(EXAMPLE + """
                tests:
                  - given:
                      - {passed: tcp, registration: one, at: 2026-03-01}
                      - {completed: tcp, registration: one, at: 2026-03-02}
                      - {passed: lab, registration: two, at: 2026-03-03}
                    expect: {open: "units that are met: 1 of 2"}
                  - given:
                      - {passed: tcp, registration: one, at: 2026-03-01}
                      - {completed: tcp, registration: one, at: 2026-03-02}
                      - {passed: lab, registration: two, at: 2026-03-03}
                      - {passed: lab, registration: one, at: 2026-03-04}
                    expect: {awarded: 2026-03-04}
                """);
    }

    @Test
    void waiver_ofTheLms_meetsAUnit_andStaysWhateverComesLater() {
        holds(EXAMPLE + """
                tests:
                  - given:
                      - {waived: tcp, from: moodle-prod, at: 2026-03-01}
                      - {failed: tcp, at: 2026-03-02}
                      - {passed: lab, at: 2026-03-03}
                    expect: {awarded: 2026-03-03}
                  - given:
                      - {passed: lab, at: 2026-03-01}
                      - {waived: tcp, from: moodle-prod, at: 2026-03-02}
                      - {failed: tcp, at: 2026-03-03}
                    expect: {awarded: 2026-03-02}
                  - given:
                      - {waived: tcp, from: elsewhere, at: 2026-03-01}
                      - {passed: lab, at: 2026-03-03}
                    expect: {open: "units that are met: 1 of 2"}
                  - given: [ {waived: cmi5-netsec, from: moodle-prod, at: 2026-03-01} ]
                    expect: {awarded: 2026-03-01}
                """);
    }

    @Test
    void waived_ignore_letsNoWaiverCount_thoughItSaysSuccessAndCompletion() {
        holds("""
                when: {satisfied: {on: cmi5-netsec, waived: ignore, derive: moveOn}}
                tests:
                  - given:
                      - {waived: tcp, success: true, completion: true, at: 2026-03-01}
                      - {waived: cmi5-netsec, success: true, completion: true, at: 2026-03-02}
                      - {passed: lab, at: 2026-03-03}
                    expect: {open: "units that are met: 1 of 2"}
                """);
    }

    @Test
    void waived_unsaid_countsWhereMoveOnIsDerived_andNotByTheKindAlone() {
        holds("""
                when: {satisfied: {on: labs, derive: moveOn}}
                tests:
                  - given: [ {waived: lab, at: 2026-03-01} ]
                    expect: {awarded: 2026-03-01}
                """);
        holds("""
                when: {satisfied: {on: labs}}
                tests:
                  - given: [ {waived: labs, at: 2026-03-01} ]
                    expect: {open: not yet}
                """);
    }

    @Test
    void window_narrowsTheUnitsToo() {
        holds("""
                when: {satisfied: {on: labs, derive: moveOn, until: 2026-03-01}}
                tests:
                  - given: [ {passed: lab, at: 2026-03-01T23:59:59Z} ]
                    expect: {awarded: 2026-03-01}
                  - given: [ {passed: lab, at: 2026-03-02} ]
                    expect: {impossible: labs window ended 2026-03-02}
                """);
    }

    @Test
    void name_meansTheMomentAtWhichItBecameTrue() {
        holds("""
                when:
                  all:
                    - satisfied: {on: labs, derive: moveOn, as: labs}
                    - passed: {on: tcp, within: {days: 1, after: labs}}
                tests:
                  - given: [ {passed: lab, at: 2026-03-01}, {passed: tcp, at: 2026-03-02} ]
                    expect: {awarded: 2026-03-02}
                  - given: [ {passed: lab, at: 2026-03-01}, {passed: tcp, at: 2026-03-03} ]
                    expect: {impossible: tcp window ended 2026-03-03}
                """);
    }

    @Test
    void whatIsTooLongAgo_turnsItByItself() {
        Window lastTwoMinutes = new Window(null, null, null, new Span(2, ChronoUnit.MINUTES), ZoneOffset.UTC);
        Scope scope = new Scope("course", null, false, lastTwoMinutes, false, false, null);
        Condition lately = derived(new Satisfied(scope, null, true), new Structure.Unit("au", MoveOn.PASSED));
        Asked asked = rule(new All(List.of(new Satisfied("start"), new None(List.of(lately)))));
        assertThat(asked.after(did(Kind.PASSED, "au", 1).cmi5(1, "s-1"), did(Kind.SATISFIED, "start", 2))
                        .earnedAt())
                .isEqualTo(at(3));
    }

    @Test
    void evidence_isOfTheWayByWhichItWasMetFirst() {
        Asked asked = rule(new All(List.of(derived(new Structure.Unit("au", MoveOn.PASSED)), new Satisfied("end"))));
        Given told = did(Kind.SATISFIED, "course", 2);
        Given end = did(Kind.SATISFIED, "end", 3);
        assertThat(asked.after(did(Kind.PASSED, "au", 1).cmi5(1, "s-1"), told, end)
                        .evidence())
                .containsExactly(id(1), id(3));
        assertThat(asked.after(did(Kind.PASSED, "au", 3).cmi5(1, "s-1").statement(4), told, end)
                        .evidence())
                .containsExactly(id(2), id(3));
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED,               passed,    true",
        "PASSED,               completed, false",
        "COMPLETED,            completed, true",
        "COMPLETED,            passed,    false",
        "COMPLETED_OR_PASSED,  completed, true",
        "COMPLETED_OR_PASSED,  passed,    true",
        "COMPLETED_AND_PASSED, completed, false",
        "COMPLETED_AND_PASSED, passed,    false",
        "NOT_APPLICABLE,       none,      true",
    })
    void moveOn_saysWhatMeetsAUnit(MoveOn moveOn, String kind, boolean met) {
        Asked asked = rule(derived(new Structure.Unit("au", moveOn), new Structure.Unit("end", MoveOn.PASSED)));
        Given fact = did(new Kind(kind), "au", 1).cmi5(1, "s-1");
        assertThat(asked.after(fact, did(Kind.PASSED, "end", 2).cmi5(1, "s-2")).isMet())
                .isEqualTo(met);
    }

    @Test
    void unit_isMetByWhatCmi5DefinesAlone() {
        Asked asked = rule(derived(new Structure.Unit("au", MoveOn.COMPLETED_OR_PASSED)));
        Given passed = did(Kind.PASSED, "au", 1).cmi5(1, "s-1");
        assertThat(asked.after(passed).isMet()).isTrue();
        assertThat(asked.after(passed.success(false)).isMet())
                .as("below mastery")
                .isFalse();
        assertThat(asked.after(passed.cmi5(new Cmi5(false, "s-1", false))).isMet())
                .as("not cmi5's own")
                .isFalse();
        assertThat(asked.after(passed.cmi5(new Cmi5(true, "s-1", false, Cmi5.Level.COURSE)))
                        .isMet())
                .as("about the course")
                .isFalse();
        assertThat(asked.after(did(Kind.SCORED, "au", 1)
                                .cmi5(1, "s-1")
                                .success(true)
                                .completion(true))
                        .isMet())
                .as("another verb")
                .isFalse();
    }

    @Test
    void launchForBrowsing_neverSatisfies() {
        Asked asked = rule(derived(new Structure.Unit("au", MoveOn.PASSED)));
        Given launched = did(Kind.LAUNCHED, "au", 0).browsing(1, "s-1");
        Decision decision = asked.after(launched, did(Kind.PASSED, "au", 1).cmi5(1, "s-1"));
        assertThat(decision.isMet()).isFalse();
        assertThat(decision.explanation().lines(Asked.ENGLISH).get(0).text())
                .endsWith("units that are met: 0 of 1; left out: passed on 2026-03-01, since it was launched in mode"
                        + " Browse or Review (cmi5 10.2.2)"
                        + " (au).");
        assertThat(asked.after(launched, did(Kind.PASSED, "au", 2).cmi5(1, "s-2"))
                        .isMet())
                .isTrue();
    }

    @Test
    void failedAfterPassed_leavesTheUnitMet_andIsReported() {
        Decision decision = rule(derived(new Structure.Unit("au", MoveOn.PASSED)))
                .after(
                        did(Kind.FAILED, "au", 5).cmi5(1, "s-2"),
                        did(Kind.PASSED, "au", 1).cmi5(1, "s-1"));
        assertThat(decision.earnedAt()).isEqualTo(at(1));
        assertThat(decision.evidence()).containsExactly(id(1));
        assertThat(Asked.tree(decision).get("leftOut")).hasSize(1);
    }

    @Test
    void level_leavesOutWhatIsAboutAnother() {
        Asked course = rule(new Satisfied(Scope.of("course"), Cmi5.Level.COURSE, true));
        assertThat(course.after(about(Kind.SATISFIED, Cmi5.Level.COURSE)).isMet())
                .isTrue();
        assertThat(course.after(about(Kind.SATISFIED, null)).isMet()).isTrue();
        assertThat(course.after(about(Kind.SATISFIED, Cmi5.Level.BLOCK)).isMet())
                .isFalse();
        assertThat(course.after(about(Kind.WAIVED, null)).isMet())
                .as("a unit was waived")
                .isFalse();
        assertThat(rule(new Satisfied(Scope.of("course"), Cmi5.Level.AU, false))
                        .after(about(Kind.SATISFIED, null))
                        .isMet())
                .isFalse();
    }

    @Test
    void twoCourses_mayHaveARegistrationEach() {
        Asked both = rule(new All(List.of(
                derived(new Structure.Unit("one", MoveOn.PASSED)), derived(new Structure.Unit("two", MoveOn.PASSED)))));
        assertThat(both.after(
                                did(Kind.PASSED, "one", 1).cmi5(1, "s-1"),
                                did(Kind.PASSED, "two", 2).cmi5(2, "s-2"))
                        .earnedAt())
                .isEqualTo(at(2));
    }

    @Test
    void registration_same_isTheOneThatTheRuleShares() {
        Scope shared = new Scope("course", null, false, Scope.of("course").window(), true, false, null);
        Condition one = derived(new Satisfied(shared, null, true), new Structure.Unit("one", MoveOn.PASSED));
        Condition two = derived(new Satisfied(shared, null, true), new Structure.Unit("two", MoveOn.PASSED));
        Asked both = rule(new All(List.of(one, two)));
        Given first = did(Kind.PASSED, "one", 1).cmi5(1, "s-1");
        assertThat(both.after(first, did(Kind.PASSED, "two", 2).cmi5(2, "s-2")).isMet())
                .isFalse();
        assertThat(both.after(first, did(Kind.PASSED, "two", 2).cmi5(1, "s-2")).isMet())
                .isTrue();
    }

    @Test
    void none_readsTheUnitsAheadByTheSettlingTime() {
        Condition rule = new All(List.of(
                new Satisfied("start"), new None(List.of(derived(new Structure.Unit("au", MoveOn.PASSED))))));
        Given start = did(Kind.SATISFIED, "start", 1);
        Given passed = did(Kind.PASSED, "au", 3).cmi5(1, "s-1");
        assertThat(rule(rule, Duration.ofMinutes(1)).after(start, passed).isMet())
                .isTrue();
        assertThat(rule(rule, Duration.ofMinutes(5)).after(start, passed).isMet())
                .isFalse();
    }

    @Test
    void explanation_isOfOneCondition_withTheStatementsThatCount() {
        Decision decision = rule(derived(
                        new Structure.Unit("one", MoveOn.COMPLETED_AND_PASSED),
                        new Structure.Unit("two", MoveOn.PASSED)))
                .after(
                        did(Kind.COMPLETED, "one", 1).cmi5(1, "s-1"),
                        did(Kind.PASSED, "one", 2).cmi5(1, "s-1"));
        assertThat(Asked.tree(decision))
                .hasToString(("{'satisfied':'course','open':'units that are met: 1 of 2','statements':['" + id(1)
                                + "','" + id(2) + "']}")
                        .replace('\'', '"'));
    }

    @Test
    void rule_isReadAloud() {
        Condition rule =
                READER.read("b.yaml", document(EXAMPLE)).badge().orElseThrow().when();
        assertThat(Asked.ENGLISH.sentence(rule))
                .isEqualTo(
                        "Satisfy the course cmi5-netsec or have it waived (as moodle-prod tells), or meet all that it"
                                + " takes to move on, in one registration.");
        assertThat(new Wording(Locale.GERMAN, ZoneOffset.UTC, label -> label).sentence(rule))
                .isEqualTo("Den Kurs cmi5-netsec erfüllen oder erlassen bekommen (wie moodle-prod es meldet), oder in"
                        + " einer Registrierung alles erreichen, was zum Weiterkommen nötig ist.");
        assertThat(new RuleReader(Vocabulary.open())
                        .read("b.yaml", document(EXAMPLE))
                        .badge()
                        .map(badge -> Asked.ENGLISH.sentence(badge.when())))
                .as("without its mapping")
                .contains(Asked.ENGLISH.sentence(rule));
    }

    @Test
    void rule_isFoundByItsUnits() {
        assertThat(READER.read("b.yaml", document(EXAMPLE))
                        .badge()
                        .orElseThrow()
                        .activities())
                .containsExactlyInAnyOrder("cmi5-netsec", "tcp", "lab");
    }

    private static Condition derived(Structure.Unit... units) {
        return derived(new Satisfied(Scope.of("course"), null, true), units);
    }

    private static Condition derived(Satisfied said, Structure.Unit... units) {
        return Derived.of(said, new Structure(Cmi5.Level.COURSE, List.of(units)));
    }

    private static Given about(Kind kind, Cmi5.Level level) {
        return did(kind, "course", 1).cmi5(new Cmi5(true, null, false, level));
    }

    private static void holds(String rest) {
        RuleReader.Answer answer = READER.read("b.yaml", document(rest));
        assertThat(answer.problems()).isEmpty();
        assertThat(new RuleTests().failures(answer.badge().orElseThrow())).isEmpty();
    }

    private static String document(String rest) {
        return "brl: 1\nkind: badge\nid: netsec\nversion: 1\ntitle: Network security\n" + rest;
    }
}
