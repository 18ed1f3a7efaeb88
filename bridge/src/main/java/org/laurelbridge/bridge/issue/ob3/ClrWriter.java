package org.laurelbridge.bridge.issue.ob3;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the record of a stack (Comprehensive Learner Record 2.0 §B.1, ClrCredential): the badge that was earned by holding others,
 * and these others, each with its own proof and status inside. A learner has another id in each badge; in a record one of them, that
 * of the stack, stands for all, so the others are signed anew with it. They stay what they are: the same id, the same moment.
 */
public final class ClrWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private final IssuerIdentity issuer;
    private final Ob3Signer signer;

    public ClrWriter(IssuerIdentity issuer) {
        this.issuer = issuer;
        this.signer = new Ob3Signer(issuer);
    }

    /**
     * The signed record; the same badges and key give the same text.
     *
     * @param earned the stack
     * @param stack its own credential, as it was signed
     * @param parts the credentials of the badges that it asks for, as they were signed
     */
    public String write(Earned earned, String stack, List<String> parts) {
        ObjectNode whole = (ObjectNode) JSON.readTree(stack);
        List<JsonNode> inside = parts.stream()
                .map(JSON::readTree)
                .map(part -> part(part, owner(whole)))
                .toList();
        Instant newest = moment(whole);
        for (JsonNode part : inside) {
            newest = max(newest, moment(part));
        }
        ObjectNode record = JSON.createObjectNode();
        ArrayNode contexts = record.putArray("@context");
        contexts.add(ContextFiles.CREDENTIALS).add(ContextFiles.CLR).add(ContextFiles.OPEN_BADGES);
        record.put(
                "id",
                issuer.addresses().award(earned.credential(), AwardForm.CLR).toString());
        record.putArray("type").add("VerifiableCredential").add("ClrCredential");
        record.put("name", earned.achievement().name());
        record.set("issuer", whole.path("issuer"));
        Instant validFrom = signed(whole, newest);
        record.put("validFrom", validFrom.toString());
        if (whole.has("validUntil")) {
            record.set("validUntil", whole.path("validUntil"));
        }
        record.set("credentialSubject", subject(whole, inside));
        if (whole.has("credentialStatus")) {
            record.set("credentialStatus", whole.path("credentialStatus"));
        }
        return signer.sign(record, validFrom).toString();
    }

    /** Whose a credential is: the id of its subject. */
    public static String owner(String credential) {
        return owner(JSON.readTree(credential)).asString();
    }

    private JsonNode part(JsonNode part, JsonNode owner) {
        if (owner(part).equals(owner)) {
            return part;
        }
        ObjectNode anew = (ObjectNode) part;
        anew.remove("proof");
        ((ObjectNode) anew.path("credentialSubject")).set("id", owner);
        return signer.sign(anew, moment(anew));
    }

    private static ObjectNode subject(ObjectNode whole, List<JsonNode> inside) {
        JsonNode owner = whole.path("credentialSubject");
        ObjectNode subject = JSON.createObjectNode();
        subject.set("id", owner.path("id"));
        subject.putArray("type").add("ClrSubject");
        if (owner.has("identifier")) {
            subject.set("identifier", owner.path("identifier"));
        }
        ArrayNode badges = subject.putArray("verifiableCredential");
        badges.add(whole).addAll(inside);
        ArrayNode associations = subject.putArray("association");
        for (JsonNode part : inside) {
            associations
                    .addObject()
                    // one word, not a list as everywhere else (CLR 2.0, Association)
                    .put("type", "Association")
                    .put("associationType", "isPartOf")
                    .put("sourceId", achievement(part))
                    .put("targetId", achievement(whole));
        }
        return subject;
    }

    private static JsonNode owner(JsonNode credential) {
        return credential.path("credentialSubject").path("id");
    }

    private static String achievement(JsonNode credential) {
        return credential
                .path("credentialSubject")
                .path("achievement")
                .path("id")
                .asString();
    }

    private static Instant moment(JsonNode credential) {
        return Instant.parse(credential.path("validFrom").asString());
    }

    /** That of the newest badge in it, unless the stack was over by then. */
    private static Instant signed(ObjectNode whole, Instant newest) {
        JsonNode end = whole.path("validUntil");
        return end.isString() && !newest.isBefore(Instant.parse(end.asString())) ? moment(whole) : newest;
    }

    private static Instant max(Instant one, Instant other) {
        return Comparator.<Instant>naturalOrder().compare(one, other) >= 0 ? one : other;
    }
}
