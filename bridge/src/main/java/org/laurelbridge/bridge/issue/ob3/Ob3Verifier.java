package org.laurelbridge.bridge.issue.ob3;

import java.security.PublicKey;
import java.util.Optional;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks the proof of an Open Badges 3.0 credential. The key comes from the issuer named in the credential, never from the proof
 * alone, and nothing is asked of the network: our own issuer and did:key are known, others are not. Safe for many threads.
 */
public final class Ob3Verifier {

    // of two equal members one reader would check the first and another show the last
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final IssuerIdentity issuer;
    private final ProofCheck proofs = new ProofCheck();

    public Ob3Verifier(IssuerIdentity issuer) {
        this.issuer = issuer;
    }

    /** Whether the proof holds. */
    public sealed interface Verdict {}

    /**
     * It does.
     *
     * @param ours issued by this installation
     */
    public record Genuine(boolean ours) implements Verdict {}

    /**
     * It does not, or nobody can tell.
     *
     * @param why in a sentence
     */
    public record NotGenuine(String why) implements Verdict {}

    /** Checks a credential as it was received. */
    public Verdict verify(String credential) {
        try {
            JsonNode document = MAPPER.readTree(credential);
            return document instanceof ObjectNode object ? verify(object) : new NotGenuine("this is no credential");
        } catch (JacksonException e) {
            return new NotGenuine("this is no JSON: " + e.getOriginalMessage());
        } catch (NotCanonical e) {
            return new NotGenuine(e.getMessage() == null ? "this is no JSON-LD" : e.getMessage());
        }
    }

    private Verdict verify(ObjectNode credential) {
        if (!isOpenBadge(credential)) {
            return new NotGenuine("@context and type are not those of an Open Badges 3.0 credential");
        }
        JsonNode given = credential.path("proof");
        JsonNode proof = given.isArray() && given.size() == 1 ? given.get(0) : given;
        if (!(proof instanceof ObjectNode object)) {
            return new NotGenuine("it has " + (given.isArray() ? given.size() : 0) + " proofs, expected one");
        }
        if (!isOurSuite(object)) {
            return new NotGenuine("its proof is not a DataIntegrityProof " + Ob3Signer.CRYPTOSUITE + " to assert");
        }
        String by = credential.path("issuer").path("id").asString("");
        Optional<PublicKey> key =
                issuer.findKey(by, object.path("verificationMethod").asString(""));
        if (key.isEmpty()) {
            return new NotGenuine("the key of its proof is not known as a key of its issuer " + by);
        }
        return proofs.fits(credential, object, key.get())
                ? new Genuine(issuer.isOurs(by))
                : new NotGenuine("its signature does not fit: it was changed, or signed by another key");
    }

    private static boolean isOpenBadge(ObjectNode credential) {
        JsonNode contexts = credential.path("@context");
        return contexts.path(0).asString("").equals(ContextFiles.CREDENTIALS)
                && contexts.path(1).asString("").equals(ContextFiles.OPEN_BADGES)
                && holds(credential.path("type"), "VerifiableCredential")
                && (holds(credential.path("type"), "OpenBadgeCredential")
                        || holds(credential.path("type"), "AchievementCredential"));
    }

    private static boolean holds(JsonNode array, String word) {
        for (JsonNode item : array) {
            if (item.asString("").equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOurSuite(ObjectNode proof) {
        return proof.path("type").asString("").equals("DataIntegrityProof")
                && proof.path("cryptosuite").asString("").equals(Ob3Signer.CRYPTOSUITE)
                && proof.path("proofPurpose").asString("").equals("assertionMethod");
    }
}
