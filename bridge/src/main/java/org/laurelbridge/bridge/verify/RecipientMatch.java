package org.laurelbridge.bridge.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.laurelbridge.bridge.verify.report.Recipients;
import org.laurelbridge.bridge.verify.report.Recipients.Identity;
import org.laurelbridge.bridge.verify.report.Report;

/**
 * Whether a typed e-mail address is that of a badge's recipient: an IdentityObject of 3.0 or the recipient of 2.0, hashed or plain. Yes or
 * no, and nothing else; how often one may ask is for the page to limit. Hashes of MD5 are never matched: anybody can make two of them.
 */
public final class RecipientMatch {

    private static final String SHA_256 = "sha256$";
    private static final int LONGEST = 320;

    private RecipientMatch() {}

    /** Whether the address is that of a badge and, of a record, of every badge inside: those may be somebody else's. */
    public static boolean matches(Report report, String typed) {
        return report.everyRecipients().stream().allMatch(one -> matches(one, typed));
    }

    /** Takes as long for a near miss as for any other. */
    public static boolean matches(Recipients recipients, String typed) {
        String stripped = typed.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return false;
        }
        boolean matches = false;
        for (Identity identity : recipients.identities()) {
            for (String form : List.of(stripped, stripped.toLowerCase(Locale.ROOT))) {
                matches |= isSame(identity, form);
            }
        }
        return matches;
    }

    private static boolean isSame(Identity identity, String typed) {
        String value = identity.value();
        if (identity.hashed() || value.startsWith(SHA_256)) {
            return equal(value.toLowerCase(Locale.ROOT), SHA_256 + sha256(typed + identity.salt()));
        }
        return equal(value.strip().toLowerCase(Locale.ROOT), typed.toLowerCase(Locale.ROOT));
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
