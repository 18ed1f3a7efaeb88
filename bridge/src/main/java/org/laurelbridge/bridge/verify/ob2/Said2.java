package org.laurelbridge.bridge.verify.ob2;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Moments;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Recipients;
import org.laurelbridge.bridge.verify.report.Recipients.Identity;
import org.laurelbridge.bridge.verify.report.Shown;
import org.laurelbridge.bridge.verify.report.Shown.Alignment;
import org.laurelbridge.bridge.verify.report.Shown.Dates;
import org.laurelbridge.bridge.verify.report.Shown.Details;
import org.laurelbridge.bridge.verify.report.Shown.Evidence;
import org.laurelbridge.bridge.verify.report.Shown.Issuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an assertion of Open Badges 2.0 says, with its BadgeClass and its issuer as far as they are known. */
final class Said2 {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();
    private static final int MOST = 50;

    private final ObjectNode assertion;
    private final JsonNode badge;
    private final JsonNode issuer;

    Said2(ObjectNode assertion, @Nullable JsonNode badge, @Nullable JsonNode issuer) {
        this.assertion = assertion;
        this.badge = badge == null ? NOTHING : badge;
        this.issuer = issuer == null ? NOTHING : issuer;
    }

    void tell(String format, Findings findings) {
        findings.show(shown(format));
        Recipients recipients = recipients();
        findings.putRecipients(recipients);
        if (recipients.identities().isEmpty()) {
            findings.add(Reason.RECIPIENT_ID);
        } else {
            boolean isHashed = recipients.identities().get(0).hashed();
            findings.add(isHashed ? Reason.RECIPIENT_HASHED : Reason.RECIPIENT_PLAIN);
        }
    }

    void checkValidity(Instant now, Findings findings) {
        for (String member : List.of("issuedOn", "expires")) {
            JsonNode value = assertion.path(member);
            boolean isNeeded = member.equals("issuedOn") || !(value.isMissingNode() || value.isNull());
            if (isNeeded && moment(member) == null) {
                findings.add(
                        Reason.MEMBER_WRONG,
                        member,
                        value.isMissingNode() ? "nothing" : value.toString(),
                        "a date with a time");
            }
        }
        Moments.say(moment("issuedOn"), moment("expires"), now, findings);
    }

    private @Nullable Instant moment(String member) {
        return Moments.of(assertion, member);
    }

    private Shown shown(String format) {
        JsonNode criteria = badge.path("criteria");
        String criteriaUrl = Documents.id(badge, "criteria");
        return new Shown(
                format,
                Documents.textOrEmpty(badge, "name"),
                Documents.textOrEmpty(badge, "description"),
                null,
                Documents.text(criteria, "narrative"),
                criteriaUrl.isEmpty() ? null : criteriaUrl,
                image(),
                new Issuer(
                        Documents.textOrEmpty(issuer, "id"),
                        Documents.textOrEmpty(issuer, "name"),
                        Documents.text(issuer, "url")),
                new Dates(moment("issuedOn"), moment("issuedOn"), moment("expires")),
                alignments(),
                List.of(),
                evidence(),
                new Details(
                        Documents.text(assertion, "id"),
                        Documents.text(badge, "version"),
                        Documents.text(badge, "@language"),
                        null,
                        Documents.many(badge, "tags").stream()
                                .limit(MOST)
                                .map(tag -> tag.asString(""))
                                .toList()));
    }

    private @Nullable String image() {
        String own = Documents.id(assertion, "image");
        String image = own.isEmpty() ? Documents.id(badge, "image") : own;
        return image.isEmpty() ? null : image;
    }

    private List<Alignment> alignments() {
        return Documents.many(badge, "alignment").stream()
                .limit(MOST)
                .map(alignment -> new Alignment(
                        Documents.textOrEmpty(alignment, "targetName"),
                        Documents.text(alignment, "targetUrl"),
                        Documents.text(alignment, "targetFramework"),
                        Documents.text(alignment, "targetCode")))
                .toList();
    }

    private List<Evidence> evidence() {
        return Documents.many(assertion, "evidence").stream()
                .limit(MOST)
                .map(evidence -> evidence.isString()
                        ? new Evidence(null, null, evidence.asString())
                        : new Evidence(
                                Documents.text(evidence, "name"),
                                Documents.text(evidence, "narrative"),
                                Documents.text(evidence, "id")))
                .toList();
    }

    private Recipients recipients() {
        JsonNode recipient = assertion.path("recipient");
        String value = Documents.textOrEmpty(recipient, "identity");
        return value.isEmpty()
                ? Recipients.NONE
                : new Recipients(List.of(new Identity(
                        Documents.textOrEmpty(recipient, "type"),
                        recipient.path("hashed").asBoolean(false),
                        value,
                        Documents.textOrEmpty(recipient, "salt"))));
    }
}
