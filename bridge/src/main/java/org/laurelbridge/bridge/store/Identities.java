package org.laurelbridge.bridge.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.laurelbridge.mapping.Identifier;

/** Identifiers in the form in which they are compared. */
final class Identities {

    private static final String EMAIL = "email";

    private Identities() {}

    /** What is one and the same identifier has one fingerprint. */
    static byte[] fingerprint(Identifier identifier) {
        Identifier normal = normal(identifier);
        return Fingerprint.of(normal.kind(), normal.scope(), normal.value());
    }

    /** These, and what follows from them: an address is also known by its mbox_sha1sum (xAPI 1.0.3 Data 2.4.2.3). */
    static Set<Identifier> withDerived(Collection<Identifier> identifiers) {
        Set<Identifier> all = new LinkedHashSet<>();
        for (Identifier identifier : identifiers) {
            Identifier normal = normal(identifier);
            all.add(normal);
            if (isEmail(normal)) {
                all.add(new Identifier("mbox_sha1sum", "", sha1("mailto:" + normal.value())));
            }
        }
        return all;
    }

    static boolean isEmail(Identifier identifier) {
        return identifier.kind().equals(EMAIL);
    }

    private static Identifier normal(Identifier identifier) {
        return isEmail(identifier) || identifier.kind().equals("mbox_sha1sum")
                ? new Identifier(
                        identifier.kind(),
                        identifier.scope(),
                        identifier.value().toLowerCase(Locale.ROOT))
                : identifier;
    }

    private static String sha1(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("this Java has no SHA-1", failure);
        }
    }
}
