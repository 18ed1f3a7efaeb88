package org.laurelbridge.webapp.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.fake.FakeServer;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.lti.TestPlatform;

/**
 * A platform that speaks HTTP: tells what it is, takes one registration for its token, lists its keys, signs launches, and takes what was
 * chosen as strictly as a Moodle: signed with a key that the tool lists, for it, once, and not a second from its future. Its gradebook is
 * that of {@link FakeMoodle}.
 */
final class LtiPlatformDouble implements AutoCloseable {
    static final String TOKEN = "one-hour";
    static final String CLIENT = "vRUvpxhaSIXcpMj";
    static final String DATA = "csrf:8 ü\"<>";

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/";
    private static final int LONGEST_LABEL = 255;

    private final TestPlatform signer = new TestPlatform("k1");
    /** Announcements that a login took: as in Moodle, each is good once. */
    private final Set<String> spent = new HashSet<>();

    private final FakeServer server = new FakeServer(this::answer);
    private final FakeMoodle moodle = new FakeMoodle(InstantSource.system());
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Set<String> nonces = new HashSet<>();

    /** What it says of what it asks to be placed. */
    String asked = "Choose";

    private final String client;
    private final String deployment;

    LtiPlatformDouble() {
        this(CLIENT, "1");
    }

    /** One that calls the tool, and where it is deployed, so. */
    LtiPlatformDouble(String client, String deployment) {
        this.client = client;
        this.deployment = deployment;
    }

    /** What was placed; its column is 0 where it has none. */
    record Link(Map<String, String> custom, String title, String url, long column) {}

    String client() {
        return client;
    }

    TestPlatform signer() {
        return signer;
    }

    URI address() {
        return server.address();
    }

    FakeMoodle moodle() {
        return moodle;
    }

    /** @param jwks the keys that the tool lists now */
    LtiPlatformDouble tool(Supplier<String> jwks) {
        moodle.tool(client, 1, jwks::get).course(2);
        return this;
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
                         "registration_endpoint": "%s/mod/lti/openid-registration.php"}""".formatted(root, root, moodle.root(), root, root));
            case "/mod/lti/certs.php" -> json(new JWKSet(signer.key().toPublicJWK()).toString());
            case "/mod/lti/openid-registration.php" -> register(request);
            default -> Response.html(404, "<h1>Not found</h1>");
        };
    }

    private Response register(Request request) {
        boolean isInvited = request.method().equals("POST")
                && request.header("authorization").equals("Bearer " + TOKEN)
                && request.body().contains("\"initiate_login_uri\"");
        return isInvited
                ? json(JSONObjectUtils.toJSONString(Map.of(
                        "client_id",
                        client,
                        "https://purl.imsglobal.org/spec/lti-tool-configuration",
                        Map.of("deployment_id", deployment))))
                : Response.html(401, "no");
    }

    private static Response json(String text) {
        return Response.of(200, "application/json", text);
    }

    /** What it posts back for the address that a login led to. */
    Map<String, String> agree(URI onward, String subject, String... roles) {
        return sent(onward, claims(onward, subject, roles));
    }

    /** The same, telling more, or other things, about who comes and from where. */
    Map<String, String> tell(URI onward, Map<String, Object> more, String subject, String... roles) {
        Map<String, Object> claims = claims(onward, subject, roles);
        claims.putAll(more);
        return sent(onward, claims);
    }

    /** Where the members of a course are listed, as a launch tells it. */
    Map<String, Object> membersOf(long course) {
        return Map.of(
                "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                Map.of(
                        "context_memberships_url",
                        moodle.root() + "/mod/lti/services.php/CourseSection/" + course + "/bindings/1/memberships",
                        "service_versions",
                        List.of("1.0", "2.0")));
    }

    /** The same for a link that was placed, or any other custom parameters. */
    Map<String, String> agree(URI onward, String link, Map<String, String> custom, String subject, String... roles) {
        Map<String, Object> claims = claims(onward, subject, roles);
        claims.put(TestPlatform.LTI + "resource_link", Map.of("id", link, "title", "Badge"));
        claims.put(TestPlatform.LTI + "custom", custom);
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("scope", List.of(AGS + "scope/lineitem", AGS + "scope/score"));
        endpoint.put("lineitems", moodle.root() + "/mod/lti/services.php/2/lineitems?type_id=1");
        endpoint.put("lineitem", column(link));
        claims.put(AGS + "claim/endpoint", endpoint);
        return sent(onward, claims);
    }

    /** Empty where it is deleted, as Moodle tells it. */
    private String column(String link) {
        long column = links.containsKey(link) ? links.get(link).column() : 0;
        boolean isThere = moodle.columns(2).stream().anyMatch(item -> item.id == column);
        return isThere ? moodle.root() + "/mod/lti/services.php/2/lineitems/" + column + "/lineitem?type_id=1" : "";
    }

    /** It asks what to place in course 2. */
    Map<String, String> ask(URI onward, boolean takesMany, boolean takesLineItem, String... roles) {
        Map<String, Object> claims = claims(onward, "2", roles);
        claims.put(TestPlatform.LTI + "message_type", "LtiDeepLinkingRequest");
        claims.remove(TestPlatform.LTI + "resource_link");
        Map<String, Object> settings = new HashMap<>(Map.of(
                "deep_link_return_url",
                back(),
                "accept_types",
                List.of("ltiResourceLink"),
                "accept_presentation_document_targets",
                List.of("frame", "iframe", "window"),
                "accept_multiple",
                takesMany,
                "data",
                DATA));
        settings.put("title", asked);
        settings.put("text", asked);
        if (!takesLineItem) {
            settings.put("accept_lineitem", false); // Moodle takes columns, and never says so
        }
        claims.put(DL + "deep_linking_settings", settings);
        return sent(onward, claims);
    }

    String back() {
        return address() + "/mod/lti/contentitem_return.php?course=2&id=1&sesskey=abc";
    }

    private Map<String, Object> claims(URI onward, String subject, String... roles) {
        Map<String, List<String>> query = URLUtils.parseParameters(onward.getRawQuery());
        if (!spent.add(query.get("lti_message_hint").get(0))) {
            throw new AssertionError("Moodle shows \"Invalid request\": the lti_message_hint was used already");
        }
        Map<String, Object> claims =
                TestPlatform.launch(Instant.now(), query.get("nonce").get(0));
        claims.put("iss", address().toString());
        claims.put("aud", client);
        claims.put(TestPlatform.LTI + "deployment_id", deployment);
        claims.put("sub", subject);
        claims.put(TestPlatform.LTI + "roles", List.of(roles));
        claims.put(TestPlatform.LTI + "target_link_uri", target(query));
        claims.put(TestPlatform.LTI + "tool_platform", Map.of("guid", "127.0.0.1", "product_family_code", "moodle"));
        return claims;
    }

    private Map<String, String> sent(URI onward, Map<String, Object> claims) {
        String state =
                URLUtils.parseParameters(onward.getRawQuery()).get("state").get(0);
        return Map.of("state", state, "id_token", signer.sign(claims));
    }

    private static String target(Map<String, List<String>> query) {
        return query.get("redirect_uri").get(0).replace("/lti/launch", "/lti/open");
    }

    /**
     * Takes what was chosen.
     *
     * @param jwks the keys that the tool lists
     * @return the ids of the links that it made
     * @throws IllegalArgumentException saying what is not right
     */
    List<String> take(String token, String jwks) {
        try {
            JWTClaimsSet claims = verified(SignedJWT.parse(token), JWKSet.parse(jwks));
            require(DATA.equals(claims.getClaim(DL + "data")), "data");
            List<Object> items = claims.getListClaim(DL + "content_items");
            require(items != null, "content_items");
            return items.stream().map(item -> place((Map<?, ?>) item)).toList();
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private JWTClaimsSet verified(SignedJWT token, JWKSet keys) throws ParseException, JOSEException {
        JWK key = keys.getKeyByKeyId(String.valueOf(token.getHeader().getKeyID()));
        require(key != null && JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm()), "kid");
        require(token.verify(new RSASSAVerifier(key.toRSAKey().toRSAPublicKey())), "signature");
        JWTClaimsSet claims = token.getJWTClaimsSet();
        Instant now = Instant.now();
        require(client.equals(claims.getIssuer()), "iss");
        require(claims.getAudience().equals(List.of(address().toString())), "aud");
        require(!claims.getIssueTime().toInstant().isAfter(now), "iat");
        require(claims.getExpirationTime().toInstant().isAfter(now), "exp");
        require(nonces.add(String.valueOf(claims.getClaim("nonce"))), "nonce");
        require(deployment.equals(claims.getClaim(LTI + "deployment_id")), "deployment_id");
        require("LtiDeepLinkingResponse".equals(claims.getClaim(LTI + "message_type")), "message_type");
        require("1.3.0".equals(claims.getClaim(LTI + "version")), "version");
        return claims;
    }

    private String place(Map<?, ?> item) {
        require("ltiResourceLink".equals(item.get("type")), "type");
        Map<String, String> custom = new LinkedHashMap<>();
        ((Map<?, ?>) item.get("custom")).forEach((name, value) -> custom.put((String) name, (String) value));
        long column = 0;
        if (item.get("lineItem") instanceof Map<?, ?> line) {
            String label = (String) line.get("label");
            require(label.codePointCount(0, label.length()) <= LONGEST_LABEL, "label");
            double points = ((Number) line.get("scoreMaximum")).doubleValue();
            require(points > 0, "scoreMaximum");
            column = moodle.column(2, label, points, (String) line.get("resourceId"), (String) line.get("tag"));
        }
        String id = "link-" + (links.size() + 1);
        links.put(id, new Link(custom, (String) item.get("title"), (String) item.get("url"), column));
        return id;
    }

    Link link(String id) {
        return links.get(id);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("not taken: " + what);
        }
    }

    @Override
    public void close() {
        server.close();
        moodle.close();
    }
}
