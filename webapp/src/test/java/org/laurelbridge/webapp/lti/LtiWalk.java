package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.lti.register.Invitation;
import org.laurelbridge.bridge.verify.fetch.Reach;
import org.laurelbridge.webapp.site.Site;

/** A platform, Laurel and a browser; what they say to each other. */
abstract class LtiWalk {
    static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    static final String TEACHER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

    final LtiPlatformDouble platform = new LtiPlatformDouble();
    final HttpClient http = HttpClient.newHttpClient();
    final Map<String, String> cookies = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    Bridge bridge;
    private Site site;
    URI address;

    @BeforeEach
    void open() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = URI.create("http://127.0.0.1:" + port);
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(
                file,
                "public-url: %s%nhttp: {host: 127.0.0.1, port: %d}%ndata: %s%n"
                        .formatted(address, port, folder.resolve("data")));
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(file, Map.of()).config()),
                Reach.TRIAL,
                InstantSource.system());
        site = Site.open(bridge);
    }

    @AfterEach
    void close() {
        site.close();
        bridge.close();
        platform.close();
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(form))));
    }

    static String query(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html");
        String carried = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return carried.isEmpty() ? request : request.header("Cookie", carried);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (String set : answer.headers().allValues("Set-Cookie")) {
                String[] pair = set.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> invited() {
        String invitation = bridge.lti()
                .invitations()
                .give(new Invitation("campus", true), bridge.clock().instant());
        return new HashMap<>(Map.of(
                "invitation",
                invitation,
                "openid_configuration",
                platform.configuration().toString(),
                "registration_token",
                LtiPlatformDouble.TOKEN));
    }

    void register() {
        assertThat(post("/lti/register", invited()).body()).contains("Laurel is registered");
    }

    Map<String, String> announced() {
        return new HashMap<>(Map.of(
                "iss",
                platform.address().toString(),
                "target_link_uri",
                address + "/lti/open",
                "login_hint",
                "3",
                "lti_message_hint",
                "course 2, " + UUID.randomUUID(),
                "client_id",
                LtiPlatformDouble.CLIENT));
    }

    URI begin() {
        HttpResponse<String> onward = post("/lti/login", announced());
        assertThat(onward.statusCode()).isEqualTo(302);
        return URI.create(onward.headers().firstValue("Location").orElseThrow());
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    HttpResponse<String> launch(Map<String, String> came, String... headers) {
        return send(request("/lti/launch")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .POST(BodyPublishers.ofString(query(came))));
    }

    HttpResponse<String> framed(String path) {
        return send(request(path).header("Sec-Fetch-Dest", "iframe"));
    }

    String announcedInAFrame() {
        HttpResponse<String> begun = send(request("/lti/login")
                .header("Sec-Fetch-Dest", "iframe")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(announced()))));
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(location(begun)).startsWith("/lti/login?begun=");
        return location(begun);
    }

    String policy(String path) {
        return get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
    }
}
