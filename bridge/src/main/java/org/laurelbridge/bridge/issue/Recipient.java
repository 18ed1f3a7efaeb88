package org.laurelbridge.bridge.issue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who earned it, as strangers may know it.
 *
 * @param id of a learner in one badge: no other table holds it, nor another badge
 * @param email lower-case, null when nobody told
 * @param salt the same for an award however often it is signed, different for each award
 * @param isPlain whether the learner wants the address to be read; else its hash alone is given
 */
public record Recipient(UUID id, @Nullable String email, String salt, boolean isPlain) {

    /** Whose address is hashed. */
    public Recipient(UUID id, @Nullable String email, String salt) {
        this(id, email, salt, false);
    }

    /** As an address: {@code urn:uuid:…}. */
    public String urn() {
        return "urn:uuid:" + id;
    }

    /** {@code sha256$} and the hash of an identity with the salt behind it (Open Badges 3.0 §B.7.2 IdentityHash). */
    public String hash(String identity) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((identity + salt).getBytes(StandardCharsets.UTF_8));
            return "sha256$" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Without the address: a record is printed sooner or later. */
    @Override
    public String toString() {
        return "recipient " + id;
    }
}
