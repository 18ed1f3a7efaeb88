package org.laurelbridge.bridge.issue;

import java.net.URI;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Addresses.IssuerForm;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who issues: a name, a DID and a key, and the documents by which others find them. The DID is a did:web where the public address
 * allows it, else the did:key of the same key; its badges are then marked trial, since nobody else can ask for the issuer.
 */
public final class IssuerIdentity {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DID_CONTEXT = "https://www.w3.org/ns/did/v1";
    private static final String MULTIKEY_CONTEXT = "https://w3id.org/security/multikey/v1";

    private final Profile profile;
    private final IssuerKey key;
    private final Addresses addresses;
    private final Optional<String> webDid;

    public IssuerIdentity(Profile profile, IssuerKey key, Addresses addresses) {
        this.profile = profile;
        this.key = key;
        this.addresses = addresses;
        this.webDid = IssuerDid.web(addresses.root());
    }

    /**
     * What people read about the issuer.
     *
     * @param url its home page
     * @param email null where it has none
     */
    public record Profile(String name, URI url, @Nullable String email) {}

    public Profile profile() {
        return profile;
    }

    public IssuerKey key() {
        return key;
    }

    public Addresses addresses() {
        return addresses;
    }

    /** The issuer's DID. */
    public String did() {
        return webDid.orElse("did:key:" + key.id());
    }

    /** Whether outsiders cannot ask for the issuer. */
    public boolean isTrial() {
        return webDid.isEmpty();
    }

    /** The key by its full name, as proofs give it. */
    public String verificationMethod() {
        return did() + "#" + key.id();
    }

    /**
     * The key of a proof, known without the network: ours, or one that a did:key holds itself.
     *
     * @param issuer the credential's issuer
     * @param method the proof's verificationMethod; it must be of the issuer
     */
    public Optional<PublicKey> findKey(String issuer, String method) {
        if (issuer.equals(did())) {
            return method.equals(verificationMethod()) ? Optional.of(key.publicKey()) : Optional.empty();
        }
        String multibase = issuer.startsWith("did:key:") ? issuer.substring("did:key:".length()) : "";
        if (!multibase.startsWith("z6Mk") || !method.equals(issuer + "#" + multibase)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PublicKeys.read(multibase));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    /** {@code /issuer/did.json}: what did:web resolves to. A did:key needs none, and gets none. */
    public Optional<ObjectNode> didDocument() {
        return webDid.map(did -> {
            ObjectNode document = JSON.objectNode();
            document.putArray("@context").add(DID_CONTEXT).add(MULTIKEY_CONTEXT);
            document.put("id", did);
            document.putArray("verificationMethod").add(multikey(verificationMethod()));
            // absolute: readers compare it with the proof's verificationMethod as text
            document.putArray("assertionMethod").add(verificationMethod());
            return document;
        });
    }

    /** {@code /issuer/keys/{id}}: one bare key; empty for an id that is not ours. */
    public Optional<ObjectNode> keyDocument(String id) {
        if (!id.equals(key.id())) {
            return Optional.empty();
        }
        ObjectNode document = JSON.objectNode();
        document.putArray("@context").add(MULTIKEY_CONTEXT);
        document.setAll(multikey(addresses.key(id).toString()));
        return Optional.of(document);
    }

    /** {@code /issuer/jwks.json} (RFC 7517, RFC 8037). */
    public ObjectNode jwks() {
        ObjectNode set = JSON.objectNode();
        set.putArray("keys")
                .addObject()
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("kid", key.id())
                .put("use", "sig")
                .put("x", Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicBytes()));
        return set;
    }

    /** The issuer as an Open Badges 3.0 Profile. */
    public ObjectNode toOb3() {
        ObjectNode document = JSON.objectNode();
        document.put("id", did());
        document.putArray("type").add("Profile");
        putProfile(document);
        return document;
    }

    /** {@code /issuer/ob2.json}: the issuer of Open Badges 2.0. */
    public ObjectNode toOb2() {
        ObjectNode document = JSON.objectNode();
        document.put("@context", "https://w3id.org/openbadges/v2");
        document.put("type", "Issuer");
        document.put("id", addresses.issuer(IssuerForm.OB2).toString());
        putProfile(document);
        return document;
    }

    private void putProfile(ObjectNode document) {
        document.put("name", profile.name());
        document.put("url", profile.url().toString());
        if (profile.email() != null) {
            document.put("email", profile.email());
        }
    }

    private ObjectNode multikey(String id) {
        ObjectNode method = JSON.objectNode();
        method.put("id", id);
        method.put("type", "Multikey");
        method.put("controller", did());
        method.put("publicKeyMultibase", key.id());
        return method;
    }
}
