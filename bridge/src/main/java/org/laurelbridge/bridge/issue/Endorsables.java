package org.laurelbridge.bridge.issue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What others may endorse, by the names that people give it: a badge in a version, as {@code quiz@1}, or {@code issuer}. */
public record Endorsables(IssuerIdentity issuer, Achievements achievements) {
    /** What a name is expected to be. */
    public static final String NAMES = "a badge in a version, as quiz@1, or issuer";

    private static final Pattern BADGE = Pattern.compile("(.+)@([1-9][0-9]{0,8})");

    /** The id that an endorsement of it names; empty when there is no such badge. */
    public Optional<String> find(String name) {
        if (name.equals("issuer")) {
            return Optional.of(issuer.did());
        }
        Matcher badge = BADGE.matcher(name);
        if (!badge.matches()) {
            return Optional.empty();
        }
        int version = Integer.parseInt(badge.group(2));
        return achievements
                .find(badge.group(1), version)
                .map(found -> issuer.addresses().badge(found.badge(), version).toString());
    }
}
