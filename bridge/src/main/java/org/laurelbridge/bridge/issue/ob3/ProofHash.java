package org.laurelbridge.bridge.issue.ob3;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What eddsa-rdfc-2022 signs (Data Integrity EdDSA Cryptosuites 1.0 §3.2.3 to §3.2.5). */
public final class ProofHash {

    private final Canon canon = new Canon();

    /**
     * The hash of the proof's options and, behind it, that of the document: 64 bytes.
     *
     * @param unsecured the document without its proof
     * @param options the proof without its value
     * @throws NotCanonical when not everything in them could be signed
     */
    byte[] of(ObjectNode unsecured, ObjectNode options) {
        ObjectNode config = options.deepCopy();
        JsonNode context = unsecured.get("@context");
        if (context != null) {
            config.set("@context", context);
        }
        byte[] whole = new byte[64];
        System.arraycopy(sha256(canon.of(config.toString())), 0, whole, 0, 32);
        System.arraycopy(sha256(canon.of(unsecured.toString())), 0, whole, 32, 32);
        return whole;
    }

    /** The hash in hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
