package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.Status;

class CyclesTest {
    private static final String RENEWAL = """
            when: {completed: course}
            valid: {for: 1y}
            remind: [60d, 30d, 7d]
            renew:
              opens: {before: 60d}
              closes: {after: 30d}
              when: {scored: {on: recert-quiz, atLeast: 80%, inWindow: true}}
              from: expiry
              afterClose: full
            repeat: cycles
            tests:
            """;

    @Test
    void workedExample8_renewalAfterOneYear() {
        assertThat(Worked.failures(RENEWAL + """
                  - given:
                      - {completed: course, at: 2026-03-01}
                      - {scored: recert-quiz, scaled: 0.9, at: 2027-02-01}
                    asOf: 2027-06-01T00:00:00Z
                    expect: {awarded: [2026-03-01, 2027-02-01]}
                  # before the window opens, and after it has closed
                  - given:
                      - {completed: course, at: 2026-03-01}
                      - {scored: recert-quiz, scaled: 0.9, at: 2026-12-30}
                      - {scored: recert-quiz, scaled: 0.9, at: 2027-03-31}
                    asOf: 2027-06-01T00:00:00Z
                    expect: {awarded: [2026-03-01]}
                  # its first and its last moment
                  - given:
                      - {completed: course, at: 2026-03-01}
                      - {scored: recert-quiz, scaled: 0.9, at: 2026-12-31}
                    asOf: 2027-06-01T00:00:00Z
                    expect: {awarded: [2026-03-01, 2026-12-31]}
                  - given:
                      - {completed: course, at: 2026-03-01}
                      - {scored: recert-quiz, scaled: 0.9, at: "2027-03-30T23:59:59Z"}
                    asOf: 2027-06-01T00:00:00Z
                    expect: {awarded: [2026-03-01, 2027-03-30]}
                  # after it has closed, the whole rule by what is done anew
                  - given:
                      - {completed: course, at: 2026-03-01}
                      - {completed: course, at: 2027-02-01}
                      - {completed: course, at: 2027-05-01}
                    asOf: 2027-06-01T00:00:00Z
                    expect: {awarded: [2026-03-01, 2027-05-01]}
                """)).isEmpty();
    }

    @Test
    void renewal_countsFromTheExpiryOrFromItself() {
        assertThat(until(RENEWAL)).isEqualTo("2028-03-01T00:00:00Z");
        assertThat(until(RENEWAL.replace("from: expiry", "from: earned"))).isEqualTo("2028-02-01T00:00:00Z");
    }

    private static String until(String document) {
        Badge badge = Worked.badge(document + """
                  - given:
                      - {completed: course, at: 2026-03-01}
                      - {scored: recert-quiz, scaled: 0.9, at: 2027-02-01}
                    expect: {awarded: [2026-03-01, 2027-02-01]}
                """);
        History history = History.of(badge.tests().get(0).given());
        List<Decision> decisions = new Decider().decideAll(badge, history, Instant.parse("2027-06-01T00:00:00Z"));
        return String.valueOf(decisions.get(1).earned(badge).until());
    }

    @Test
    void renewal_isLookedForWhenItOpensAndWhenItCloses() {
        Badge badge = Worked.badge(RENEWAL + """
                  - given: [{completed: course, at: 2026-03-01}]
                    expect: {awarded: 2026-03-01}
                """);
        History history = History.of(badge.tests().get(0).given());
        assertThat(next(badge, history, "2026-06-01T00:00:00Z")).isEqualTo("2026-12-31T00:00:00Z");
        assertThat(next(badge, history, "2026-12-31T00:00:00Z")).isEqualTo("2027-03-31T00:00:00Z");
        assertThat(next(badge, history, "2027-03-31T00:00:00Z")).isEqualTo("null");
    }

    @Test
    void awards_areNumberedAndWhatPaidForThemIsSpent() {
        Badge badge = Worked.badge(RENEWAL + """
                  - given:
                      - {completed: course, at: 2026-03-01}
                      - {scored: recert-quiz, scaled: 0.9, at: 2027-02-01}
                      - {completed: course, at: 2028-06-01}
                    expect: {awarded: [2026-03-01, 2027-02-01, 2028-06-01]}
                """);
        History history = History.of(badge.tests().get(0).given());
        List<Decision> decisions = new Decider().decideAll(badge, history, Instant.parse("2028-12-01T00:00:00Z"));
        assertThat(decisions.stream().map(decision -> decision.cycle().number() + " " + decision.isMet()))
                .containsExactly("1 true", "2 true", "3 true", "4 false");
        assertThat(decisions.get(3).cycle().spent()).hasSize(3);
        assertThat(badge.activities()).containsExactlyInAnyOrder("course", "recert-quiz");
    }

    @Test
    void renewal_isOpenUntilItCloses() {
        Badge badge = Worked.badge(RENEWAL + """
                  - given: [{completed: course, at: 2026-03-01}]
                    expect: {awarded: 2026-03-01}
                """);
        History history = History.of(badge.tests().get(0).given());
        assertThat(deadline(badge, history, "2027-01-01T00:00:00Z")).isEqualTo("2027-03-31T00:00:00Z");
        assertThat(deadline(badge, history, "2027-04-01T00:00:00Z")).isEqualTo("null");
    }

    private static String deadline(Badge badge, History history, String now) {
        List<Decision> decisions = new Decider().decideAll(badge, history, Instant.parse(now));
        assertThat(decisions).hasSize(2);
        return String.valueOf(((Status.Open) decisions.get(1).status()).deadline());
    }

    @Test
    void continuous_isLookedAtWhenItMayBeLost() {
        Badge badge = Worked.badge("""
                when: {count: {of: {kind: completed, on: labs, inLast: 30d}, per: statement, atLeast: 1}}
                continuous: true
                tests: [{given: [{completed: labs, at: 2026-01-01}], expect: {awarded: 2026-01-01}}]
                """);
        History history = History.of(badge.tests().get(0).given());
        assertThat(next(badge, history, "2026-01-02T00:00:00Z")).isEqualTo("2026-01-31T00:00:00Z");
    }

    private static String next(Badge badge, History history, String now) {
        List<Decision> decisions = new Decider().decideAll(badge, history, Instant.parse(now));
        return String.valueOf(decisions.get(decisions.size() - 1).lookAgain());
    }

    @Test
    void withoutRenewal_theWholeRuleAgainAfterTheExpiry() {
        assertThat(Worked.failures("""
                when: {completed: course}
                valid: {for: 30d}
                repeat: cycles
                tests:
                  - given:
                      - {completed: course, at: 2026-01-01}
                      - {completed: course, at: 2026-01-30}
                      - {completed: course, at: 2026-02-01}
                    asOf: 2026-12-01T00:00:00Z
                    expect: {awarded: [2026-01-01, 2026-02-01]}
                """)).isEmpty();
    }

    @Test
    void withoutEnd_everyTimeByWhatDidNotPayYet() {
        assertThat(Worked.failures("""
                when: {count: {of: {kind: completed, on: labs}, per: statement, atLeast: 2}}
                repeat: cycles
                tests:
                  - given:
                      - {completed: labs, at: 2026-01-01}
                      - {completed: labs, at: 2026-01-02}
                      - {completed: labs, at: 2026-01-02}
                      - {completed: labs, at: 2026-01-03}
                      - {completed: labs, at: 2026-01-04}
                    expect: {awarded: [2026-01-02, 2026-01-03]}
                """)).isEmpty();
        assertThat(Worked.failures("""
                when: {approved: {by: instructor}}
                repeat: cycles
                tests:
                  - given: [{approved: instructor, at: 2026-01-01}, {approved: instructor, at: 2026-01-02}]
                    expect: {awarded: [2026-01-01, 2026-01-02]}
                """)).isEmpty();
    }

    @Test
    void whatLasts_countsOnInTheNextCycle_andWhatHappenedBeforeItDoesNot() {
        assertThat(Worked.failures("""
                when: {all: [{member: {cohort: blue}}, {approved: {by: instructor}}]}
                valid: {for: 30d}
                repeat: cycles
                tests:
                  - given:
                      - {member: blue, at: 2025-01-01}
                      - {approved: instructor, at: 2026-01-01}
                      - {approved: instructor, at: 2026-01-05}
                      - {approved: instructor, at: 2026-02-10}
                    asOf: 2026-12-01
                    expect: {awarded: [2026-01-01, 2026-02-10]}
                """)).isEmpty();
        assertThat(Worked.failures("""
                when: {member: {cohort: blue}}
                valid: {for: 1y}
                repeat: cycles
                tests:
                  - given: [{member: blue, at: 2025-01-01, until: 2027-01-01}]
                    asOf: 2028-01-01
                    expect: {awarded: [2025-01-01, 2026-01-01]}
                """)).isEmpty();
    }

    @Test
    void once_isEarnedOnceOnly() {
        assertThat(Worked.failures("""
                when: {completed: labs}
                tests:
                  - given: [{completed: labs, at: 2026-01-01}, {completed: labs, at: 2026-01-02}]
                    expect: {awarded: 2026-01-01}
                """)).isEmpty();
    }

    @Test
    void continuous_mustHoldAllTheTime() {
        String rule = """
                when: {scored: {on: quiz, atLeast: 80%, attempt: latest}}
                continuous: true
                tests:
                  - given: [{scored: quiz, scaled: 0.9, at: 2026-01-01}, {scored: quiz, scaled: 0.7, at: 2026-01-02}]
                """;
        assertThat(Worked.failures(rule + """
                    expect: {open: "70 %, needs 80 % (latest attempt)"}
                """)).isEmpty();
        assertThat(Worked.failures(rule.replace("continuous: true", "once: true") + """
                    expect: {awarded: 2026-01-01}
                """))
                .isEmpty();
        assertThat(Worked.failures("""
                when: {count: {of: {kind: completed, on: labs, inLast: 30d}, per: statement, atLeast: 1}}
                continuous: true
                tests:
                  - given: [{completed: labs, at: 2026-01-01}]
                    asOf: 2026-01-30T00:00:00Z
                    expect: {awarded: 2026-01-01}
                  - given: [{completed: labs, at: 2026-01-01}]
                    asOf: 2026-02-02T00:00:00Z
                    expect: {open: 0 of 1}
                """)).isEmpty();
    }

    @Test
    void termsThatDoNotFit_areRefused() {
        assertThat(Worked.problems("when: {completed: a}\nremind: [7d]")).contains("what never expires");
        assertThat(Worked.problems("when: {completed: a}\nvalid: {until: 2027-01-01}\nrepeat: cycles"))
                .contains("end on the same day");
        assertThat(Worked.problems(
                        "when: {completed: a}\nvalid: {for: 30d}\nrepeat: cycles\n" + "renew: {opens: {before: 60d}}"))
                .contains("shorter than the 30d");
        assertThat(Worked.problems(
                        "when: {completed: a}\nvalid: {for: 30d}\nrepeat: cycles\n" + "renew: {opens: {before: 30d}}"))
                .contains("shorter than the 30d");
        assertThat(Worked.problems(
                        "when: {completed: a}\nvalid: {for: 30d}\nrepeat: cycles\n" + "renew: {opens: {before: 29d}}"))
                .isEmpty();
        // a year may have no more than 365 days, a month no more than 28: nothing is renewed at the moment it is earned
        for (String terms : List.of("valid: {for: 1y}|365d", "valid: {for: 1mo}|4w", "valid: {for: 1y}|12mo")) {
            String[] parts = terms.split("\\|");
            assertThat(Worked.problems("when: {member: {cohort: a}}\n" + parts[0] + "\nrepeat: cycles\n"
                            + "renew: {opens: {before: " + parts[1] + "}, from: earned}"))
                    .contains("opens: {before: …} shorter than the");
        }
        assertThat(Worked.problems(
                        "when: {completed: a}\nvalid: {for: 1y}\nrepeat: cycles\n" + "renew: {opens: {before: 11mo}}"))
                .isEmpty();
        assertThat(Worked.problems(
                        "when: {completed: a}\nvalid: {for: 2y}\nrepeat: cycles\n" + "renew: {opens: {before: 1y}}"))
                .isEmpty();
        // a day may have 23 hours
        assertThat(Worked.problems(
                        "when: {completed: a}\nvalid: {for: 1d}\nrepeat: cycles\n" + "renew: {opens: {before: 22h}}"))
                .contains("shorter than the 1d");
        assertThat(Worked.problems("when: {completed: a}\nrenew: {opens: {before: 60d}}"))
                .contains("is not renewed")
                .contains("repeat: cycles beside it");
        assertThat(Worked.problems("when: {completed: a}\nvalid: {for: 12h}")).contains("at least a day");
        assertThat(Worked.problems("when: {completed: a}\nvalid: {for: 1y, until: 2027-01-01}"))
                .contains("either for");
        assertThat(Worked.problems("when: {completed: a}\nonce: true\ncontinuous: true"))
                .contains("the opposite of once");
        assertThat(Worked.problems("when: {member: {cohort: a}}\nrepeat: cycles"))
                .contains("each cycle has an end");
        assertThat(Worked.problems("when: {any: [{completed: a}, {all: [{member: {cohort: a}}]}]}\nrepeat: cycles"))
                .contains("each cycle has an end");
        // what did not fail to happen is no evidence that could be used up
        assertThat(Worked.problems("when: {none: [{all: [{none: [{completed: a}]}]}]}\nrepeat: cycles"))
                .contains("each cycle has an end");
        assertThat(Worked.problems("when: {all: [{completed: a}, {none: [{completed: b}]}]}\nrepeat: cycles"))
                .isEmpty();
        assertThat(Worked.problems("when: {member: {cohort: a}}\nvalid: {for: 1y}\nrepeat: cycles"))
                .isEmpty();
        assertThat(Worked.problems("when: {approved: {by: a}}\nrepeat: cycles")).isEmpty();
        assertThat(Worked.problems("when: {member: {cohort: a}}\nrepeat: never"))
                .isEmpty();
        assertThat(Worked.problems("when: {completed: a}\nvalid: {}")).contains("either for");
        assertThat(Worked.problems("when: {completed: a}\nvalid: {for: 0d}")).contains("at least a day");
        assertThat(Worked.problems("when: {completed: a}\nvalid: {for: 1y}\nremind: [0d]"))
                .contains("more than nothing");
        assertThat(Worked.problems("when: {completed: a}\nvalid: {for: 1y}\nrepeat: cycles\nrenew: {from: expiry}"))
                .contains("no \"opens\"");
        assertThat(Worked.problems("when: {completed: a}\nvalid: {for: 1y}\nrepeat: cycles\nrenew: {opens: {}}"))
                .contains("no \"before\"");
        assertThat(Worked.problems("when: {completed: {on: a, inWindow: true}}"))
                .contains("outside of a renewal");
        assertThat(Worked.problems("when: {completed: a}\napplies: {new: v1}")).contains("v2");
    }

    @Test
    void whatCanNeverBeMet_isRefused() {
        assertThat(Worked.problems("when: {all: [{completed: a}, {none: [{completed: a}]}]}"))
                .contains("a contradiction: completed a is asked for and forbidden");
        assertThat(Worked.problems("when: {all: [{scored: {on: a, atLeast: 90%}}, {all: [{none: ["
                        + "{scored: {on: a, atLeast: 80%}}]}]}]}"))
                .contains("a contradiction");
        assertThat(Worked.problems("when: {streak: {of: {on: a, inLast: 5d}, every: day, length: 8}}"))
                .contains("streak of 8 days within 7 days");
        assertThat(Worked.problems("when: {count: {of: {on: a, since: 2026-01-01, until: 2026-01-03}, per: day,"
                        + " atLeast: 4}}"))
                .contains("count of 4 days within 3 days");
        assertThat(Worked.problems("when: {count: {of: {on: a, since: 2026-01-01, until: 2026-01-03}, per: day,"
                        + " atLeast: 3}}"))
                .isEmpty();
        // three days in one zone touch four in another
        assertThat(Worked.problems("when: {count: {of: {on: a, since: 2026-01-01, until: 2026-01-03}, per: day,"
                        + " atLeast: 4, zone: Asia/Tokyo}}"))
                .isEmpty();
        assertThat(Worked.problems("when: {streak: {of: {on: a, since: 2026-01-01, until: 2026-01-03}, every: day,"
                        + " length: 5, zone: Asia/Tokyo}}"))
                .contains("streak of 5 days within 4 days");
        assertThat(Worked.problems("when: {streak: {of: {on: a, since: 2026-01-01, until: 2026-01-07}, every: day,"
                        + " length: 8, misses: 1}}"))
                .isEmpty();
        assertThat(Worked.problems("when: {streak: {of: {on: a, since: 2026-01-01, until: 2026-01-14}, every: week,"
                        + " length: 6, misses: 1}}"))
                .contains("streak of 5 weeks within 14 days");
        assertThat(Worked.problems("when: {count: {of: {on: a, since: 2026-01-01, until: 2026-01-14}, per: week,"
                        + " atLeast: 4}}"))
                .isEmpty();
        assertThat(Worked.problems("when: {all: [{completed: {on: a, as: a}}, {count: {of: {on: b, within: {days: 2,"
                        + " after: a}}, per: day, atLeast: 4}}]}"))
                .contains("count of 4 days within 3 days");
        assertThat(Worked.problems("when: {all: [{completed: {on: a, as: a}}, {count: {of: {on: b, within: {days: 2,"
                        + " after: a}}, per: day, atLeast: 3}}]}"))
                .isEmpty();
        assertThat(Worked.problems("when: {inOrder: [{completed: {on: a, since: 2026-02-01}},"
                        + " {completed: {on: b, until: 2026-01-31}}]}"))
                .contains("after something since 2026-02-01");
        assertThat(Worked.problems("when: {inOrder: [{completed: {on: a, since: 2026-02-01}},"
                        + " {completed: {on: b, until: 2026-02-01}}]}"))
                .isEmpty();
        assertThat(Worked.problems("when: {all: [{scored: {on: a, atLeast: 80%}}, {none: ["
                        + "{scored: {on: a, atLeast: 90%}}]}]}"))
                .isEmpty();
        assertThat(Worked.problems("when: {all: [{scored: {on: a, atLeast: 80%}}, {none: ["
                        + "{scored: {on: a, atLeast: 80%}}]}]}"))
                .contains("a contradiction: scored a");
        assertThat(Worked.problems("when: {all: [{scored: {on: a, atLeast: 80%}}, {none: ["
                        + "{scored: {on: a, atLeast: 80%, attempt: latest}}]}]}"))
                .isEmpty();
    }
}
