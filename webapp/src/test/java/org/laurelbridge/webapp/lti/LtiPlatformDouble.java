package org.laurelbridge.webapp.lti;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurelbridge.bridge.fake.FakeServer;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.lti.TestPlatform;

/** A platform that speaks HTTP: tells what it is, takes one registration for its token, lists its keys, and signs launches. */
final class LtiPlatformDouble implements AutoCloseable {
    static final String TOKEN = "one-hour";
    static final String CLIENT = "vRUvpxhaSIXcpMj";

    private final TestPlatform signer = new TestPlatform("k1");
    private final Set<String> spent = new HashSet<>();
    private final FakeServer server = new FakeServer(this::answer);

    URI address() {
        return server.address();
    }

    URI configuration() {
        return address().resolve("/mod/lti/openid-configuration.php");
    }

    private Response answer(Request request) {
        String root = address().toString();
        return switch (request.path()) {
            case "/mod/lti/openid-configuration.php" -> json("""
                        {"issuer": "%s", "authorization_endpoint": "%s/mod/lti/auth.php",
                         "token_endpoint": "%s/mod/lti/token.php", "jwks_uri": "%s/mod/lti/certs.php",
                         "registration_endpoint": "%s/mod/lti/openid-registration.php"}""".formatted(root, root, root, root, root));
            case "/mod/lti/certs.php" -> json(new JWKSet(signer.key().toPublicJWK()).toString());
            case "/mod/lti/openid-registration.php" -> register(request);
            default -> Response.html(404, "<h1>Not found</h1>");
        };
    }

    private static Response register(Request request) {
        boolean isInvited = request.method().equals("POST")
                && request.header("authorization").equals("Bearer " + TOKEN)
                && request.body().contains("\"initiate_login_uri\"");
        return isInvited
                ? json("{\"client_id\":\"" + CLIENT
                        + "\",\"https://purl.imsglobal.org/spec/lti-tool-configuration\":{\"deployment_id\":\"1\"}}")
                : Response.html(401, "no");
    }

    private static Response json(String text) {
        return Response.of(200, "application/json", text);
    }

    /** Whether an announcement is still good: as in Moodle, a login takes it, and each is good once. */
    boolean isAnnounced(String messageHint) {
        return !spent.contains(messageHint);
    }


    /** What it posts back for the address that a login led to. */
    Map<String, String> agree(URI onward, String subject, String... roles) {
        Map<String, List<String>> query = URLUtils.parseParameters(onward.getRawQuery());
        if (!spent.add(query.get("lti_message_hint").get(0))) {
            throw new AssertionError("Moodle shows \"Invalid request\": the lti_message_hint was used already");
        }
        Map<String, Object> claims =
                TestPlatform.launch(Instant.now(), query.get("nonce").get(0));
        claims.put("iss", address().toString());
        claims.put("sub", subject);
        claims.put(TestPlatform.LTI + "roles", List.of(roles));
        claims.put(TestPlatform.LTI + "target_link_uri", target(query));
        return Map.of("state", query.get("state").get(0), "id_token", signer.sign(claims));
    }

    private static String target(Map<String, List<String>> query) {
        return query.get("redirect_uri").get(0).replace("/lti/launch", "/lti/open");
    }

    @Override
    public void close() {
        server.close();
    }
}
