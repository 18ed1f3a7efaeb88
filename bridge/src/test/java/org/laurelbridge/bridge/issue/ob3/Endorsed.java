package org.laurelbridge.bridge.issue.ob3;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.issue.Endorsements;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Somebody else who endorses, a did:key, and what was endorsed. */
public final class Endorsed implements Endorsements {

    private final Map<String, List<String>> signed = new HashMap<>();

    /** With an endorsement about each of these, by another endorser each. */
    static Endorsed about(String... ids) {
        Endorsed endorsed = new Endorsed();
        for (String id : ids) {
            IssuerIdentity endorser = Issued.issuer(URI.create("http://127.0.0.1:9"));
            ObjectNode document = new Ob3Signer(endorser).sign(unsigned(endorser, id), Issued.SIGNED_AT);
            endorsed.signed.put(id, List.of(document.toString()));
        }
        return endorsed;
    }

    /** One, about this. */
    public static String one(String about) {
        return about(about).list(about).get(0);
    }

    @Override
    public List<String> list(String about) {
        return signed.getOrDefault(about, List.of());
    }

    private static ObjectNode unsigned(IssuerIdentity endorser, String about) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(ContextFiles.CREDENTIALS).add(ContextFiles.OPEN_BADGES);
        document.put(
                "id", "urn:uuid:5e9c4ad6-1b1c-4b8e-9d4a-" + String.format("%012x", about.hashCode() & 0xffffffffL));
        document.putArray("type").add("VerifiableCredential").add("EndorsementCredential");
        document.put("name", "We know it");
        document.putObject("issuer")
                .put("id", endorser.did())
                .put("name", "A guild")
                .putArray("type")
                .add("Profile");
        document.put("validFrom", "2026-01-01T00:00:00Z");
        document.putObject("credentialSubject")
                .put("id", about)
                .put("endorsementComment", "It is good.")
                .putArray("type")
                .add("EndorsementSubject");
        return document;
    }
}
