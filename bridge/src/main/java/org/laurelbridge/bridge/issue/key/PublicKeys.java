package org.laurelbridge.bridge.issue.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 public keys as a multikey: {@code z6Mk…}, base 58 of 0xed01 and the 32 bytes (Controlled Identifiers 1.0 §2.2.2). */
public final class PublicKeys {

    static final int BYTES = 32;

    // SubjectPublicKeyInfo of Ed25519 without the key itself (RFC 8410 §4)
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] MULTICODEC = {(byte) 0xed, 0x01};

    private PublicKeys() {}

    /** @param key 32 bytes */
    static String multibase(byte[] key) {
        return "z" + Base58.encode(joined(MULTICODEC, key));
    }

    /**
     * The key of a multikey text.
     *
     * @throws IllegalArgumentException when it is no Ed25519 key
     */
    public static PublicKey read(String multibase) {
        if (!multibase.startsWith("z6Mk")) {
            throw new IllegalArgumentException("a key begins with " + head(multibase) + ", expected z6Mk (Ed25519)");
        }
        byte[] bytes = Base58.decode(multibase.substring(1));
        if (bytes.length != MULTICODEC.length + BYTES || bytes[0] != MULTICODEC[0] || bytes[1] != MULTICODEC[1]) {
            throw new IllegalArgumentException("a key has " + bytes.length + " bytes, expected 34 (Ed25519)");
        }
        byte[] key = new byte[BYTES];
        System.arraycopy(bytes, MULTICODEC.length, key, 0, BYTES);
        return of(key);
    }

    static PublicKey of(byte[] key) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(joined(SPKI, key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("32 bytes are no Ed25519 key", e);
        }
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] whole = new byte[first.length + second.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }

    private static String head(String text) {
        return text.substring(0, Math.min(4, text.length()));
    }
}
