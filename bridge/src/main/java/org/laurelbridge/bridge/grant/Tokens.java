package org.laurelbridge.bridge.grant;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as an application gets them; they are shown this once.
 *
 * @param scopes that the access token has
 * @param refresh null when the learner did not allow the application to come back
 */
public record Tokens(
        String access, Set<Scope> scopes, @Nullable String refresh) {

    /** How long an access token holds (Open Badges 3.0 §7.1.2.4 recommends an hour). */
    public static final Duration ACCESS = Duration.ofHours(1);
    /** How long a refresh token holds that nobody uses. */
    public static final Duration REFRESH = Duration.ofDays(90);
    /** How long an application may ask again whom the answer to its refresh token did not reach. */
    public static final Duration AGAIN = Duration.ofSeconds(30);
    /** How long a code holds. */
    public static final Duration CODE = Duration.ofSeconds(60);

    public Tokens {
        scopes = Set.copyOf(scopes);
    }

    /** Without the tokens: a record is printed sooner or later. */
    @Override
    public String toString() {
        return "tokens for " + Scope.text(scopes);
    }
}
