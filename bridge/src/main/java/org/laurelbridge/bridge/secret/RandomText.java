package org.laurelbridge.bridge.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody guesses: 32 random bytes in base64url, 43 letters. Safe for many threads. */
public final class RandomText {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** Another one. */
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
