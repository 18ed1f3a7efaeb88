package org.laurelbridge.bridge.fake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fake.FakeServer.Ending;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A host of badges that speaks the Open Badges 3.0 API and Badge Connect, and is as strict as a host may be: codes and refresh tokens
 * are good once, and a refresh token that comes twice ends the whole grant (RFC 9700 §4.14.2). It misbehaves as a test asks it to.
 */
public final class FakeBackpack implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FakeServer server = new FakeServer(this::answer);
    private final Map<String, String> clients = new HashMap<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();
    private final Set<String> access = new HashSet<>();
    private final Map<String, String> refresh = new HashMap<>();
    private final Set<String> spent = new HashSet<>();
    private final Map<String, String> badges = new LinkedHashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private UnaryOperator<String> described = text -> text;
    private boolean isOld;
    private boolean forgetsLinks;
    private int lifetime = 3600;
    private int made;

    private record Code(String challenge, String client, String back) {}

    /** What goes wrong: instead of what was asked, or after it was done. */
    private record Fault(Response response, boolean isDone) {}

    public URI address() {
        return server.address();
    }

    /** Speaks Badge Connect alone. */
    public synchronized FakeBackpack old() {
        isOld = true;
        return this;
    }

    /** Says something else in its discovery. */
    public synchronized void describe(UnaryOperator<String> other) {
        described = other;
    }

    /** Answers the next request at a path so, without doing what it asks. */
    public synchronized void fail(String path, Response response) {
        faults.computeIfAbsent(path, one -> new ArrayDeque<>()).add(new Fault(response, false));
    }

    /** Does what the next request at a path asks, but its answer is lost. */
    public synchronized void lose(String path) {
        faults.computeIfAbsent(path, one -> new ArrayDeque<>()).add(new Fault(Response.silent(Ending.RESET), true));
    }

    /** Tokens last so many seconds. */
    public synchronized void setLifetime(int seconds) {
        lifetime = seconds;
    }

    /** Says how many there are, but not where. */
    public synchronized void forgetLinks() {
        forgetsLinks = true;
    }

    /** No access token holds any more. */
    public synchronized void endAccess() {
        access.clear();
    }

    /** Nothing that was granted holds any more. */
    public synchronized void endAll() {
        access.clear();
        refresh.clear();
    }

    /** By their ids. */
    public synchronized Map<String, String> badges() {
        return new LinkedHashMap<>(badges);
    }

    public synchronized void put(String id, String badge) {
        badges.put(id, badge);
    }

    public synchronized long count(String method, String path) {
        return requests.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().equals(path))
                .count();
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    public synchronized boolean isEntered() {
        return !access.isEmpty() || !refresh.isEmpty();
    }

    /** A learner says yes: what comes back with her. */
    public synchronized Map<String, String> agree(URI authorization) {
        Map<String, String> asked = FakeServer.form(authorization.getRawQuery());
        if (!clients.containsKey(asked.get("client_id"))) {
            throw new AssertionError("unknown client " + asked);
        }
        if (!asked.get("code_challenge_method").equals("S256")
                || !asked.get("response_type").equals("code")) {
            throw new AssertionError("expected PKCE with S256 and a code, found " + asked);
        }
        String code = "code-" + ++made;
        codes.put(code, new Code(asked.get("code_challenge"), asked.get("client_id"), asked.get("redirect_uri")));
        return Map.of("code", code, "state", asked.get("state"), "scope", asked.get("scope"));
    }

    private synchronized Response answer(Request request) {
        requests.add(request);
        Deque<Fault> wrong = faults.getOrDefault(request.path(), new ArrayDeque<>());
        Fault fault = wrong.poll();
        if (fault != null && !fault.isDone()) {
            return fault.response();
        }
        Response response = serve(request);
        return fault == null ? response : fault.response();
    }

    private Response serve(Request request) {
        return switch (request.path()) {
            case "/ims/ob/v3p0/discovery" -> isOld ? json(404, "{}") : json(200, described.apply(description()));
            case "/.well-known/badgeconnect.json" -> isOld ? json(200, described.apply(manifest())) : json(404, "{}");
            case "/register" -> register(request);
            case "/token" -> token(request);
            case "/revoke" -> revoke(request);
            case "/ims/ob/v3p0/credentials", "/ims/ob/v2p1/assertions" -> badges(request);
            default -> json(404, "{}");
        };
    }

    private String description() {
        return """
                {"openapi":"3.0.1",
                 "info":{"title":"The Backpack","version":"3.0","termsOfService":"%1$s/terms","x-imssf-privacyPolicyUrl":"%1$s/privacy"},
                 "servers":[{"url":"%1$s/ims/ob/v3p0"}],
                 "paths":{},
                 "components":{"securitySchemes":{"OAuth2ACG":{"type":"oauth2",
                   "x-imssf-registrationUrl":"%1$s/register","x-imssf-revocationUrl":"%1$s/revoke",
                   "flows":{"authorizationCode":{"authorizationUrl":"%1$s/authorize","tokenUrl":"%1$s/token",
                     "refreshUrl":"%1$s/token","scopes":{
                       "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert":"put",
                       "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly":"read"}}}}}}}""".formatted(address());
    }

    private String manifest() {
        return """
                {"@context":"https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld","id":"%1$s/.well-known/badgeconnect.json",
                 "badgeConnectAPI":[{"name":"The Old Backpack","apiBase":"%1$s/ims/ob/v2p1","version":"v2p1",
                   "termsOfServiceUrl":"%1$s/terms","privacyPolicyUrl":"%1$s/privacy","registrationUrl":"%1$s/register",
                   "authorizationUrl":"%1$s/authorize","tokenUrl":"%1$s/token","tokenRevocationUrl":"%1$s/revoke",
                   "scopesOffered":["https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.create",
                     "https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly"]}]}""".formatted(address());
    }

    private Response register(Request request) {
        JsonNode client = JSON.readTree(request.body());
        String id = "client-" + ++made;
        clients.put(id, "secret&" + made);
        return json(201, """
                {"client_id":"%s","client_secret":"%s","client_id_issued_at":1700000000,"client_secret_expires_at":0,
                 "redirect_uris":%s,"scope":%s}""".formatted(id, clients.get(id), client.get("redirect_uris"), client.get("scope")));
    }

    private Response token(Request request) {
        String client = client(request);
        if (client.isEmpty()) {
            return json(401, "{\"error\":\"invalid_client\"}");
        }
        Map<String, String> form = request.form();
        if (form.get("grant_type").equals("refresh_token")) {
            String token = form.get("refresh_token");
            if (spent.contains(token)) {
                endAll();
            }
            return refresh.remove(token) == null ? invalidGrant() : granted(form.get("scope"), token);
        }
        Code code = codes.remove(form.get("code"));
        boolean isRight = code != null
                && code.challenge().equals(challenge(form.get("code_verifier")))
                && code.client().equals(client)
                && code.back().equals(form.get("redirect_uri"));
        return isRight ? granted(form.get("scope"), null) : invalidGrant();
    }

    private static Response invalidGrant() {
        return json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"it is spent\"}");
    }

    private Response granted(String scope, @Nullable String before) {
        if (before != null) {
            spent.add(before);
        }
        String token = "access-" + ++made;
        String next = "refresh-" + made;
        access.add(token);
        refresh.put(next, token);
        return json(200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s","scope":"%s"}""".formatted(token, lifetime, next, scope));
    }

    private Response revoke(Request request) {
        if (client(request).isEmpty()) {
            return json(401, "{\"error\":\"invalid_client\"}");
        }
        endAll();
        return json(200, "");
    }

    private String client(Request request) {
        String basic = request.header("authorization").replaceFirst("Basic ", "");
        String[] parts = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2);
        String id = FakeServer.form("x=" + parts[0]).getOrDefault("x", "");
        String secret = FakeServer.form("x=" + parts[1]).getOrDefault("x", "");
        return secret.equals(clients.get(id)) ? id : "";
    }

    private Response badges(Request request) {
        if (!access.contains(request.header("authorization").replaceFirst("Bearer ", ""))) {
            return json(401, """
                    {"imsx_codeMajor":"failure","imsx_severity":"error","imsx_description":"The token is over",
                     "imsx_codeMinor":{"imsx_codeMinorField":[{"imsx_codeMinorFieldName":"LocalProvider",
                       "imsx_codeMinorFieldValue":"unauthorisedrequest"}]}}""");
        }
        return request.method().equals("GET") ? list(request) : put(request);
    }

    private Response put(Request request) {
        JsonNode body = JSON.readTree(request.body());
        JsonNode badge = isOld ? body.path("assertion") : body;
        String id = badge.isObject()
                ? badge.path("id").asString()
                : body.path("signedAssertion").asString();
        String before = badges.put(id, badge.isObject() ? badge.toString() : id);
        return json(before == null ? 201 : 200, request.body());
    }

    /** Two on a page. */
    private Response list(Request request) {
        List<String> all = List.copyOf(badges.values());
        int offset = Integer.parseInt(request.query().getOrDefault("offset", "0"));
        int end = Math.min(all.size(), offset + 2);
        String page = String.join(",", all.subList(Math.min(offset, end), end));
        Response response = json(200, "{\"credential\":[" + page + "],\"compactJwsString\":[]}")
                .with("X-Total-Count", Integer.toString(all.size()));
        String next = address() + "/ims/ob/v3p0/credentials?limit=2&offset=" + end;
        return end < all.size() && !forgetsLinks
                ? response.with("Link", "<" + next + ">; rel=\"next\", <" + address() + "/>; rel=\"first\"")
                : response;
    }

    private static Response json(int status, String body) {
        return Response.of(status, "application/json; charset=utf-8", body);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
