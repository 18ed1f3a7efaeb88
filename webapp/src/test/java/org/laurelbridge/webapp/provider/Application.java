package org.laurelbridge.webapp.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.verify.Installation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application that knows nothing of Laurel but its address and the specifications, with a browser in which a learner is signed in.
 * What stands at the public address is asked of the server that runs here.
 */
final class Application {
    static final String BACK = "https://backpack.example/back";
    static final String VERIFIER = "a-verifier-of-at-least-43-characters-1234567";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern HIDDEN = Pattern.compile("name=\"(csrf|asked)\" value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Installation laurel;
    private String cookie = "";
    private String id = "";
    private String secret = "";

    Application(Installation laurel) {
        this.laurel = laurel;
    }

    /** What it registers as. */
    static ObjectNode metadata() {
        return JSON.createObjectNode()
                .put("client_name", "A Backpack")
                .put("client_uri", "https://backpack.example/")
                .put("logo_uri", "https://backpack.example/logo.png")
                .put("tos_uri", "https://backpack.example/terms")
                .put("policy_uri", "https://backpack.example/privacy")
                .put("software_id", "c88b6ed8-269e-448e-99be-7e2ff47167d1")
                .put("software_version", "1")
                .put("token_endpoint_auth_method", "client_secret_basic")
                .put("scope", Scope.text(List.of(Scope.values())))
                .<ObjectNode>set("redirect_uris", JSON.createArrayNode().add(BACK))
                .<ObjectNode>set(
                        "grant_types",
                        JSON.createArrayNode().add("authorization_code").add("refresh_token"))
                .set("response_types", JSON.createArrayNode().add("code"));
    }

    Application register() {
        HttpResponse<String> answer = register(metadata());
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        JsonNode said = json(answer);
        id = said.path("client_id").asString();
        secret = said.path("client_secret").asString("");
        return this;
    }

    HttpResponse<String> register(ObjectNode metadata) {
        return send(request("/oauth/register")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(metadata.toString())));
    }

    String id() {
        return id;
    }

    /** Signs a learner in, in its browser. */
    Application signIn(PersonId learner) {
        Account account = Account.made("A Learner", null, Set.of(Role.LEARNER), learner);
        var now = laurel.bridge.clock().instant();
        laurel.bridge
                .stores()
                .accounts()
                .add(account, new Login("test", "", account.id().toString()), now);
        String token = laurel.bridge
                .stores()
                .sessions()
                .begin(new Holder(Kind.ACCOUNT, account.id()), now, now.plus(Duration.ofHours(12)));
        cookie = "__Host-laurel=" + token;
        return this;
    }

    /** The cookie of its browser. */
    String cookie() {
        return cookie;
    }

    /** What it asks a learner for. */
    Map<String, String> asked(Scope... scopes) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", id);
        asked.put("redirect_uri", BACK);
        asked.put("scope", Scope.text(Arrays.asList(scopes)));
        asked.put("state", "the state & more");
        asked.put("code_challenge", challenge(VERIFIER));
        asked.put("code_challenge_method", "S256");
        return asked;
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The consent page, or what is in its place. */
    HttpResponse<String> consent(Map<String, String> asked) {
        return send(browser("/oauth/authorize?" + form(asked)).GET());
    }

    /** The answer to the consent form with these boxes ticked. */
    HttpResponse<String> decide(String decision, HttpResponse<String> consent, Scope... ticked) {
        StringBuilder form = new StringBuilder("decision=" + decision);
        Matcher hidden = HIDDEN.matcher(consent.body());
        while (hidden.find()) {
            form.append('&')
                    .append(hidden.group(1))
                    .append('=')
                    .append(encoded(hidden.group(2).replace("&amp;", "&")));
        }
        for (Scope scope : ticked) {
            form.append("&scope=").append(encoded(scope.word()));
        }
        return post("/oauth/authorize", form.toString());
    }

    HttpResponse<String> post(String path, String form) {
        return send(browser(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> page(String path) {
        return send(browser(path).GET());
    }

    /** A code of the learner who is signed in, who allows all that is asked. */
    String code(Scope... scopes) {
        HttpResponse<String> answer = decide("allow", consent(asked(scopes)), scopes);
        return Objects.requireNonNull(back(answer).get("code"), answer.body());
    }

    /** What the browser brings back. */
    static Map<String, String> back(HttpResponse<String> answer) {
        URI address = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** Exchanges something at the token endpoint, as itself. */
    HttpResponse<String> exchange(Map<String, String> grant) {
        return send(request("/oauth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", basic())
                .POST(BodyPublishers.ofString(form(grant))));
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> redeem(String code, String verifier) {
        return exchange(codeGrant(code, verifier));
    }

    static Map<String, String> codeGrant(String code, String verifier) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                BACK,
                "code_verifier",
                verifier,
                "scope",
                "");
    }

    HttpResponse<String> refresh(String token) {
        return exchange(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    HttpResponse<String> revoke(String token) {
        return send(request("/oauth/revoke")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", basic())
                .POST(BodyPublishers.ofString(form(Map.of("token", token, "token_type_hint", "access_token")))));
    }

    /** Tokens for all that is asked, allowed by whoever is signed in. */
    JsonNode tokens(Scope... scopes) {
        HttpResponse<String> answer = redeem(code(scopes), VERIFIER);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return json(answer);
    }

    String token(Scope... scopes) {
        return tokens(scopes).path("access_token").asString();
    }

    HttpResponse<String> get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> bring(String method, String path, String token, String type, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> call(String method, String path, String... headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder browser(String path) {
        HttpRequest.Builder request = request(path).header("Accept", "text/html");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpRequest.Builder request(String address) {
        String path = address.startsWith(Installation.ROOT) ? address.substring(Installation.ROOT.length()) : address;
        return HttpRequest.newBuilder(URI.create(laurel.at(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static UUID unknown() {
        return new UUID(1, 1);
    }
}
