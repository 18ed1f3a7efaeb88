package org.laurelbridge.bridge.lti.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fake.FakeServer;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.fetch.SafeFetcher;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.register.Registering.Outcome;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a platform that answers as Moodle does, and as nobody should. */
class RegisteringTest {
    private static final ToolConfiguration TOOL =
            new ToolConfiguration("Laurel", "Badges for what was learnt", "https://badges.example.org:8443/b");
    private static final UUID ID = UUID.fromString("3c1f3f3e-6f1e-4f7a-9a1c-3b8f6f1f0001");

    private final ConcurrentLinkedQueue<Request> asked = new ConcurrentLinkedQueue<>();
    private UnaryOperator<String> configuration = UnaryOperator.identity();
    private Response registered = Response.of(
            200,
            "application/json",
            "{\"client_id\":\"vRU\",\"" + ToolConfiguration.TOOL + "\":{\"deployment_id\":\"1\"}}");
    private final FakeServer platform = new FakeServer(this::answer);

    @AfterEach
    void end() {
        platform.close();
    }

    private synchronized Response answer(Request request) {
        asked.add(request);
        if (request.path().equals("/register")) {
            return registered;
        }
        return Response.of(200, "application/json", configuration.apply(configuration()));
    }

    private String configuration() {
        String root = platform.address().toString();
        return """
                {"issuer": "%s", "authorization_endpoint": "%s/auth", "token_endpoint": "%s/token",
                 "jwks_uri": "%s/certs", "registration_endpoint": "%s/register",
                 "token_endpoint_auth_methods_supported": ["private_key_jwt"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(root, root, root, root, root);
    }

    private Outcome register() {
        return register(Reach.TRIAL);
    }

    private Outcome register(Reach reach) {
        try (SafeFetcher reaching = new SafeFetcher(reach, InstantSource.system())) {
            return new Registering(reaching, TOOL, () -> ID)
                    .register(
                            new Invitation("campus", true),
                            platform.address().resolve("/openid"),
                            Optional.of("one-hour"));
        }
    }

    private List<String> problems() {
        return ((Outcome.Refused) register())
                .problems().stream().map(Problem::place).toList();
    }

    @Test
    void register_isKnownUnderItsClientId() {
        LtiPlatform known = ((Outcome.Registered) register()).platform();
        URI root = platform.address();
        assertThat(known)
                .isEqualTo(new LtiPlatform(
                        ID,
                        "campus",
                        root.toString(),
                        "vRU",
                        root.resolve("/auth"),
                        root.resolve("/token"),
                        root.resolve("/token").toString(),
                        root.resolve("/certs"),
                        true,
                        Set.of("1")));
    }

    @Test
    void register_saysWhatLaurelIs() {
        register();
        Request sent = asked.stream()
                .filter(request -> request.path().equals("/register"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.header("content-type")).isEqualTo("application/json");
        assertThat(sent.header("authorization")).isEqualTo("Bearer one-hour");
        JsonNode told = JsonMapper.shared().readTree(sent.body());
        assertThat(told.path("initiate_login_uri").stringValue()).isEqualTo(TOOL.base() + "/lti/login");
        assertThat(told.path("redirect_uris").get(0).stringValue()).isEqualTo(TOOL.base() + "/lti/launch");
        assertThat(told.path("jwks_uri").stringValue()).isEqualTo(TOOL.base() + "/lti/jwks");
        assertThat(told.path("token_endpoint_auth_method").stringValue()).isEqualTo("private_key_jwt");
        JsonNode tool = told.path(ToolConfiguration.TOOL);
        assertThat(tool.path("domain").stringValue()).isEqualTo("badges.example.org:8443");
        assertThat(tool.path("target_link_uri").stringValue()).startsWith(TOOL.base());
        assertThat(tool.path("messages").size()).isEqualTo(2);
    }

    @Test
    void register_tokenGoesToTheRegistrationAlone() {
        register();
        assertThat(asked)
                .filteredOn(request -> !request.path().equals("/register"))
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("authorization")).isEmpty());
    }

    @Test
    void register_whatThePlatformLacks_isToldAtOnce() {
        configuration = text -> text.replace("\"jwks_uri\"", "\"jwks\"")
                .replace("token_endpoint\"", "token\"")
                .replace("RS256", "HS256")
                .replace("private_key_jwt", "client_secret_basic");
        assertThat(problems())
                .containsExactly(
                        "/token_endpoint",
                        "/jwks_uri",
                        "/id_token_signing_alg_values_supported",
                        "/token_endpoint_auth_methods_supported");
        assertThat(asked).noneMatch(request -> request.path().equals("/register"));
    }

    @Test
    void register_issuerOfAnotherHost_isRefused() {
        configuration = text -> text.replaceFirst("\"issuer\": \"http://127.0.0.1", "\"issuer\": \"http://127.0.0.2");
        assertThat(problems()).containsExactly("/issuer");
    }

    @Test
    void register_addressesThatAreNone_areRefused() {
        configuration = text -> text.replaceAll("\"http://[^\"]*/certs\"", "\"http://user@host/certs\"")
                .replaceAll("\"http://[^\"]*/auth\"", "\"javascript:alert(1)\"");
        assertThat(problems()).containsExactly("/authorization_endpoint", "/jwks_uri");
        configuration = text -> text.replaceAll("\"http://[^\"]*/auth\"", "\"javascript://host/%0aalert(1)\"");
        assertThat(problems()).containsExactly("/authorization_endpoint");
    }

    @Test
    void register_answersThatAreNone_areRefused() {
        for (Response answer : List.of(
                Response.html(400, "token expired"),
                Response.html(200, "<html>"),
                Response.of(200, "application/json", "[]"),
                Response.of(200, "application/json", "{}"),
                Response.of(200, "application/json", "{\"client_id\":\"" + "x".repeat(256) + "\"}"),
                Response.of(302, "text/html", "").with("Location", platform.address() + "/openid"))) {
            registered = answer;
            assertThat(problems()).as(answer.statusLine()).hasSize(1);
        }
    }

    @Test
    void register_withoutDeployment_hasNoneYet() {
        registered = Response.of(201, "application/json", "{\"client_id\":\"vRU\"}");
        assertThat(((Outcome.Registered) register()).platform().deployments()).isEmpty();
    }

    @Test
    void register_privateAddress_isNotAsked() {
        assertThat(register(Reach.PUBLIC)).isInstanceOf(Outcome.Refused.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void register_wordsHoldNoToken() {
        registered = Response.html(403, "one-hour");
        assertThat(((Outcome.Refused) register()).problems().toString()).doesNotContain("one-hour");
    }
}
