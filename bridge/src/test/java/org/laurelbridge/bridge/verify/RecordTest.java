package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.ob3.Signing;
import org.laurelbridge.bridge.verify.report.Outcome;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records (CLR 2.0) with badges inside. */
class RecordTest extends Ob3Case {

    @Test
    void badgesInside_areVerifiedEach() {
        ObjectNode good = signed(ours);
        ObjectNode changed = signed(ours).put("name", "Professor");

        Report all = verify(record(adas(), good, good));
        assertThat(all.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(all.inside()).hasSize(2).allMatch(one -> one.verdict() == Verdict.GENUINE);
        assertThat(all.shown().format()).startsWith("CLR 2.0");

        Report one = verify(record(adas(), good, changed));
        assertThat(one.verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(one.inside().get(1).verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(one.decisive().sentence()).startsWith("1 of 2 badges");
    }

    @Test
    void badgeOfSomebodyElse_isNotTheRecords() {
        Report others = verify(record(mallorys(), signed(ours)));

        assertThat(others.verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(others.inside().get(0).lines())
                .filteredOn(line -> line.reason() == Reason.RECIPIENT_ANOTHER)
                .hasSize(1)
                .allMatch(line -> line.outcome() == Outcome.BAD);
        assertThat(RecipientMatch.matches(others, "mallory@example.org")).isFalse();
        assertThat(verify(record(subject(), signed(ours))).verdict()).isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void recordThatTakesTheIdOfSomebodyElse_isOfNobody() {
        ObjectNode subject = mallorys();
        subject.set("id", adas().get("id"));

        Report mixed = verify(record(subject, signed(ours)));

        assertThat(RecipientMatch.matches(mixed, "mallory@example.org")).isFalse();
        assertThat(RecipientMatch.matches(mixed, "ada@example.org")).isFalse();
    }

    @Test
    void identityThatBothHold_isEnough() {
        ObjectNode subject = adas();
        subject.remove("id");

        Report report = verify(record(subject, signed(ours)));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(RecipientMatch.matches(report, "Ada@example.org")).isTrue();
    }

    @Test
    void inside_isNotAskedFor_whenTheRecordIsNotSigned() {
        web.put(other);
        ObjectNode changed = record(adas(), signed(other)).put("name", "Changed");

        Report report = verify(changed);

        assertThat(report.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(report.inside()).isEmpty();
        assertThat(web.asked()).isEmpty();
    }

    /** As our badges name Ada. */
    private ObjectNode adas() {
        JsonNode known = unsigned(ours).path("credentialSubject");
        ObjectNode subject = subject();
        subject.set("id", known.get("id"));
        subject.set("identifier", known.get("identifier"));
        return subject;
    }

    private ObjectNode mallorys() {
        ObjectNode subject = subject().put("id", "urn:uuid:5d1b0e0e-0000-4000-8000-000000000000");
        subject.withArray("identifier")
                .addObject()
                .put("type", "IdentityObject")
                .put("hashed", false)
                .put("identityHash", "mallory@example.org")
                .put("identityType", "emailAddress");
        return subject;
    }

    private ObjectNode subject() {
        ObjectNode subject = unsigned(ours).objectNode();
        subject.putArray("type").add("ClrSubject");
        return subject;
    }

    private ObjectNode record(ObjectNode subject, JsonNode... badges) {
        ObjectNode record = unsigned(ours);
        record.putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add("https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        record.putArray("type").add("VerifiableCredential").add("ClrCredential");
        record.put("id", "https://badges.example.org/records/1").remove("evidence");
        record.set("credentialSubject", subject);
        for (JsonNode badge : badges) {
            subject.withArray("verifiableCredential").add(badge.deepCopy());
        }
        return Signing.sign(ours, record, Issued.SIGNED_AT);
    }
}
