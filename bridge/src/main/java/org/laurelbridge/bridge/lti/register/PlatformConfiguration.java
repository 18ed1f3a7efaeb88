package org.laurelbridge.bridge.lti.register;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a platform says of itself (Dynamic Registration §3.5.1).
 *
 * @param registration where tools register
 */
record PlatformConfiguration(String issuer, URI authorization, URI token, URI keys, URI registration) {
    private static final String CLAUSE = "Dynamic Registration 1.0 §3.5.1";
    private static final int LONGEST = 2_000;

    /**
     * Reads it; what is missing or wrong is added to the problems.
     *
     * @param asked the address that answered so: its host must be the issuer's
     */
    static Optional<PlatformConfiguration> read(ObjectNode answer, URI asked, List<Problem> problems) {
        Reader reader = new Reader(answer, problems);
        URI issuer = reader.address("issuer");
        URI authorization = reader.address("authorization_endpoint");
        URI token = reader.address("token_endpoint");
        URI keys = reader.address("jwks_uri");
        URI registration = reader.address("registration_endpoint");
        if (issuer != null && !Objects.equals(issuer.getHost(), asked.getHost())) {
            problems.add(new Problem(
                    "/issuer", "another host", "the host of the address that was asked, " + asked.getHost(), CLAUSE));
        }
        reader.holds("id_token_signing_alg_values_supported", "RS256");
        reader.holds("token_endpoint_auth_methods_supported", "private_key_jwt");
        return problems.isEmpty()
                ? Optional.of(new PlatformConfiguration(
                        answer.path("issuer").stringValue(),
                        Objects.requireNonNull(authorization),
                        Objects.requireNonNull(token),
                        Objects.requireNonNull(keys),
                        Objects.requireNonNull(registration)))
                : Optional.empty();
    }

    private record Reader(ObjectNode answer, List<Problem> problems) {

        @Nullable
        URI address(String name) {
            JsonNode value = answer.path(name);
            try {
                URI uri = value.isString() && value.stringValue().length() <= LONGEST
                        ? new URI(value.stringValue())
                        : null;
                if (uri != null && isWeb(uri) && uri.getHost() != null && uri.getRawUserInfo() == null) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                // told below
            }
            problems.add(new Problem(
                    "/" + name, value.isMissingNode() ? "nothing" : "something else", "an address", CLAUSE));
            return null;
        }

        private static boolean isWeb(URI uri) {
            return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        }

        void holds(String name, String value) {
            JsonNode list = answer.path(name);
            boolean isThere = list.isArray()
                    && list.valueStream()
                            .anyMatch(each ->
                                    each.isString() && each.stringValue().equals(value));
            if (!list.isMissingNode() && !isThere) {
                problems.add(new Problem("/" + name, "a list without it", value, CLAUSE));
            }
        }
    }
}
