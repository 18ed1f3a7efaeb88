package org.laurelbridge.bridge.deliver.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.laurelbridge.bridge.issue.Addresses;

/**
 * Addresses at which somebody says that they want no more mails of a kind (RFC 8058). Each is signed: whoever knows one got such a
 * mail, and nobody can make another.
 */
public final class OffLinks {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;
    private final Addresses addresses;

    public OffLinks(byte[] secret, Addresses addresses) {
        this.secret = secret.clone();
        this.addresses = addresses;
    }

    /** Who does not want what. */
    public record Off(UUID holder, MailKind kind) {}

    public URI address(Off off) {
        return addresses.at("mail", "off", token(off));
    }

    private String token(Off off) {
        String said = off.kind().word() + "." + off.holder();
        return said + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sign(said));
    }

    /** What an address says, by the end of its path; empty when it is none of ours. */
    public Optional<Off> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Optional<Off> off = MailKind.of(parts[0]).map(kind -> new Off(UUID.fromString(parts[1]), kind));
            return off.filter(one -> MessageDigest.isEqual(
                    token(one).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private byte[] sign(String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
