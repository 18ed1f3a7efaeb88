package org.laurelbridge.bridge.grant;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an application may do (Open Badges 3.0 §6.2.1 Scopes; Open Badges 2.1 § Scopes). */
public enum Scope {
    CREDENTIALS_READ("https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly"),
    CREDENTIALS_WRITE("https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert"),
    PROFILE_READ("https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.readonly"),
    PROFILE_WRITE("https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.update"),
    ASSERTIONS_READ("https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly"),
    ASSERTIONS_WRITE("https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.create"),
    PROFILE_2_READ("https://purl.imsglobal.org/spec/ob/v2p1/scope/profile.readonly"),
    PROFILE_2_WRITE("https://purl.imsglobal.org/spec/ob/v2p1/scope/profile.update"),
    /** A refresh token comes with the access token, so that the application may come back. */
    OFFLINE("offline_access");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As requests write it. */
    public String word() {
        return word;
    }

    /** Whether it is of Open Badges 2.1, not of 3.0; {@link #OFFLINE} is of both. */
    public boolean isOf2() {
        return word.contains("/v2p1/");
    }

    /** Whether it is of Open Badges 3.0. */
    public boolean isOf3() {
        return word.contains("/v3p0/");
    }

    /** Whether something is written with it. */
    public boolean writes() {
        return this == CREDENTIALS_WRITE
                || this == PROFILE_WRITE
                || this == ASSERTIONS_WRITE
                || this == PROFILE_2_WRITE;
    }

    /** What a word means; empty where Laurel knows no such scope. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    /** Those of these words that Laurel knows; the others are left out (RFC 6749 §3.3). */
    public static Set<Scope> known(Collection<String> words) {
        return words.stream()
                .flatMap(word -> of(word).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** A list of scopes as text, with blanks between them. */
    public static String text(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
    }

    /** Reads {@link #text}. */
    public static Set<Scope> read(String text) {
        return known(Arrays.asList(text.split(" ")));
    }
}
