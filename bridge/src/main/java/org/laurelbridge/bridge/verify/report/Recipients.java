package org.laurelbridge.bridge.verify.report;

import java.util.List;

/** To whom a badge was issued, as it says it: for {@code RecipientMatch}, not for pages. */
public record Recipients(List<Identity> identities) {

    public static final Recipients NONE = new Recipients(List.of());

    /**
     * One identity.
     *
     * @param kind as the badge calls it: emailAddress, email, url, telephone …
     * @param value plain, or {@code sha256$} and its hash
     * @param salt empty when there is none
     */
    public record Identity(String kind, boolean hashed, String value, String salt) {

        /** Without the identity: a record is printed sooner or later. */
        @Override
        public String toString() {
            return "identity (" + kind + ")";
        }
    }
}
