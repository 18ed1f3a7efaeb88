package org.laurelbridge.bridge.lti;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A platform that Laurel is registered at as a tool. Many sites of one product may share an issuer, so issuer and client id together
 * name it (LTI 1.3 §3.1.3).
 *
 * @param name that administrators gave it; badges deliver to it by this name
 * @param issuer of the platform's tokens, compared character by character
 * @param authorization where a login goes on (OpenID Connect authentication endpoint)
 * @param token where access tokens are had
 * @param audience of client assertions: the token endpoint, where the platform does not want another
 * @param keys the platform's JWK set
 * @param trustsEmail whether somebody may be known by the address that the platform tells, because it has made sure of it
 * @param deployments of the tool at the platform that may launch
 */
public record LtiPlatform(
        UUID id,
        String name,
        String issuer,
        String clientId,
        URI authorization,
        URI token,
        String audience,
        URI keys,
        boolean trustsEmail,
        Set<String> deployments) {
    public LtiPlatform {
        deployments = Set.copyOf(deployments);
    }

    /** The same with more deployments that may launch. */
    public LtiPlatform allowing(Set<String> more) {
        Set<String> all = Stream.of(deployments, more).flatMap(Set::stream).collect(Collectors.toSet());
        return new LtiPlatform(id, name, issuer, clientId, authorization, token, audience, keys, trustsEmail, all);
    }

    /**
     * The system that its courses belong to. Ids of courses are unique within a registration alone (LTI 1.3 §5.4.1), and sites may share
     * an issuer; a Moodle is one site, however often Laurel is registered there.
     */
    public String system() {
        return system(issuer, clientId, token);
    }

    /** The same, of its parts. */
    public static String system(String issuer, String clientId, URI token) {
        String root = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        boolean isOneSite = String.valueOf(token.getPath()).endsWith("/mod/lti/token.php");
        return isOneSite ? root : root + "#" + clientId;
    }

    /** The system that its users' ids belong to, as statements name it: the home page of their accounts. */
    public String root() {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }
}
