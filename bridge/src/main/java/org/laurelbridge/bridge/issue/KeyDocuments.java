package org.laurelbridge.bridge.issue;

import java.util.Base64;
import java.util.Optional;
import org.laurelbridge.bridge.issue.Addresses.IssuerForm;
import org.laurelbridge.bridge.issue.Addresses.KeyForm;
import org.laurelbridge.bridge.issue.key.Ed25519Key;
import org.laurelbridge.bridge.issue.key.KeyRing;
import org.laurelbridge.bridge.issue.key.RsaKey;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What strangers need to check what the issuer signed: its DID's document and its keys, in every form that readers ask for. */
public final class KeyDocuments {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DID_CONTEXT = "https://www.w3.org/ns/did/v1";
    private static final String MULTIKEY_CONTEXT = "https://w3id.org/security/multikey/v1";
    private static final String JWK_CONTEXT = "https://w3id.org/security/jwk/v1";

    private final IssuerIdentity issuer;
    private final KeyRing keys;
    private final Addresses addresses;

    public KeyDocuments(IssuerIdentity issuer) {
        this.issuer = issuer;
        this.keys = issuer.keys();
        this.addresses = issuer.addresses();
    }

    /** {@code /issuer/did.json}: what did:web resolves to. A did:key needs none, and gets none. */
    public Optional<ObjectNode> did() {
        return issuer.didWeb().map(did -> {
            ObjectNode document = JSON.objectNode();
            document.putArray("@context").add(DID_CONTEXT).add(MULTIKEY_CONTEXT).add(JWK_CONTEXT);
            document.put("id", did);
            ArrayNode methods = document.putArray("verificationMethod");
            keys.listEd25519().forEach(key -> methods.add(multikey(issuer.verificationMethod(key), key)));
            keys.listRs256()
                    .forEach(key -> methods.addObject()
                            .put("id", did + "#" + key.id())
                            .put("type", "JsonWebKey")
                            .put("controller", did)
                            .set("publicKeyJwk", jwk(key)));
            // absolute: readers compare it with the proof's verificationMethod as text
            ArrayNode asserting = document.putArray("assertionMethod");
            methods.forEach(method -> asserting.add(method.path("id")));
            return document;
        });
    }

    /**
     * {@code /issuer/keys/{id}}: one bare key, a multikey for embedded proofs, a JWK for JWTs; empty for an id that is not ours, or
     * that of a key which was withdrawn.
     */
    public Optional<ObjectNode> key(String id) {
        Optional<ObjectNode> multikey = keys.listEd25519().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .map(key -> {
                    ObjectNode document = JSON.objectNode();
                    document.putArray("@context").add(MULTIKEY_CONTEXT);
                    document.setAll(multikey(addresses.key(id).toString(), key));
                    return document;
                });
        return multikey.or(() -> rsa(id).map(KeyDocuments::jwk));
    }

    /** {@code /issuer/keys/{id}/ob2.json}: a key of JWTs as a CryptographicKey of Open Badges 2.0. */
    public Optional<ObjectNode> ob2Key(String id) {
        return rsa(id).map(key -> JSON.objectNode()
                .put("@context", IssuerIdentity.OB2_CONTEXT)
                .put("type", "CryptographicKey")
                .put("id", addresses.key(id, KeyForm.OB2).toString())
                .put("owner", addresses.issuer(IssuerForm.OB2).toString())
                .put("publicKeyPem", pem(key)));
    }

    /** {@code /issuer/jwks.json} (RFC 7517, RFC 8037). */
    public ObjectNode jwks() {
        ObjectNode set = JSON.objectNode();
        ArrayNode all = set.putArray("keys");
        keys.listEd25519()
                .forEach(key -> all.addObject()
                        .put("kty", "OKP")
                        .put("crv", "Ed25519")
                        .put("kid", key.id())
                        .put("use", "sig")
                        .put("x", Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicBytes())));
        keys.listRs256().forEach(key -> all.add(jwk(key)));
        return set;
    }

    private Optional<RsaKey> rsa(String id) {
        return keys.listRs256().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static ObjectNode jwk(RsaKey key) {
        ObjectNode jwk = JSON.objectNode();
        key.jwk().toJSONObject().forEach((name, value) -> jwk.put(name, value.toString()));
        return jwk;
    }

    private static String pem(RsaKey key) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN PUBLIC KEY-----\n"
                + lines.encodeToString(key.publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private ObjectNode multikey(String id, Ed25519Key key) {
        ObjectNode method = JSON.objectNode();
        method.put("id", id);
        method.put("type", "Multikey");
        method.put("controller", issuer.did(key));
        method.put("publicKeyMultibase", key.id());
        return method;
    }
}
