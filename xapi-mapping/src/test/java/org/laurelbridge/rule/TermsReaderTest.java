package org.laurelbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.rule.RuleReaderTest.badge;
import static org.laurelbridge.rule.RuleReaderTest.document;
import static org.laurelbridge.rule.RuleReaderTest.problems;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.document.Span;

/** On what terms a badge is given, as its document says. */
class TermsReaderTest {

    @Test
    void everyTerm_isRead() {
        Badge badge = badge(document("""
                when: {completed: k8s-quiz}
                award: claim
                late: approve
                valid: {for: 1y}
                remind: [7d, 60d, 1mo]
                repeat: cycles
                renew: {opens: {before: 60d}, closes: {after: 30d}, when: {passed: exam}, from: earned, afterClose: full}
                continuous: true
                applies: {new: v3, underway: either}
                rigour: {assessment: exam, proctored: true}
                """));
        assertThat(badge.terms())
                .isEqualTo(new Terms(
                        Badge.AwardMode.CLAIM,
                        true,
                        Settle.DEFAULT,
                        Badge.Unsupported.REVIEW,
                        true,
                        new Validity(new Span(1, ChronoUnit.YEARS), null),
                        new Renewal(
                                new Span(60, ChronoUnit.DAYS),
                                new Span(30, ChronoUnit.DAYS),
                                new Passed("exam"),
                                Renewal.From.EARNED),
                        List.of(
                                new Span(60, ChronoUnit.DAYS),
                                new Span(1, ChronoUnit.MONTHS),
                                new Span(7, ChronoUnit.DAYS)),
                        true,
                        new Applies(2, true)));
        assertThat(badge.rigour()).isEqualTo(new Rigour("exam", true));
        assertThat(badge(document("when: {completed: exam}\nlate: accept\nvalid: {until: 2027-12-31}"))
                        .terms())
                .satisfies(terms -> assertThat(terms.approveLate()).isFalse())
                .satisfies(terms ->
                        assertThat(terms.valid()).isEqualTo(new Validity(null, LocalDate.parse("2027-12-31"))));
    }

    @ParameterizedTest
    @CsvSource({"v1,1", "v3,3"})
    void applies_toThoseUnderway_anEarlierVersionOrThis(String word, int version) {
        assertThat(badge(document("when: {completed: exam}\napplies: {underway: " + word + "}"))
                        .terms()
                        .applies())
                .isEqualTo(new Applies(version, false));
        assertThat(problems(document("when: {completed: exam}\napplies: {underway: v4}")))
                .contains("one of either, v1, v2, v3");
    }

    @Test
    void badge_knowsWhatItReadsOfWhatIsAttested() {
        Badge badge = badge(document("""
                when: {all: [{any: [{holds: {of: [a, b], n: 1}}, {approved: {by: dean}}]}, {completed: exam}]}
                valid: {for: 1y}
                repeat: cycles
                renew: {opens: {before: 60d}, when: {member: {cohort: blue}}}
                """));
        assertThat(badge.attestedSubjects())
                .containsExactlyInAnyOrder(
                        new Subject(Topic.HOLDS, "a"),
                        new Subject(Topic.HOLDS, "b"),
                        new Subject(Topic.APPROVED, "k8s"),
                        new Subject(Topic.MEMBER, "blue"));
        assertThat(Topic.of("holds")).isEqualTo(Topic.HOLDS);
    }
}
