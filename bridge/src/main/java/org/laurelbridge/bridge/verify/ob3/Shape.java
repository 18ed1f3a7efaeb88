package org.laurelbridge.bridge.verify.ob3;

import java.util.List;
import java.util.Set;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Moments;
import org.laurelbridge.bridge.verify.report.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether a credential has the shape of one (Open Badges 3.0 §B.1, VC Data Model 1.1 and 2.0). What is read later has been looked at
 * here, so that nothing means one thing to the signature and another to the reader: a date that is no text is not "no date".
 */
final class Shape {

    private static final Set<String> FIRST_CONTEXTS =
            Set.of("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1");
    private static final List<String> DATES =
            List.of("validFrom", "validUntil", "issuanceDate", "expirationDate", "awardedDate");
    private static final Set<String> NAMES = Set.of("id", "type");
    private static final Set<String> OTHERS = Set.of("verifiableCredential", "endorsement", "proof");

    private final Findings findings;

    Shape(Findings findings) {
        this.findings = findings;
    }

    /** Says what is wrong; nothing when all is well. */
    void check(ObjectNode credential, Kind kind) {
        checkContext(credential);
        if (!Documents.holds(credential, "type", "VerifiableCredential")) {
            wrong("type", credential.path("type"), "VerifiableCredential");
        }
        if (!Documents.id(credential, "issuer").contains(":")) {
            wrong("issuer", credential.path("issuer"), "a Profile with an id");
        }
        checkDates(credential);
        checkIds(credential);
        checkSubject(credential, kind);
    }

    private void checkContext(ObjectNode credential) {
        List<JsonNode> contexts = Documents.many(credential, "@context");
        String first = contexts.isEmpty() ? "" : contexts.get(0).asString("");
        if (!FIRST_CONTEXTS.contains(first)) {
            wrong("@context", credential.path("@context"), "https://www.w3.org/ns/credentials/v2 first");
        }
    }

    private void checkDates(ObjectNode credential) {
        for (String date : DATES) {
            JsonNode value = credential.path(date);
            boolean isAbsent = value.isMissingNode() || value.isNull();
            if (!isAbsent
                    && (!value.isString() || Moments.read(value.asString()).isEmpty())) {
                wrong(date, value, "a date with a time");
            }
        }
        if (!credential.has("validFrom") && !credential.has("issuanceDate")) {
            wrong("validFrom", credential.path("validFrom"), "a date with a time");
        }
    }

    // linked data is a heap of statements: what another part says under the credential's own id would be signed as the
    // credential's
    // too, so a date or a status could be moved there, where no reader looks
    private void checkIds(ObjectNode credential) {
        JsonNode id = credential.path("id");
        if (!id.isMissingNode() && !id.isString()) {
            wrong("id", id, "an address");
        } else if (id.isString() && isRepeated(credential, id.asString())) {
            wrong("id", id, "an id under which no other part says anything");
        }
    }

    private static boolean isRepeated(JsonNode node, String id) {
        for (var member : node.properties()) {
            JsonNode value = member.getValue();
            if (!OTHERS.contains(member.getKey()) && (isOf(value, id) || isRepeated(value, id))) {
                return true;
            }
        }
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            if (isOf(item, id) || isRepeated(item, id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(JsonNode node, String id) {
        return node.isObject()
                && Documents.textOrEmpty(node, "id").equals(id)
                && !NAMES.containsAll(node.propertyNames());
    }

    private void checkSubject(ObjectNode credential, Kind kind) {
        List<JsonNode> subjects = Documents.many(credential, "credentialSubject");
        if (subjects.size() != 1 || !subjects.get(0).isObject()) {
            wrong("credentialSubject", credential.path("credentialSubject"), "one subject");
        } else if (kind == Kind.BADGE) {
            checkAchievement(subjects.get(0).path("achievement"));
        }
    }

    private void checkAchievement(JsonNode achievement) {
        if (!achievement.isObject()) {
            wrong("credentialSubject.achievement", achievement, "an Achievement");
            return;
        }
        for (String member : List.of("id", "name", "description", "criteria")) {
            JsonNode value = achievement.path(member);
            if (value.isMissingNode() || value.isNull()) {
                wrong("credentialSubject.achievement." + member, value, "one");
            }
        }
        if (!Documents.holds(achievement, "type", "Achievement")) {
            wrong("credentialSubject.achievement.type", achievement.path("type"), "Achievement");
        }
    }

    private void wrong(String place, JsonNode found, String expected) {
        findings.add(Reason.MEMBER_WRONG, place, found.isMissingNode() ? "nothing" : found.toString(), expected);
    }
}
