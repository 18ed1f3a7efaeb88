package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.ob3.Endorsed;
import org.laurelbridge.bridge.issue.ob3.Signing;
import org.laurelbridge.bridge.verify.report.Check;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Outcome;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Endorsements alone and in a badge, which is what it is whatever they say. */
class EndorsementsTest extends Ob3Case {

    private static final JsonMapper JSON = new JsonMapper();

    private static ObjectNode endorsement(String about) {
        return (ObjectNode) JSON.readTree(Endorsed.one(about));
    }

    private ObjectNode endorsed(UnaryOperator<ObjectNode> change) {
        ObjectNode badge = unsigned(ours);
        ObjectNode achievement = badge.withObject("credentialSubject").withObject("achievement");
        achievement
                .putArray("endorsement")
                .add(change.apply(endorsement(achievement.path("id").asString())));
        return Signing.sign(ours, badge, Issued.SIGNED_AT);
    }

    private static Line line(Report report) {
        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        return line(report, Check.ENDORSEMENT);
    }

    @Test
    void inside_thatHolds_saysWho() {
        Line line = line(verify(endorsed(one -> one)));

        assertThat(line.reason()).isEqualTo(Reason.ENDORSEMENT_HOLDS);
        assertThat(line.outcome()).isEqualTo(Outcome.GOOD);
        assertThat(line.sentence()).startsWith("A guild (did:key:z").endsWith("and has signed that.");
    }

    @Test
    void inside_thatWasChanged_isALineOfItsOwn_andTheBadgeGenuine() {
        Line line = line(verify(endorsed(one -> one.put("name", "Changed"))));

        assertThat(line.reason()).isEqualTo(Reason.ENDORSEMENT_HOLDS_NOT);
        assertThat(line.outcome()).isEqualTo(Outcome.BAD);
        assertThat(line.sentence()).contains("does not hold: The signature does not fit");
    }

    @Test
    void inside_aboutSomethingElse_doesNotBelongThere() {
        Line line = line(verify(endorsed(one -> endorsement("https://elsewhere.example/badges/1"))));

        assertThat(line.reason()).isEqualTo(Reason.ENDORSEMENT_ELSEWHERE);
        assertThat(line.sentence()).contains("https://elsewhere.example/badges/1");
    }

    @Test
    void inside_ofAnIssuerThatDoesNotAnswer_isUnchecked() {
        Line line = line(verify(endorsed(
                one -> Signing.sign(other, unproved(one).put("issuer", other.did()), Issued.SIGNED_AT))));

        assertThat(line.reason()).isEqualTo(Reason.ENDORSEMENT_UNCHECKED);
        assertThat(line.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(line.sentence()).contains("could not be checked: The issuer did:web:other.example.org");
    }

    @Test
    void inside_expired_doesNotHold() {
        web.put(other);
        Line line = line(verify(endorsed(one -> Signing.sign(
                other,
                unproved(one).put("issuer", other.did()).put("validUntil", "2026-05-01T00:00:00Z"),
                Issued.SIGNED_AT))));

        assertThat(line.reason()).isEqualTo(Reason.ENDORSEMENT_HOLDS_NOT);
        assertThat(line.sentence()).contains("It was valid until 2026-05-01");
    }

    private static ObjectNode unproved(ObjectNode one) {
        one.remove("proof");
        return one;
    }

    @Test
    void inside_ofWhichThereAreMany_areCheckedUpToTen() {
        ObjectNode badge = unsigned(ours);
        ObjectNode achievement = badge.withObject("credentialSubject").withObject("achievement");
        for (int i = 0; i < 12; i++) {
            achievement
                    .withArray("endorsement")
                    .add(endorsement(achievement.path("id").asString()));
        }
        Report report = verify(Signing.sign(ours, badge, Issued.SIGNED_AT));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(reasons(report)).filteredOn(Reason.ENDORSEMENT_HOLDS::equals).hasSize(10);
        assertThat(reasons(report)).contains(Reason.ENDORSEMENTS_MANY);
    }

    @Test
    void inside_isNotLookedAt_whenTheBadgeItselfIsChanged() {
        Report report = verify(endorsed(one -> one).put("name", "Changed"));

        assertThat(report.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(report.lines()).noneMatch(line -> line.check() == Check.ENDORSEMENT);
    }

    @Test
    void alone_isGenuine_andSaysThatItIsNoBadge() {
        Report report = verify(endorsement("https://badges.example.org/badges/k8s-quiz/1"));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(line(report, Check.FORMAT).sentence())
                .startsWith("It is an endorsement of https://badges.example.org/badges/k8s-quiz/1, not a badge");
        assertThat(line(report, Check.FORMAT).outcome()).isEqualTo(Outcome.NOTE);
        assertThat(report.shown().description()).isEqualTo("It is good.");
        assertThat(verify(endorsement("urn:x:y").put("name", "Changed")).verdict())
                .isEqualTo(Verdict.CHANGED);
    }
}
