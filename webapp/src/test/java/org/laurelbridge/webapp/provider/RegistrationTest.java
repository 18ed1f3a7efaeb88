package org.laurelbridge.webapp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.webapp.verify.Installation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How an application registers, and what it cannot register as. */
class RegistrationTest {
    @TempDir
    private Path folder;

    private Installation laurel;
    private Application app;

    @BeforeEach
    void open() throws Exception {
        laurel = new Installation(folder);
        app = new Application(laurel).register();
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private static String error(HttpResponse<String> answer) {
        return Application.json(answer).path("error").asString();
    }

    @Test
    void registration_tellsWhatIsKept_andTheSecretOnce() {
        HttpResponse<String> answer = app.register(Application.metadata());
        JsonNode said = Application.json(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(said.path("client_secret").asString()).hasSize(43);
        assertThat(said.path("client_secret_expires_at").asLong()).isZero();
        assertThat(said.path("client_id_issued_at").asLong())
                .isEqualTo(laurel.clock.instant().getEpochSecond());
        Application.metadata().properties().forEach(member -> {
            if (!member.getKey().equals("scope")) {
                assertThat(said.path(member.getKey())).as(member.getKey()).isEqualTo(member.getValue());
            }
        });
        assertThat(Scope.read(said.path("scope").asString())).containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void registration_isRefused_whenSomethingIsWrong_withAllThatIs() {
        Map<String, Consumer<ObjectNode>> wrong = new HashMap<>();
        for (String name : List.of(
                "client_name", "client_uri", "logo_uri", "tos_uri", "policy_uri", "software_id", "software_version")) {
            wrong.put("without " + name, metadata -> metadata.remove(name));
        }
        wrong.put("another host", metadata -> metadata.put("tos_uri", "https://elsewhere.example/"));
        wrong.put("http", metadata -> metadata.put("logo_uri", "http://backpack.example/logo.png"));
        wrong.put("script", metadata -> metadata.put("client_uri", "javascript:alert(1)"));
        wrong.put("user in it", metadata -> metadata.put("policy_uri", "https://a@backpack.example/"));
        wrong.put("other auth", metadata -> metadata.put("token_endpoint_auth_method", "private_key_jwt"));
        wrong.put("implicit", metadata -> metadata.putArray("response_types").add("token"));
        wrong.put("password", metadata -> metadata.putArray("grant_types").add("password"));
        wrong.put("long", metadata -> metadata.put("client_name", "x".repeat(101)));
        wrong.put("huge", metadata -> metadata.put("more", "x".repeat(20_000)));
        wrong.forEach((name, change) -> {
            ObjectNode metadata = Application.metadata();
            change.accept(metadata);
            HttpResponse<String> answer = app.register(metadata);
            assertThat(answer.statusCode()).as(name).isEqualTo(400);
            assertThat(error(answer)).as(name + answer.body()).isEqualTo("invalid_client_metadata");
        });
        for (String address : List.of(
                "javascript:alert(1)",
                "data:text/html,x",
                "http://backpack.example/back",
                "https://backpack.example/back#fragment",
                "http://127.0.0.1.evil.example/",
                "https://user@backpack.example/back",
                "myapp:/back",
                "/back")) {
            ObjectNode metadata = Application.metadata();
            metadata.putArray("redirect_uris").add(address);
            HttpResponse<String> answer = app.register(metadata);
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(error(answer)).as(address).isEqualTo("invalid_redirect_uri");
        }
        ObjectNode two = Application.metadata();
        two.remove("tos_uri");
        two.remove("software_id");
        assertThat(Application.json(app.register(two)).path("error_description").asString())
                .contains("tos_uri", "software_id");
    }

    @Test
    void registration_onThisMachine_mayHaveHttp() {
        ObjectNode metadata = Application.metadata();
        metadata.putArray("redirect_uris").add("http://127.0.0.1:49152/back").add("http://[::1]/back");
        assertThat(app.register(metadata).statusCode()).isEqualTo(201);
    }

    @Test
    void registrations_fromOneAddress_areBounded() {
        for (int i = 1; i < Clients.MOST_AN_HOUR; i++) {
            assertThat(app.register(Application.metadata()).statusCode()).isEqualTo(201);
        }
        HttpResponse<String> answer = app.register(Application.metadata());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        laurel.clock.turn(Duration.ofHours(1));
        assertThat(app.register(Application.metadata()).statusCode()).isEqualTo(201);
    }

    @Test
    void programsInBrowsers_mayAskBeforehand() {
        for (String path : List.of("/oauth/register", "/oauth/token", "/oauth/revoke")) {
            HttpResponse<String> answer = app.call("OPTIONS", path, "Origin", "https://backpack.example");
            assertThat(answer.statusCode()).as(path).isEqualTo(204);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(answer.headers()
                            .firstValue("Access-Control-Allow-Headers")
                            .orElseThrow())
                    .contains("Content-Type", "Authorization");
            assertThat(answer.headers()
                            .firstValue("Access-Control-Allow-Methods")
                            .orElseThrow())
                    .contains("POST");
        }
    }
}
