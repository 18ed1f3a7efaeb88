package org.laurelbridge.bridge.backpack;

import java.time.Instant;
import java.util.UUID;
import org.laurelbridge.bridge.verify.report.Verdict;

/**
 * A badge that an application brought, verified.
 *
 * @param isToken it came as a compact JWS, else as JSON
 * @param isProven its issuer was asked and vouches for it; else nobody answered, and anybody may have written it
 * @param name what it is: the same credential brought again has the same
 * @param validFrom of two of the same name, the later one is the update
 * @param client that brought it
 */
public record Brought(
        Standard standard,
        boolean isToken,
        boolean isProven,
        Name name,
        Shown shown,
        Instant validFrom,
        UUID client,
        Content content) {

    /**
     * The issuer's id and its own, as Open Badges 3.0 compares them (§ Credential equality and comparison algorithm).
     *
     * @param issuer empty where nobody could tell
     */
    public record Name(String issuer, String credential) {}

    /**
     * What is told of it to its learner.
     *
     * @param title of the badge, as it says
     * @param issuer what its issuer calls itself
     */
    public record Shown(String title, String issuer, Verdict verdict) {}

    /** It, as it came, byte for byte; not to be changed. */
    public static final class Content {
        private final byte[] bytes;

        public Content(byte[] bytes) {
            this.bytes = bytes;
        }

        public byte[] bytes() {
            return bytes;
        }
    }
}
