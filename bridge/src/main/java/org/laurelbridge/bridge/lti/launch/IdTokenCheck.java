package org.laurelbridge.bridge.lti.launch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.laurelbridge.bridge.lti.PlatformKeys;
import tools.jackson.databind.node.ObjectNode;

/** Holds a launch's token against every clause of {@link Check}. Safe for many threads. */
public final class IdTokenCheck {
    /** By how much the clocks of platform and tool may differ. */
    static final Duration LEEWAY = Duration.ofMinutes(1);

    /** A token that was made longer ago was not made for this launch. */
    static final Duration OLDEST = Duration.ofMinutes(10);

    private final TokenSignature signature;
    private final InstantSource clock;

    public IdTokenCheck(PlatformKeys keys, InstantSource clock) {
        this.signature = new TokenSignature(keys);
        this.clock = clock;
    }

    /** Looks at all of it. Throws nothing, whatever the text is. */
    public Checked check(String token, Expected expected) {
        List<Fault> faults = new ArrayList<>();
        Optional<ObjectNode> signed = signature.read(token, expected.platform(), faults);
        if (signed.isEmpty()) {
            return new Checked.Wrong(faults);
        }
        Claims claims = new Claims(signed.get());
        parties(claims, expected, faults);
        times(claims, faults);
        nonce(claims, expected, faults);
        Optional<Launch> launch = new LaunchReader(expected, faults).read(claims);
        return faults.isEmpty() ? new Checked.Good(launch.orElseThrow()) : new Checked.Wrong(faults);
    }

    private static void parties(Claims claims, Expected expected, List<Fault> faults) {
        String clientId = expected.platform().clientId();
        if (!claims.text("iss").equals(Optional.of(expected.platform().issuer()))) {
            faults.add(new Fault(Check.ISSUER, claims.has("iss") ? "another issuer" : "none"));
        }
        Set<String> audience = claims.oneOrMany("aud").orElse(Set.of());
        if (!audience.equals(Set.of(clientId))) {
            faults.add(new Fault(
                    Check.AUDIENCE, audience.contains(clientId) ? "others besides this tool" : "not this tool"));
        }
        if (claims.has("azp") && !claims.text("azp").equals(Optional.of(clientId))) {
            faults.add(new Fault(Check.PARTY, "another one"));
        }
    }

    private void times(Claims claims, List<Fault> faults) {
        Instant now = clock.instant();
        OptionalLong expires = claims.seconds("exp");
        if (expires.isEmpty()) {
            faults.add(new Fault(Check.EXPIRY, "no moment at which it expires (exp)"));
        } else if (!now.isBefore(Instant.ofEpochSecond(expires.getAsLong()).plus(LEEWAY))) {
            faults.add(new Fault(Check.EXPIRY, "expired at " + Instant.ofEpochSecond(expires.getAsLong())));
        }
        OptionalLong issued = claims.seconds("iat");
        if (issued.isEmpty()) {
            faults.add(new Fault(Check.ISSUED, "no moment at which it was made (iat)"));
            return;
        }
        Instant made = Instant.ofEpochSecond(issued.getAsLong());
        if (made.isAfter(now.plus(LEEWAY)) || made.isBefore(now.minus(OLDEST))) {
            faults.add(new Fault(
                    Check.ISSUED, "made at " + made + ", where it is " + now.truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    private static void nonce(Claims claims, Expected expected, List<Fault> faults) {
        byte[] sent = expected.nonce().getBytes(StandardCharsets.UTF_8);
        byte[] came = claims.text("nonce").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(sent, came)) {
            faults.add(new Fault(Check.NONCE, claims.has("nonce") ? "another one" : "none"));
        }
    }
}
