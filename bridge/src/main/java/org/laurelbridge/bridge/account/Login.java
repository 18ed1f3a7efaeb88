package org.laurelbridge.bridge.account;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What somebody signs in by: nobody else has the same.
 *
 * @param kind how, up to 20 characters
 * @param issuer who vouches for the subject, up to 1,000 characters; empty for Laurel itself
 * @param subject as the issuer calls them, up to 1,000 characters
 */
public record Login(String kind, String issuer, String subject) {
    private static final String PASSWORD = "password";

    /** A name that is typed with a password. How it is written, in capitals or not, makes no difference. */
    public static Login byPassword(String name) {
        String written = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC);
        return new Login(PASSWORD, "", written.toLowerCase(Locale.ROOT));
    }

    public boolean isByPassword() {
        return kind.equals(PASSWORD);
    }
}
