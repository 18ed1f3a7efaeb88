package org.laurelbridge.bridge.lti.launch;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.PlatformKeys;
import org.laurelbridge.xapi.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a platform signed. RS256 alone, with a key that the platform lists at the address it was registered with: neither the
 * token's header nor its claims can name another algorithm, key or address.
 */
final class TokenSignature {
    private static final int LONGEST = 100_000;
    private static final int FEWEST_BITS = 2048;

    private final PlatformKeys keys;
    private final Json json = new Json();

    TokenSignature(PlatformKeys keys) {
        this.keys = keys;
    }

    /** The claims; or empty, and the faults say why. */
    Optional<ObjectNode> read(String token, LtiPlatform platform, List<Fault> faults) {
        JWSObject parsed;
        try {
            if (token.length() > LONGEST) {
                faults.add(new Fault(Check.SHAPE, "a token of " + token.length() + " characters"));
                return Optional.empty();
            }
            parsed = JWSObject.parse(token);
        } catch (ParseException | IllegalArgumentException e) {
            faults.add(new Fault(Check.SHAPE, "something else"));
            return Optional.empty();
        }
        Optional<Fault> fault = fault(parsed, platform);
        if (fault.isPresent()) {
            faults.add(fault.get());
            return Optional.empty();
        }
        return claims(parsed, faults);
    }

    private Optional<Fault> fault(JWSObject token, LtiPlatform platform) {
        JWSHeader header = token.getHeader();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
            return Optional.of(new Fault(Check.ALGORITHM, "another algorithm"));
        }
        if (header.getKeyID() == null) {
            return Optional.of(new Fault(Check.KEY, "no key id (kid)"));
        }
        Optional<RSAPublicKey> key = keys.find(platform, header.getKeyID());
        if (key.isEmpty()) {
            return Optional.of(new Fault(Check.KEY, "a key id that its key set does not list, or cannot be asked for"));
        }
        if (key.get().getModulus().bitLength() < FEWEST_BITS) {
            return Optional.of(new Fault(
                    Check.KEY, "a key of " + key.get().getModulus().bitLength() + " bits, fewer than " + FEWEST_BITS));
        }
        return holds(token, key.get())
                ? Optional.empty()
                : Optional.of(new Fault(Check.SIGNATURE, "one that its key does not make"));
    }

    /** A header with parts that must be understood (crit) is refused by the library. */
    private static boolean holds(JWSObject token, RSAPublicKey key) {
        try {
            return token.verify(new RSASSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    private Optional<ObjectNode> claims(JWSObject token, List<Fault> faults) {
        if (json.read(token.getPayload().toBytes()) instanceof Json.Parsed.Value value
                && value.node() instanceof ObjectNode claims) {
            return Optional.of(claims);
        }
        faults.add(new Fault(Check.SHAPE, "claims that are no JSON object"));
        return Optional.empty();
    }
}
