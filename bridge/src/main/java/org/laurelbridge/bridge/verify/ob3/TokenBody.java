package org.laurelbridge.bridge.verify.ob3;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Moments;
import org.laurelbridge.bridge.verify.report.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The credential in a token (Open Badges 3.0 §8.2): the payload beside its claims, or its member "vc" (VC Data Model 1.1 §6.3.1). The
 * claims say the same as the body; what the body leaves out, they say alone.
 */
final class TokenBody {

    private static final List<String> CLAIMS = List.of("iss", "jti", "nbf", "sub", "exp", "iat", "aud", "vc");

    // the year 9999: what is larger is no date
    private static final BigDecimal LARGEST = BigDecimal.valueOf(253_402_300_799L);

    private TokenBody() {}

    static ObjectNode of(ObjectNode payload, Findings findings) {
        ObjectNode body = payload.path("vc") instanceof ObjectNode vc ? vc.deepCopy() : payload.deepCopy();
        body.remove(CLAIMS);
        JsonNode issuer = payload.path("iss");
        if (!issuer.isMissingNode() && !body.has("issuer")) {
            body.putObject("issuer").set("id", issuer);
        }
        compareText(payload, "iss", Documents.id(body, "issuer"), findings);
        if (payload.path("jti").isString() && !body.has("id")) {
            body.set("id", payload.get("jti"));
        }
        compareText(payload, "jti", Documents.textOrEmpty(body, "id"), findings);
        compareSubject(payload, body, findings);
        compareTime(payload, "nbf", body, List.of("validFrom", "issuanceDate"), findings);
        compareTime(payload, "exp", body, List.of("validUntil", "expirationDate"), findings);
        return body;
    }

    private static void compareSubject(ObjectNode payload, ObjectNode body, Findings findings) {
        if (!(body.path("credentialSubject") instanceof ObjectNode subject)) {
            return;
        }
        if (payload.path("sub").isString() && !subject.has("id")) {
            subject.set("id", payload.get("sub"));
        }
        compareText(payload, "sub", Documents.textOrEmpty(subject, "id"), findings);
    }

    private static void compareText(ObjectNode payload, String claim, String said, Findings findings) {
        JsonNode value = payload.path(claim);
        if (!value.isMissingNode() && !value.asString("").equals(said)) {
            findings.add(Reason.CLAIM_DIFFERS, claim, value.toString(), said);
        }
    }

    private static void compareTime(
            ObjectNode payload, String claim, ObjectNode body, List<String> members, Findings findings) {
        JsonNode value = payload.path(claim);
        if (value.isMissingNode()) {
            return;
        }
        if (!value.isNumber() || value.decimalValue().abs().compareTo(LARGEST) > 0) {
            findings.add(Reason.MEMBER_WRONG, claim, value.toString(), "seconds");
            return;
        }
        Instant time = Instant.ofEpochSecond(value.decimalValue().longValue());
        Optional<String> member = members.stream().filter(body::has).findFirst();
        if (member.isEmpty()) {
            body.put(members.get(0), time.toString());
        } else if (!Moments.read(Documents.textOrEmpty(body, member.get()))
                .filter(said -> said.getEpochSecond() == time.getEpochSecond())
                .isPresent()) {
            findings.add(
                    Reason.CLAIM_DIFFERS,
                    claim,
                    time.toString(),
                    body.path(member.get()).toString());
        }
    }
}
