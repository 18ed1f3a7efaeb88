package org.laurelbridge.bridge.issue.ob3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.issue.key.Base58;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An issuer and a holder who shows all that was signed with ecdsa-sd-2023 (Data Integrity ECDSA Cryptosuites 1.0 §3.6). */
public final class Disclosing {

    private static final byte[] DERIVED = {(byte) 0xd9, 0x5d, 0x01};

    private final KeyPair issuer = pair();
    private final KeyPair once = pair();

    /** The issuer: a key alone. */
    public String did() {
        return "did:key:" + multibase();
    }

    public String multibase() {
        return "z" + Base58.encode(compressed((ECPublicKey) issuer.getPublic()));
    }

    ECPublicKey key() {
        return (ECPublicKey) issuer.getPublic();
    }

    /** Signs a document; its first statements must be shown. */
    public ObjectNode sign(ObjectNode document, String method, int mandatory) {
        ObjectNode options = JsonNodeFactory.instance
                .objectNode()
                .put("type", "DataIntegrityProof")
                .put("created", "2026-03-01T10:02:14Z")
                .put("verificationMethod", method)
                .put("cryptosuite", "ecdsa-sd-2023")
                .put("proofPurpose", "assertionMethod");
        Unsecured unsecured = Unsecured.of(document);
        Map<String, byte[]> labels = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (String blank : Quads.blanks(unsecured.quads())) {
            byte[] label = new byte[32];
            new SecureRandom().nextBytes(label);
            labels.put(blank, label);
            names.put(blank, "_:u" + Base64.getUrlEncoder().withoutPadding().encodeToString(label));
        }
        List<String> statements = Quads.renamed(unsecured.quads(), names);
        byte[] key = compressed((ECPublicKey) once.getPublic());
        byte[] signed = ProofHash.joined(
                ProofHash.sha256(unsecured.optionQuads(options)),
                key,
                ProofHash.sha256(String.join("", statements.subList(0, mandatory))));
        List<byte[]> signatures = new ArrayList<>();
        for (String statement : statements.subList(mandatory, statements.size())) {
            signatures.add(signature(once.getPrivate(), statement.getBytes(StandardCharsets.UTF_8)));
        }
        byte[] value = value(signature(issuer.getPrivate(), signed), key, signatures, labels, mandatory);
        ObjectNode secured = document.deepCopy();
        secured.putArray("proof")
                .add(options.put(
                        "proofValue",
                        "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(value)));
        return secured;
    }

    private static byte[] value(
            byte[] base, byte[] key, List<byte[]> signatures, Map<String, byte[]> labels, int mandatory) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(DERIVED);
        out.write(0x85);
        bytes(out, base);
        bytes(out, key);
        head(out, 4, signatures.size());
        signatures.forEach(signature -> bytes(out, signature));
        head(out, 5, labels.size());
        labels.forEach((name, label) -> {
            head(out, 0, Integer.parseInt(name.substring("_:c14n".length())));
            bytes(out, label);
        });
        head(out, 4, mandatory);
        for (int i = 0; i < mandatory; i++) {
            head(out, 0, i);
        }
        return out.toByteArray();
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        head(out, 2, bytes.length);
        out.writeBytes(bytes);
    }

    private static void head(ByteArrayOutputStream out, int kind, int number) {
        if (number < 24) {
            out.write(kind << 5 | number);
        } else if (number < 256) {
            out.write(kind << 5 | 24);
            out.write(number);
        } else {
            out.write(kind << 5 | 25);
            out.write(number >> 8);
            out.write(number);
        }
    }

    private static byte[] signature(PrivateKey key, byte[] content) {
        try {
            Signature signer = Signature.getInstance(ProofCheck.ECDSA_SHA256);
            signer.initSign(key);
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] compressed(ECPublicKey key) {
        byte[] x = key.getW().getAffineX().toByteArray();
        byte[] bytes = new byte[35];
        bytes[0] = (byte) 0x80;
        bytes[1] = 0x24;
        bytes[2] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
        int length = Math.min(32, x.length);
        System.arraycopy(x, x.length - length, bytes, 35 - length, length);
        return bytes;
    }
}
