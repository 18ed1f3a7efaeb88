package org.laurelbridge.bridge.issue;

import java.net.URI;
import java.security.PublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Addresses.IssuerForm;
import org.laurelbridge.bridge.issue.Addresses.KeyForm;
import org.laurelbridge.bridge.issue.key.Ed25519Key;
import org.laurelbridge.bridge.issue.key.KeyRing;
import org.laurelbridge.bridge.issue.key.PublicKeys;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who issues: a name, a DID and keys, and the documents by which others find them. The DID is a did:web where the public address
 * allows it, else the did:key of the same key; its badges are then marked trial, since nobody else can ask for the issuer.
 */
public final class IssuerIdentity {

    static final String OB2_CONTEXT = "https://w3id.org/openbadges/v2";
    private static final String DID_KEY = "did:key:";

    private final Profile profile;
    private final ProfileWriter profiles;
    private final KeyRing keys;
    private final Addresses addresses;
    private final Optional<String> webDid;

    public IssuerIdentity(Profile profile, KeyRing keys, Addresses addresses) {
        this.profile = profile;
        this.profiles = new ProfileWriter(profile);
        this.keys = keys;
        this.addresses = addresses;
        this.webDid = IssuerDid.web(addresses.root());
    }

    /**
     * What people read about the issuer. Null where nothing is said.
     *
     * @param url its home page
     * @param image a picture of it, with https
     * @param identifier under which others know it
     */
    public record Profile(
            String name,
            URI url,
            @Nullable String email,
            @Nullable String description,
            @Nullable String phone,
            @Nullable URI image,
            @Nullable Address address,
            @Nullable Identifier identifier) {

        /** With what every issuer has. */
        public Profile(String name, URI url, @Nullable String email) {
            this(name, url, email, null, null, null, null, null);
        }

        /**
         * Where it is. Null where nothing is said.
         *
         * @param country by its name
         * @param countryCode by its code (ISO 3166-1 alpha-2)
         */
        public record Address(
                String country,
                String countryCode,
                @Nullable String region,
                @Nullable String locality,
                @Nullable String street,
                @Nullable String postalCode) {}

        /**
         * Under which others know it.
         *
         * @param type an identifierType of Open Badges 3.0, as {@code identifier} or {@code ext:ror}
         */
        public record Identifier(String type, String value) {}
    }

    public Profile profile() {
        return profile;
    }

    public KeyRing keys() {
        return keys;
    }

    public Addresses addresses() {
        return addresses;
    }

    /** The issuer's DID, under which it signs now. */
    public String did() {
        return did(keys.ed25519());
    }

    /** The DID under which a key signs. */
    String did(Ed25519Key key) {
        return webDid.orElse(DID_KEY + key.id());
    }

    /** Whether a DID is this issuer's; a did:key changes with its key, and stays ours when a public address gives a did:web. */
    public boolean isOurs(String did) {
        return webDid.filter(did::equals).isPresent()
                || keys.listEd25519().stream().anyMatch(key -> did.equals(DID_KEY + key.id()));
    }

    /** The did:web; empty where only a did:key serves. */
    Optional<String> didWeb() {
        return webDid;
    }

    /** Whether outsiders cannot ask for the issuer. */
    public boolean isTrial() {
        return webDid.isEmpty();
    }

    /** Whether Open Badges 2.0 come from it: they ask for an e-mail address of their issuer (Open Badges 2.0, Profile). */
    public boolean issuesOb2() {
        return profile.email() != null;
    }

    /** A key by its full name, as proofs give it. */
    public String verificationMethod(Ed25519Key key) {
        return did(key) + "#" + key.id();
    }

    /**
     * The key of a proof, known without the network: ours, or one that a did:key holds itself.
     *
     * @param issuer the credential's issuer
     * @param method the proof's verificationMethod; it must be of the issuer
     */
    public Optional<PublicKey> findKey(String issuer, String method) {
        if (webDid.map(issuer::equals).orElse(false)) {
            return keys.listEd25519().stream()
                    .filter(key -> method.equals(verificationMethod(key)))
                    .map(Ed25519Key::publicKey)
                    .findFirst();
        }
        String multibase = issuer.startsWith(DID_KEY) ? issuer.substring(DID_KEY.length()) : "";
        if (!multibase.startsWith("z6Mk") || !method.equals(issuer + "#" + multibase)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PublicKeys.read(multibase));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    /** The issuer as an Open Badges 3.0 Profile. */
    public ObjectNode toOb3() {
        return profiles.ob3(did());
    }

    /**
     * The issuer as whoever made a badge. Known by its page, not by its DID: of what stands twice in a credential about one thing, one
     * could be taken away without a trace, since its proof covers statements, each once.
     */
    public ObjectNode toCreator() {
        return profiles.creator(addresses.issuer().toString());
    }

    /** {@code /issuer/ob2.json}: the issuer of Open Badges 2.0. */
    public ObjectNode toOb2() {
        ObjectNode document = profiles.ob2(addresses.issuer(IssuerForm.OB2));
        ArrayNode signing = document.putArray("publicKey");
        keys.listRs256()
                .forEach(key -> signing.add(addresses.key(key.id(), KeyForm.OB2).toString()));
        document.put("revocationList", addresses.issuer(IssuerForm.OB2_REVOKED).toString());
        return document;
    }
}
