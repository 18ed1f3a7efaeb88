package org.laurelbridge.bridge.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Seals secrets at rest with AES-256-GCM under the installation's secret key; the name is bound to its secret. */
public final class SecretBox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final @Nullable SecretKeySpec old;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes */
    public SecretBox(byte[] key) {
        this(key, null);
    }

    /**
     * A box that opens what is sealed under the key before, too.
     *
     * @param old 32 bytes; null for none
     */
    public SecretBox(byte[] key, byte @Nullable [] old) {
        this.key = checked(key);
        this.old = old == null ? null : checked(old);
    }

    private static SecretKeySpec checked(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("secret-key has " + key.length + " bytes, expected 32");
        }
        return new SecretKeySpec(key, "AES");
    }

    /** The sealed secret as base64. */
    public String seal(String name, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, name, nonce).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal with AES-GCM", e);
        }
    }

    /**
     * The plain secret.
     *
     * @throws CannotOpen when it was sealed under another key or name, or was changed
     */
    public byte[] open(String name, String sealed) {
        try {
            return open(key, name, sealed);
        } catch (CannotOpen underAnother) {
            if (old == null) {
                throw underAnother;
            }
            return open(old, name, sealed);
        }
    }

    /**
     * The same secret sealed under the key of now; empty when it is already.
     *
     * @throws CannotOpen when it was sealed under neither
     */
    public Optional<String> reseal(String name, String sealed) {
        try {
            open(key, name, sealed);
            return Optional.empty();
        } catch (CannotOpen underTheOld) {
            return Optional.of(seal(name, open(name, sealed)));
        }
    }

    private static byte[] open(SecretKeySpec key, String name, String sealed) {
        byte[] whole = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, name, nonce)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new CannotOpen(name, e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, String name, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** The secret key is not the one this was sealed under. */
    public static final class CannotOpen extends RuntimeException {
        CannotOpen(String name, Throwable cause) {
            super("the secret \"" + name + "\" cannot be opened: secret-key is not the one it was sealed under", cause);
        }
    }
}
