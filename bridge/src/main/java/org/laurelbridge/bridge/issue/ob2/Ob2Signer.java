package org.laurelbridge.bridge.issue.ob2;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.Addresses.IssuerForm;
import org.laurelbridge.bridge.issue.Addresses.KeyForm;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.key.RsaKey;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Signs Open Badges 2.0 (§ Signed Badges), and lists those that do not hold any more. */
public final class Ob2Signer {

    private final IssuerIdentity issuer;
    private final Ob2Writer writer;

    public Ob2Signer(IssuerIdentity issuer) {
        this.issuer = issuer;
        this.writer = new Ob2Writer(issuer.addresses());
    }

    /** A badge as a compact JWS, RS256. The same badge and key give the same text. */
    public String sign(Earned earned) {
        RsaKey key = issuer.keys().rs256();
        URI creator = issuer.addresses().key(key.id(), KeyForm.OB2);
        return key.sign(
                header -> header,
                writer.signed(earned, id(earned.credential()), creator).toString());
    }

    /**
     * {@code /issuer/ob2-revoked.json}: whoever has a badge finds it there; nobody else learns whose it is, or where.
     *
     * @param revoked credentials that do not hold
     */
    public ObjectNode revocationList(List<AwardId> revoked) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("@context", Ob2Writer.CONTEXT);
        document.put("type", "RevocationList");
        document.put("id", issuer.addresses().issuer(IssuerForm.OB2_REVOKED).toString());
        document.put("issuer", issuer.addresses().issuer(IssuerForm.OB2).toString());
        ArrayNode all = document.putArray("revokedAssertions");
        revoked.stream()
                .map(Ob2Signer::id)
                .sorted()
                .forEach(id -> all.addObject().put("id", id));
        return document;
    }

    // from the award's id, which leads to its page, nobody comes back
    private static String id(AwardId credential) {
        byte[] name = ("Open Badges 2.0|" + credential).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }
}
