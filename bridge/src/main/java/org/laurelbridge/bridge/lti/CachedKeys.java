package org.laurelbridge.bridge.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetcher;

/**
 * Keys of platforms, remembered: asked for anew after ten minutes, and at once when a token names a key that is not known, but not more
 * than every half minute, so that made-up key ids cost the platform nothing. While it does not answer, what is known counts for a day.
 */
public final class CachedKeys implements PlatformKeys {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration AT_MOST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Fetcher fetcher;
    private final InstantSource clock;
    private final Map<URI, Known> sets = new ConcurrentHashMap<>();

    public CachedKeys(Fetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** @param asked when it was asked for last, whatever came of it */
    private record Known(Map<String, RSAPublicKey> keys, Instant came, Instant asked) {
        static final Known NOTHING = new Known(Map.of(), Instant.MIN, Instant.MIN);

        boolean isEnough(String keyId, Instant now) {
            boolean justAsked = now.isBefore(asked.equals(Instant.MIN) ? asked : asked.plus(PAUSE));
            return justAsked || (keys.containsKey(keyId) && now.isBefore(came.plus(FRESH)));
        }
    }

    @Override
    public Optional<RSAPublicKey> find(LtiPlatform platform, String keyId) {
        Instant now = clock.instant();
        Known known = sets.getOrDefault(platform.keys(), Known.NOTHING);
        if (!known.isEnough(keyId, now)) {
            known = ask(platform.keys(), known, now);
            sets.put(platform.keys(), known);
        }
        return Optional.ofNullable(known.keys().get(keyId));
    }

    private Known ask(URI address, Known known, Instant now) {
        if (fetcher.get(address, LONGEST) instanceof Fetched.Answer answer && answer.isGood()) {
            Optional<Map<String, RSAPublicKey>> read = read(answer.text());
            if (read.isPresent()) {
                return new Known(read.get(), now, now);
            }
        }
        boolean isTooOld =
                known.came().equals(Instant.MIN) || known.came().plus(AT_MOST).isBefore(now);
        return new Known(isTooOld ? Map.of() : known.keys(), known.came(), now);
    }

    private static Optional<Map<String, RSAPublicKey>> read(String jwks) {
        try {
            Map<String, RSAPublicKey> keys = new HashMap<>();
            for (JWK key : JWKSet.parse(jwks).getKeys()) {
                boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
                if (signs && key.getKeyID() != null && key instanceof RSAKey rsa) {
                    keys.put(key.getKeyID(), rsa.toRSAPublicKey());
                }
            }
            return Optional.of(keys);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
