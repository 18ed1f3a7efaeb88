package org.laurelbridge.bridge.deliver.ags;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.wire.Call;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.deliver.wire.Sender;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import tools.jackson.databind.JsonNode;

/**
 * Access tokens by client credentials with a signed assertion (IMS Security Framework 1.0 §4.1), kept until shortly before they
 * expire. One is fetched at a time.
 */
final class AccessTokens {

    /** A clock one second ahead of Moodle's is refused: its leeway is zero. */
    private static final Duration BACKDATED = Duration.ofSeconds(60);

    private static final Duration ASSERTION_LIFE = Duration.ofMinutes(5);
    private static final Duration EARLY = Duration.ofSeconds(60);
    private static final long SHORTEST_LIFE_SECONDS = 0;
    private static final long LONGEST_LIFE_SECONDS = 86_400;

    private final AgsSettings settings;
    private final ToolKey key;
    private final Sender sender;
    private final InstantSource clock;
    private final Map<String, Token> held = new HashMap<>();

    AccessTokens(AgsSettings settings, ToolKey key, Sender sender, InstantSource clock) {
        this.settings = settings;
        this.key = key;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * A token for these scopes, separated by spaces.
     *
     * @throws Stopped when the platform gives none
     */
    synchronized String get(String scopes) {
        Token token = held.get(scopes);
        if (token == null || !token.until().isAfter(clock.instant())) {
            token = fetch(scopes);
            held.put(scopes, token);
        }
        return token.value();
    }

    /** The platform did not accept this token: the next one is fresh. */
    synchronized void forget(String scopes, String value) {
        held.computeIfPresent(scopes, (same, token) -> token.value().equals(value) ? null : token);
    }

    private Token fetch(String scopes) {
        Map<String, String> headers =
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
        Reply reply = sender.send(new Call("POST", settings.tokenEndpoint(), headers, form(scopes)));
        if (reply.status() == 404) {
            // Moodle's answer when it could not fetch our keys: that may well pass
            throw new Stopped(new Attempt.Later(
                    "access token: answered 404; can the platform fetch Laurel's keys at /lti/jwks?", Duration.ZERO));
        }
        if (reply instanceof Reply.Answered answered && answered.status() == 400) {
            throw new Stopped(new Attempt.Refused("access token: answered 400, " + error(answered.body())));
        }
        // the content type of a good answer is not looked at: Moodle says text/html
        return read(scopes, Json.read("access token", reply.read("access token")));
    }

    private Token read(String scopes, JsonNode answer) {
        String value = Json.text(answer.path("access_token"));
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new Stopped(new Attempt.Later("access token: the answer holds none", Duration.ZERO));
        }
        String granted = Json.text(answer.path("scope"));
        Set<String> missing = words(scopes);
        missing.removeAll(words(granted));
        if (!granted.isEmpty() && !missing.isEmpty()) {
            throw new Stopped(new Attempt.Refused("the platform does not grant Laurel " + String.join(" ", missing)));
        }
        long seconds = answer.path("expires_in").asLong(SHORTEST_LIFE_SECONDS);
        long life = Math.max(SHORTEST_LIFE_SECONDS, Math.min(LONGEST_LIFE_SECONDS, seconds));
        return new Token(value, clock.instant().plusSeconds(life).minus(EARLY));
    }

    private static Set<String> words(String scopes) {
        return List.of(scopes.split(" ", -1)).stream()
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The OAuth error's code; a description may hold anything and is left out. */
    private static String error(String body) {
        try {
            String code = Json.text(Json.read("access token", body).path("error"));
            return code.isEmpty() || code.length() > 100 ? "without an error code" : code;
        } catch (Stopped notJson) {
            return "without an error code";
        }
    }

    private String form(String scopes) {
        return "grant_type=client_credentials"
                + "&client_assertion_type=" + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                + "&client_assertion=" + encoded(assertion())
                + "&scope=" + encoded(scopes);
    }

    private String assertion() {
        Instant now = clock.instant();
        return key.sign(new JWTClaimsSet.Builder()
                .issuer(settings.clientId())
                .subject(settings.clientId())
                .audience(settings.audience())
                .issueTime(Date.from(now.minus(BACKDATED)))
                .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Token(String value, Instant until) {}
}
