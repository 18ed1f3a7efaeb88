package org.laurelbridge.bridge.issue.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** A key for embedded proofs, eddsa-rdfc-2022. Safe for many threads. */
public final class Ed25519Key implements IssuerKey {

    // PrivateKeyInfo of Ed25519 without the seed (RFC 8410 §7)
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int SEED_BYTES = 32;

    private final PrivateKey secret;
    private final PublicKey open;
    private final byte[] openBytes;

    /** @param seedAndOpen as {@link #make} makes it: the seed and behind it the public key, 64 bytes */
    Ed25519Key(byte[] seedAndOpen) {
        this.openBytes = Arrays.copyOfRange(seedAndOpen, SEED_BYTES, seedAndOpen.length);
        this.open = PublicKeys.of(openBytes);
        this.secret = secret(Arrays.copyOf(seedAndOpen, SEED_BYTES));
    }

    /** The public key itself, {@code z6Mk…}. */
    @Override
    public String id() {
        return PublicKeys.multibase(openBytes);
    }

    /** The public key. */
    public PublicKey publicKey() {
        return open;
    }

    /** The public key's 32 bytes. */
    public byte[] publicBytes() {
        return openBytes.clone();
    }

    /** Signs (RFC 8032); the same bytes give the same signature. */
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with Ed25519", e);
        }
    }

    private static PrivateKey secret(byte[] seed) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(PublicKeys.joined(PKCS8, seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the issuer's key cannot be read", e);
        }
    }

    // the JDK tells no public key from a seed, so both are kept
    static byte[] make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return PublicKeys.joined(
                    tail(pair.getPrivate().getEncoded(), SEED_BYTES),
                    tail(pair.getPublic().getEncoded(), PublicKeys.BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no Ed25519 keys", e);
        }
    }

    private static byte[] tail(byte[] bytes, int length) {
        return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    }
}
