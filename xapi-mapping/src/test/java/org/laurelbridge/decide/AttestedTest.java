package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.Given.at;
import static org.laurelbridge.decide.Given.id;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.Topic;

class AttestedTest {

    @Test
    void workedExample7_stackOfThreeBadges() {
        assertThat(Worked.failures("""
                when:
                  all:
                    - holds: {of: [python-basics, statistics, data-viz], n: 3, state: valid, as: stack}
                    - evidence: {kind: url, atLeast: 1}
                    - approved: {by: programme-lead, rubric: capstone}
                award: approve
                unsupported: review
                tests:
                  - given:
                      - {holds: python-basics, at: 2026-01-01, until: 2027-01-01}
                      - {holds: statistics, at: 2026-02-01}
                      - {holds: data-viz, at: 2026-03-01}
                      - {evidence: url, at: 2026-03-02}
                      - {approved: programme-lead, rubric: capstone, at: 2026-03-05}
                    expect: {awarded: 2026-03-05}
                  - given:
                      - {holds: python-basics, at: 2026-01-01, until: 2026-02-15}
                      - {holds: statistics, at: 2026-02-01}
                      - {holds: data-viz, at: 2026-03-01}
                      - {evidence: url, at: 2026-03-02}
                      - {approved: programme-lead, rubric: capstone, at: 2026-03-05}
                    expect: {open: 2 of 3}
                  - given:
                      - {evidence: text, at: 2026-03-02}
                      - {approved: programme-lead, rubric: another, at: 2026-03-05}
                    expect: {open: 0 of 3}
                """)).isEmpty();
    }

    @Test
    void holds_whatExpiredLater_wasValidWhenItCounted() {
        assertThat(Worked.failures("""
                when: {all: [{holds: {badge: basics}}, {completed: lab}]}
                tests:
                  - given: [{holds: basics, at: 2026-01-01, until: 2026-03-01}, {completed: lab, at: 2026-02-01}]
                    asOf: 2027-01-01T00:00:00Z
                    expect: {awarded: 2026-02-01}
                  - given: [{holds: basics, at: 2026-01-01, until: 2026-03-01}, {completed: lab, at: 2026-03-01}]
                    expect: {open: 1 of 2}
                """)).isEmpty();
    }

    @Test
    void holds_everHeld_countsAfterItsEnd() {
        assertThat(Worked.failures("""
                when: {all: [{holds: {badge: basics, state: everHeld}}, {completed: lab}]}
                tests:
                  - given: [{holds: basics, at: 2026-01-01, until: 2026-02-01}, {completed: lab, at: 2026-03-01}]
                    expect: {awarded: 2026-03-01}
                """)).isEmpty();
    }

    @Test
    void holds_heldFor_countsFromTheDayOn_andRenewalsGoOn() {
        assertThat(Worked.failures("""
                when: {holds: {badge: basics, heldFor: 90d}}
                tests:
                  - given: [{holds: basics, at: 2026-01-01}]
                    asOf: 2026-12-31T00:00:00Z
                    expect: {awarded: 2026-04-01}
                  - given: [{holds: basics, at: 2026-01-01, until: 2026-02-01}, {holds: basics, at: 2026-02-01}]
                    asOf: 2026-12-31T00:00:00Z
                    expect: {awarded: 2026-04-01}
                  - given: [{holds: basics, at: 2026-01-01, until: 2026-02-01}, {holds: basics, at: 2026-02-02}]
                    asOf: 2026-12-31T00:00:00Z
                    expect: {awarded: 2026-05-03}
                  - given: [{holds: basics, at: 2026-01-01, until: 2026-04-01}]
                    asOf: 2026-12-31T00:00:00Z
                    expect: {open: not yet}
                  - given: [{holds: basics, at: 2026-01-01, until: 2026-02-01}, {holds: basics, at: 2026-01-15, until: 2026-03-15}]
                    asOf: 2026-12-31T00:00:00Z
                    expect: {open: not yet}
                  # one inside the other, and one beyond the other
                  - given: [{holds: basics, at: 2026-01-01, until: 2026-04-02}, {holds: basics, at: 2026-01-15, until: 2026-02-01}]
                    asOf: 2026-12-31T00:00:00Z
                    expect: {awarded: 2026-04-01}
                  - given: [{holds: basics, at: 2026-01-01, until: 2026-02-01}, {holds: basics, at: 2026-01-15, until: 2026-04-02}]
                    asOf: 2026-12-31T00:00:00Z
                    expect: {awarded: 2026-04-01}
                """)).isEmpty();
    }

    @Test
    void holds_severalWithoutNumber_needsAll() {
        assertThat(Worked.failures("""
                when: {holds: {of: [basics, advanced]}}
                tests:
                  - given: [{holds: basics, at: 2026-01-01}]
                    expect: {open: 1 of 2}
                  - given: [{holds: basics, at: 2026-01-01}, {holds: advanced, at: 2026-01-02}]
                    expect: {awarded: 2026-01-02}
                """)).isEmpty();
    }

    @Test
    void holds_theSameBadgeSeveralTimesAtOnce_isHeldUntilTheLastEnds() {
        String document = """
                when: {all: [{holds: {badge: basics}}, {completed: lab}]}
                tests:
                  - given:
                      - {holds: basics, at: 2026-01-01, until: 2026-01-10}
                      - {holds: basics, at: 2026-01-02, until: 2026-01-20}
                      - {holds: basics, at: 2026-01-03, until: 2026-01-12}
                      - {holds: basics, at: 2026-01-04, until: 2026-01-08}
                """;
        for (String day : List.of("2026-01-04", "2026-01-07", "2026-01-09", "2026-01-11", "2026-01-19")) {
            assertThat(Worked.failures(
                            document + "      - {completed: lab, at: " + day + "}\n    expect: {awarded: " + day + "}"))
                    .isEmpty();
        }
        assertThat(Worked.failures(document + "      - {completed: lab, at: 2026-01-20}\n    expect: {open: 1 of 2}"))
                .isEmpty();
    }

    @Test
    void explanation_namesWhatIsHeldAndSinceWhen() {
        Badge badge = Worked.badge("when: {all: [{holds: {of: [a, b], n: 1}}, {member: {cohort: blue}},"
                + " {approved: {by: instructor}}, {evidence: {}}, {completed: lab}]}");
        Decision decision = new Decider()
                .decide(
                        badge,
                        History.of(
                                List.of(Given.did(Kind.COMPLETED, "lab", 9).fact()),
                                List.of(
                                        Attestation.holds(id(5), "b", at(5), null),
                                        Attestation.holds(id(4), "a", at(4), null),
                                        Attestation.holds(id(3), "a", at(3), null),
                                        attested(6, Topic.MEMBER, "blue", "", Instant.MIN))),
                        at(100));
        assertThat(Asked.tree(decision).toString())
                .isEqualTo(("{'all':'3/5','parts':["
                                + "{'holds':'a, b','met':'" + at(3) + "','attested':['" + id(3) + "']},"
                                + "{'member':'blue','met':true,'attested':['" + id(6) + "']},"
                                + "{'approved':'instructor','open':'not yet'},"
                                + "{'evidence':'','open':'not yet'},"
                                + "{'completed':'lab','met':'" + at(9) + "','statements':['" + id(9) + "']}]}")
                        .replace('\'', '"'));
    }

    @Test
    void whatCountsForAnAward_isItsEvidence() {
        Badge badge = Worked.badge("when: {all: [{approved: {by: instructor, n: 2}}, {completed: lab}]}");
        Decision decision = new Decider()
                .decide(
                        badge,
                        History.of(
                                List.of(Given.did(Kind.COMPLETED, "lab", 1).fact()),
                                List.of(
                                        approval(7, "carl"),
                                        approval(3, "anna"),
                                        approval(2, "anna"),
                                        approval(5, "bert"),
                                        // given twice
                                        approval(5, "bert"))),
                        at(100));
        assertThat(decision.earnedAt()).isEqualTo(at(5));
        assertThat(decision.attested()).containsExactly(id(2), id(5));
        assertThat(decision.earned(badge).spent()).containsExactlyInAnyOrder(id(1), id(2), id(5));
    }

    @Test
    void whatIsNotYetSo_isLookedForWhenItBegins() {
        Badge badge = Worked.badge("when: {holds: {badge: a}}");
        History history = History.of(
                List.of(),
                List.of(Attestation.holds(id(1), "a", at(20), null), Attestation.holds(id(2), "a", at(10), null)));
        Decision before = new Decider().decide(badge, history, at(5));
        assertThat(before.isMet()).isFalse();
        assertThat(before.lookAgain()).isEqualTo(at(10));
        assertThat(new Decider().decide(badge, history, at(10)).earnedAt()).isEqualTo(at(10));
    }

    private static Attestation approval(int minute, String by) {
        return new Attestation(id(minute), Topic.APPROVED, "worked", "instructor", "", by, at(minute), null);
    }

    private static Attestation attested(int id, Topic topic, String subject, String value, Instant from) {
        return new Attestation(id(id), topic, subject, value, "", "", from, null);
    }

    @Test
    void instructions_readAsSentences() {
        assertThat(Stream.of(
                                "holds: {badge: a}",
                                "holds: {of: [a, b], n: 1}",
                                "holds: {badge: a, state: everHeld}",
                                "holds: {badge: a, heldFor: 90d}",
                                "member: {cohort: blue}",
                                "enrolled: {course: '7'}",
                                "profile: {field: department, is: nursing}",
                                "competency: {id: C1}",
                                "competency: {id: C1, level: proficient}",
                                "approved: {by: instructor}",
                                "approved: {by: instructor, n: 2, rubric: r1}",
                                "evidence: {}",
                                "evidence: {kind: url, atLeast: 2}")
                        .map(condition -> Asked.ENGLISH.sentence(
                                Worked.badge("when: {" + condition + "}").when())))
                .containsExactly(
                        "Hold the badge a.",
                        "Hold at least 1 of these badges: a, b.",
                        "Hold the badge a (also when it has expired).",
                        "Hold the badge a (for at least 90d).",
                        "Be in the group blue.",
                        "Be enrolled in 7.",
                        "Have nursing as department in your profile.",
                        "Have the competency C1.",
                        "Have the competency C1 at the level proficient.",
                        "Be approved by instructor.",
                        "Be approved by 2 different people as instructor (by the rubric r1).",
                        "Hand in evidence, at least 1.",
                        "Hand in evidence as url, at least 2.");
        Wording titled = new Wording(Locale.ENGLISH, ZoneOffset.UTC, label -> label, Map.of("a", "Basics")::get);
        assertThat(titled.sentence(Worked.badge("when: {holds: {badge: a}}").when()))
                .isEqualTo("Hold the badge Basics.");
        assertThat(Asked.ENGLISH.sentence(
                        Worked.badge("when: {holds: {of: [a, b], n: 2}}").when()))
                .isEqualTo("Hold all of these badges: a, b.");
    }

    @Test
    void whatTheLmsKnows_countsWhileItIsSo() {
        assertThat(Worked.failures("""
                when:
                  all:
                    - member: {cohort: blue}
                    - enrolled: "7"
                    - profile: {field: department, is: nursing}
                    - competency: {id: C1, level: proficient}
                tests:
                  - given:
                      - {member: blue, at: 2026-01-01}
                      - {enrolled: "7", at: 2026-01-04}
                      - {profile: department, is: nursing, at: 2026-01-02}
                      - {competency: C1, level: proficient, at: 2026-01-03}
                    expect: {awarded: 2026-01-04}
                  - given:
                      - {member: blue, at: 2026-01-01, until: 2026-01-03}
                      - {enrolled: "7", at: 2026-01-04}
                      - {profile: department, is: surgery, at: 2026-01-02}
                      - {competency: C1, level: beginner, at: 2026-01-03}
                    expect: {open: 1 of 4}
                """)).isEmpty();
    }

    @Test
    void approved_countsDifferentPeople() {
        assertThat(Worked.failures("""
                when: {approved: {by: instructor, n: 2}}
                tests:
                  - given:
                      - {approved: instructor, by: anna, at: 2026-01-01}
                      - {approved: instructor, by: anna, at: 2026-01-02}
                      - {approved: student, by: carl, at: 2026-01-03}
                    expect: {open: 1 of 2}
                  - given:
                      - {approved: instructor, by: anna, at: 2026-01-01}
                      - {approved: instructor, by: bert, at: 2026-01-02}
                    expect: {awarded: 2026-01-02}
                """)).isEmpty();
    }

    @Test
    void aDoneThingAfterWhatIsAttested() {
        assertThat(Worked.failures("""
                when: {inOrder: [{approved: {by: instructor}}, {completed: lab}]}
                tests:
                  - given: [{completed: lab, at: 2026-01-01}, {approved: instructor, at: 2026-01-02}]
                    expect: {open: 1 of 2}
                  - given:
                      - {completed: lab, at: 2026-01-01}
                      - {approved: instructor, at: 2026-01-02}
                      - {completed: lab, at: 2026-01-03}
                    expect: {awarded: 2026-01-03}
                """)).isEmpty();
        assertThat(Worked.failures("""
                when:
                  all:
                    - holds: {badge: basics, as: basics}
                    - completed: {on: lab, within: {days: 2, after: basics}}
                tests:
                  - given: [{holds: basics, at: 2026-01-01}, {completed: lab, at: 2026-01-03}]
                    expect: {awarded: 2026-01-03}
                  - given: [{holds: basics, at: 2026-01-01}, {completed: lab, at: 2026-01-04}]
                    expect: {impossible: lab window ended 2026-01-04}
                """)).isEmpty();
    }

    @Test
    void whatCannotBe_isRefused() {
        assertThat(Worked.problems("when: {holds: {badge: worked}}")).contains("another badge");
        assertThat(Worked.problems("when: {holds: {of: [a, a]}}")).contains("every badge once");
        assertThat(Worked.problems("when: {holds: {of: []}}")).contains("at least one badge");
        assertThat(Worked.problems("when: {holds: {badge: a, state: everHeld, heldFor: 9d}}"))
                .contains("no heldFor beside");
        assertThat(Worked.problems("when: {evidence: {kind: ulr}}")).contains("did you mean \"url\"?");
        assertThat(Worked.problems("when: {approved: {n: 2}}")).contains("\"by\"");
        assertThat(Worked.problems("when: {approved: {by: a, n: 101}}")).contains("from 1 to 100");
        assertThat(Worked.problems("when: {holds: {of: [a, b], n: 3}}")).contains("from 1 to 2");
        assertThat(Worked.problems("when: {profile: {field: a}}")).contains("no \"is\"");
        assertThat(Worked.problems("when: {holds: {badge: a, state: ever}}")).contains("one of valid, everHeld");
    }
}
