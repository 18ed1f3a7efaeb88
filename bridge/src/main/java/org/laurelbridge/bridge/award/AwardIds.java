package org.laurelbridge.bridge.award;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.laurelbridge.bridge.record.PersonId;

/**
 * Gives an award its id: UUIDv8 (RFC 9562 §5.8) from HMAC-SHA-256 of the installation's secret, so that a retry, another node or a
 * restore makes the same one and nobody outside can compute an address.
 */
public final class AwardIds implements Recipients {

    private final SecretKeySpec secret;

    public AwardIds(byte[] installationSecret) {
        this.secret = new SecretKeySpec(installationSecret, "HmacSHA256");
    }

    /** The id of a badge, person and cycle (1 for the first) in its first revision. */
    public AwardId of(String badge, PersonId person, int cycle) {
        String key = String.join("|", badge, person.toString(), Integer.toString(cycle), "1");
        return new AwardId(uuid(hmac("award|" + key)));
    }

    /**
     * The id of an award's credential.
     *
     * @param revision 1 for the first, whose id is that of the award
     */
    public AwardId credential(AwardId award, int revision) {
        return revision == 1 ? award : new AwardId(uuid(hmac("credential|" + award + "|" + revision)));
    }

    /**
     * A pseudonym of a person in one badge: no other table holds it, and strangers who have two badges cannot tell by it that one
     * person earned them. All cycles and revisions of the badge have the same, since each leads to the newest anyway.
     */
    @Override
    public UUID recipient(Award award, PersonId person) {
        return uuid(hmac("recipient|" + award.badge() + "|" + person));
    }

    /** That of a person in all badges, as they were issued once. */
    public UUID sharedRecipient(PersonId person) {
        return uuid(hmac("recipient|" + person));
    }

    /** That of a person's profile for one application: two of them cannot tell by it that they know the same person. */
    public UUID profile(PersonId person, UUID application) {
        return uuid(hmac("profile|" + application + "|" + person));
    }

    private static UUID uuid(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & 0xffffffffffff0fffL) | 0x8000L;
        long low = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
