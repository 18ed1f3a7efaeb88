package org.laurelbridge.bridge.issue.ob3;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.bridge.issue.key.P256Keys;
import tools.jackson.databind.node.ObjectNode;

/**
 * The proof of a credential of which its holder shows a part (ecdsa-sd-2023, derived; Data Integrity ECDSA Cryptosuites 1.0 §3.5.7 and
 * §3.6.8): the issuer signs what must be shown together with a key made for this credential alone, and that key signs every other
 * statement by itself. A base proof, which is the holder's own, is none.
 */
final class DisclosureProof {

    static final String CRYPTOSUITE = "ecdsa-sd-2023";

    private static final byte[] DERIVED = {(byte) 0xd9, 0x5d, 0x01};
    // u, and the first bytes in base64url
    private static final String BEGINNING = "u2V0B";
    private static final int MOST = 2_000;
    private static final int SIGNATURE = 64;
    private static final int KEY = 35;
    private static final int LABEL = 32;

    /** Of the issuer. */
    private final byte[] base;
    /** Made for this credential, as a Multikey without its letter. */
    private final byte[] key;
    /** Of the statements that need not be shown, in their order. */
    private final List<byte[]> signatures;
    /** Of blank nodes, by the names of the canonical form. */
    private final Map<String, String> labels;
    /** The places of the statements that must be shown. */
    private final Set<Integer> mandatory;

    private DisclosureProof(Cbor cbor) {
        this.base = cbor.bytes(SIGNATURE);
        this.key = cbor.bytes(KEY);
        this.signatures = signatures(cbor);
        this.labels = labels(cbor);
        this.mandatory = places(cbor);
    }

    /** Whether a proof is of this kind. */
    static boolean is(ObjectNode proof) {
        return proof.path("cryptosuite").asString("").equals(CRYPTOSUITE)
                && proof.path("proofValue").asString("").startsWith(BEGINNING);
    }

    /** Reads the value of one; empty when it is broken. */
    static Optional<DisclosureProof> read(String value) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(value.substring(1));
            if (bytes.length < DERIVED.length || !Arrays.equals(bytes, 0, DERIVED.length, DERIVED, 0, DERIVED.length)) {
                return Optional.empty();
            }
            Cbor cbor = new Cbor(Arrays.copyOfRange(bytes, DERIVED.length, bytes.length));
            if (cbor.list() != 5) {
                return Optional.empty();
            }
            DisclosureProof proof = new DisclosureProof(cbor);
            return cbor.isAtEnd() ? Optional.of(proof) : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static List<byte[]> signatures(Cbor cbor) {
        int count = bounded(cbor.list());
        List<byte[]> signatures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            signatures.add(cbor.bytes(SIGNATURE));
        }
        return signatures;
    }

    private static Map<String, String> labels(Cbor cbor) {
        int count = bounded(cbor.map());
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String name = "_:c14n" + cbor.number();
            labels.put(name, "_:u" + Base64.getUrlEncoder().withoutPadding().encodeToString(cbor.bytes(LABEL)));
        }
        // with one label for two blank nodes, the statements of both would be signed as those of one
        if (labels.size() != count || new HashSet<>(labels.values()).size() != count) {
            throw new IllegalArgumentException("labels that are not all different");
        }
        return labels;
    }

    private static Set<Integer> places(Cbor cbor) {
        int count = bounded(cbor.list());
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < count; i++) {
            places.add(cbor.number());
        }
        return places;
    }

    private static int bounded(int count) {
        if (count > MOST) {
            throw new IllegalArgumentException("more than " + MOST);
        }
        return count;
    }

    /**
     * Whether it fits.
     *
     * @param options canonical N-Quads of the proof's own options
     * @param quads canonical N-Quads of the document
     * @param issuer the key that the issuer lists
     */
    boolean fits(String options, String quads, PublicKey issuer) {
        Optional<PublicKey> own = P256Keys.read(key);
        if (own.isEmpty() || !labels.keySet().containsAll(Quads.blanks(quads))) {
            return false;
        }
        List<String> statements = Quads.renamed(quads, labels);
        StringBuilder shown = new StringBuilder();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (mandatory.contains(i)) {
                shown.append(statements.get(i));
            } else {
                others.add(statements.get(i));
            }
        }
        byte[] signed = ProofHash.joined(ProofHash.sha256(options), key, ProofHash.sha256(shown.toString()));
        return others.size() == signatures.size()
                && ProofCheck.isSigned(issuer, ProofCheck.ECDSA_SHA256, signed, base)
                && areSigned(others, own.get());
    }

    private boolean areSigned(List<String> statements, PublicKey own) {
        for (int i = 0; i < statements.size(); i++) {
            byte[] statement = statements.get(i).getBytes(StandardCharsets.UTF_8);
            if (!ProofCheck.isSigned(own, ProofCheck.ECDSA_SHA256, statement, signatures.get(i))) {
                return false;
            }
        }
        return true;
    }
}
