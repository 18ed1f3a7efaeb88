package org.laurelbridge.webapp.session;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes a secret so that it looks otherwise each time, and cannot be guessed by how well pages that it stands in are packed
 * (BREACH, §3.4 of its paper): random bytes, and the secret mixed with them.
 */
final class Mask {
    private final SecureRandom random = new SecureRandom();

    String put(String secret) {
        byte[] plain = secret.getBytes(StandardCharsets.US_ASCII);
        byte[] masked = new byte[2 * plain.length];
        random.nextBytes(masked);
        for (int i = 0; i < plain.length; i++) {
            masked[plain.length + i] = (byte) (plain[i] ^ masked[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(masked);
    }

    /** The secret; empty for what was not written so. */
    Optional<String> take(String sent) {
        try {
            byte[] masked = Base64.getUrlDecoder().decode(sent);
            byte[] plain = new byte[masked.length / 2];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = (byte) (masked[i] ^ masked[plain.length + i]);
            }
            return Optional.of(new String(plain, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
