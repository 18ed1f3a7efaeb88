package org.laurelbridge.bridge.issue.ob3;

import java.io.ByteArrayOutputStream;
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
        return joined(sha256(canon.of(config.toString())), sha256(canon.of(unsecured.toString())));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    /** The hash in hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
