package org.laurelbridge.bridge.send;

import java.util.ArrayList;
import java.util.List;

/** The API that a host speaks, with the scopes that sending and looking ask for. */
public enum Version {
    /** The Open Badges 3.0 API (§6.2.1 Scopes). */
    OB3(
            "3.0",
            "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert",
            "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly"),
    /** Badge Connect, the API of Open Badges 2.1 (§4.3 Scopes). */
    OB2(
            "2.1",
            "https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.create",
            "https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly");

    /** Asks for a refresh token (Open Badges 2.1 §4.3; the examples of 3.0 §7.1 have it too). */
    private static final String OFFLINE = "offline_access";

    private final String word;
    private final String sending;
    private final String looking;

    Version(String word, String sending, String looking) {
        this.word = word;
        this.sending = sending;
        this.looking = looking;
    }

    /** {@code 3.0} or {@code 2.1}. */
    public String word() {
        return word;
    }

    /** Reads {@link #word}. */
    public static Version of(String word) {
        for (Version version : values()) {
            if (version.word.equals(word)) {
                return version;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is no version of an Open Badges API");
    }

    /** The scope without which nothing can be sent. */
    public String sending() {
        return sending;
    }

    /** The scope without which nothing can be looked at. */
    public String looking() {
        return looking;
    }

    /** What to ask for where these are offered: no more than is used. */
    public List<String> wanted(List<String> offered) {
        List<String> wanted = new ArrayList<>(List.of(sending));
        if (offered.contains(looking)) {
            wanted.add(looking);
        }
        wanted.add(OFFLINE);
        return wanted;
    }
}
