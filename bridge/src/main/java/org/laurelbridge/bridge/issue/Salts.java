package org.laurelbridge.bridge.issue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.laurelbridge.bridge.award.AwardId;

/**
 * The salt of an award's hashed recipient: fresh for each award, and made anew from the installation's secret, so that signing
 * again or restoring a backup keeps the hash that was given out.
 */
public final class Salts {

    private static final int BYTES = 16;

    private final SecretKeySpec secret;

    public Salts(byte[] installationSecret) {
        this.secret = new SecretKeySpec(installationSecret, "HmacSHA256");
    }

    /** 32 hexadecimal digits. */
    public String of(AwardId award) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            byte[] hash = mac.doFinal(("salt|" + award).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
