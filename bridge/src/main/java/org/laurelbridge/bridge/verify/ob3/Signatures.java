package org.laurelbridge.bridge.verify.ob3;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fetch.Visit;
import org.laurelbridge.bridge.issue.ob3.NotCanonical;
import org.laurelbridge.bridge.issue.ob3.ProofCheck;
import org.laurelbridge.bridge.issue.ob3.Unsecured;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.IssuerKeys;
import org.laurelbridge.bridge.verify.key.IssuerKeys.Found;
import org.laurelbridge.bridge.verify.key.IssuerKeys.Named;
import org.laurelbridge.bridge.verify.key.Jws;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Moments;
import org.laurelbridge.bridge.verify.report.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a credential is signed, and by its issuer: with embedded proofs, of which every one that Laurel knows must hold, or as a token. */
final class Signatures {

    private static final int MOST_PROOFS = 3;

    private final IssuerKeys keys;
    private final ProofCheck proofs = new ProofCheck();

    Signatures(IssuerKeys keys) {
        this.keys = keys;
    }

    void check(Secured secured, Visit visit, Findings findings) {
        if (secured.token() != null) {
            checkToken(secured, secured.token(), visit, findings);
        } else {
            checkProofs(secured, visit, findings);
        }
    }

    /** How it is secured, in words. */
    String form(Secured secured) {
        if (secured.token() != null) {
            return "VC-JWT (" + secured.token().algorithm() + ")";
        }
        return "embedded proof ("
                + Documents.many(secured.credential(), "proof").stream()
                        .limit(1)
                        .map(Signatures::words)
                        .findFirst()
                        .orElse("none")
                + ")";
    }

    private void checkToken(Secured secured, Jws token, Visit visit, Findings findings) {
        if (!token.isAllowed()) {
            findings.add(Reason.ALGORITHM, token.algorithm().isEmpty() ? "nothing" : token.algorithm());
            return;
        }
        Named named = named(token.header(), secured.issuer());
        key(secured.issuer(), named, visit, findings)
                .ifPresent(key -> findings.add(token.fits(key) ? Reason.PROOF_FITS : Reason.PROOF_FITS_NOT));
    }

    /** The issuer's key. Where nobody vouches for one, the findings say so, and the one that signed tells only what was changed. */
    private Optional<PublicKey> key(String issuer, Named named, Visit visit, Findings findings) {
        Found found = keys.find(issuer, named, visit);
        findings.add(found.line());
        return found.key() == null ? named.itself() : Optional.of(found.key());
    }

    private static Named named(ObjectNode header, String issuer) {
        String kid = Documents.textOrEmpty(header, "kid");
        JsonNode jwk = header.path("jwk");
        String method = kid.isEmpty() || kid.contains(":") ? kid : issuer + (kid.startsWith("#") ? kid : "#" + kid);
        return new Named(method, jwk.isObject() ? jwk : null);
    }

    private void checkProofs(Secured secured, Visit visit, Findings findings) {
        List<JsonNode> given = Documents.many(secured.credential(), "proof");
        if (given.isEmpty()) {
            findings.add(Reason.PROOF_MISSING);
        }
        if (given.size() > MOST_PROOFS) {
            findings.add(Reason.TOO_LARGE, given.size() + " proofs");
            return;
        }
        List<ObjectNode> known = given.stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(proofs::knows)
                .toList();
        if (known.isEmpty() && !given.isEmpty()) {
            findings.add(Reason.PROOF_KIND, words(given.get(0)));
        }
        Unsecured document = Unsecured.of(secured.credential());
        known.forEach(proof -> checkProof(new Proved(secured.issuer(), document, proof), visit, findings));
    }

    /** @param document of which every proof has the same canonical form */
    private record Proved(String issuer, Unsecured document, ObjectNode proof) {}

    private void checkProof(Proved proved, Visit visit, Findings findings) {
        ObjectNode proof = proved.proof();
        Line objection = objection(proof, visit.now());
        if (objection != null) {
            findings.add(objection);
            return;
        }
        Named named = new Named(Documents.textOrEmpty(proof, "verificationMethod"), null);
        key(proved.issuer(), named, visit, findings).ifPresent(key -> checkProof(proved, key, findings));
    }

    private void checkProof(Proved proved, PublicKey key, Findings findings) {
        try {
            boolean fits = proofs.fits(proved.document(), proved.proof(), key);
            findings.add(fits ? Reason.PROOF_FITS : Reason.PROOF_FITS_NOT);
        } catch (NotCanonical e) {
            findings.add(
                    e.context() != null
                            ? Line.of(Reason.CONTEXT_UNKNOWN, e.context())
                            : Line.of(Reason.PROOF_COVERS_NOT, String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable Line objection(ObjectNode proof, Instant now) {
        if (!Documents.textOrEmpty(proof, "proofPurpose").equals("assertionMethod")) {
            return Line.of(Reason.PROOF_KIND, "to " + Documents.textOrEmpty(proof, "proofPurpose"));
        }
        if (proof.has("previousProof")) {
            return Line.of(Reason.PROOF_KIND, "a chain of proofs");
        }
        JsonNode expires = proof.path("expires");
        if (expires.isMissingNode() || expires.isNull()) {
            return null;
        }
        Instant end = Moments.of(proof, "expires");
        if (end == null) {
            return Line.of(Reason.MEMBER_WRONG, "proof.expires", expires.toString(), "a date with a time");
        }
        return end.isAfter(now) ? null : Line.of(Reason.PROOF_OVER, end);
    }

    private static String words(JsonNode proof) {
        String suite = Documents.textOrEmpty(proof, "cryptosuite");
        return suite.isEmpty() ? Documents.textOrEmpty(proof, "type") : suite;
    }
}
