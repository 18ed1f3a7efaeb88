package org.laurelbridge.bridge.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Passwords as they are kept: Argon2id (RFC 9106) with 19 MiB, two passes and one lane, as OWASP recommends. Each takes memory and
 * time on purpose, so only a few are worked out at once.
 */
public final class PasswordHash {
    /** The fewest characters of a password. */
    public static final int LEAST = 12;
    /** The most. */
    public static final int MOST = 200;

    private static final int KIBIBYTES = 19 * 1_024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places;
    private final Duration patience;

    public PasswordHash() {
        this(new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors())), PATIENCE);
    }

    /**
     * @param places one for each that is worked out at once
     * @param patience with those who have none yet
     */
    PasswordHash(Semaphore places, Duration patience) {
        this.places = places;
        this.patience = patience;
    }

    /** Too many passwords are worked out now. */
    public static final class Busy extends RuntimeException {
        Busy() {
            super("too many sign-ins at once");
        }
    }

    /** Why a password is not taken, in words; empty when it is. */
    public static Optional<String> refuse(String password) {
        long length = password.codePoints().count();
        return length >= LEAST && length <= MOST
                ? Optional.empty()
                : Optional.of("the password has " + length + " characters, expected " + LEAST + " to " + MOST);
    }

    /**
     * The hash with its parameters and a salt of its own: {@code $argon2id$v=19$m=19456,t=2,p=1$…}.
     *
     * @throws Busy when others are before it for too long
     */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        take();
        try {
            return Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, BYTES, Argon2.ID)
                    .hash(bytes(password), salt)
                    .getResult();
        } finally {
            places.release();
        }
    }

    /**
     * Whether a hash is of this password, by the parameters that the hash was made with.
     *
     * @throws Busy when others are before it for too long
     */
    public boolean matches(String password, String hash) {
        take();
        try {
            return Argon2Function.getInstanceFromHash(hash)
                    .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII));
        } finally {
            places.release();
        }
    }

    private void take() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Busy();
    }

    // one letter may be written in several ways, depending on the keyboard
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
