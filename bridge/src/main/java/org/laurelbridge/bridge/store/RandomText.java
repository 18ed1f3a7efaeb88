package org.laurelbridge.bridge.store;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody guesses: 32 random bytes in base64url. */
final class RandomText {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
