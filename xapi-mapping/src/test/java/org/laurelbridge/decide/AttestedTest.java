package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
                """)).isEmpty();
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
    }
}
