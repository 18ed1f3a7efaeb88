package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.fetch.Ask;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.TestPlatform;
import org.laurelbridge.bridge.lti.register.Invitation;
import org.laurelbridge.webapp.site.Site;

/** No address that a platform tells leads Laurel into the network that it stands in, however it is written (SSRF). */
class NoWayInsideTest {
    private static final List<String> LOOPBACK = List.of(
            "127.0.0.1",
            "localhost",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "127.1",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::]",
            "0.0.0.0");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger connected = new AtomicInteger();
    private ServerSocket inside;
    private Bridge bridge;
    private Site site;

    @BeforeEach
    void open() throws IOException {
        inside = new ServerSocket(0, 50, InetAddress.getByName("::"));
        Thread listening = new Thread(this::listen, "inside");
        listening.setDaemon(true);
        listening.start();
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(file, """
                public-url: https://laurel.example
                http: {host: 127.0.0.1, port: 0}
                data: %s
                """.formatted(folder.resolve("data")));
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(file, Map.of()).config()), InstantSource.system());
        site = Site.open(bridge);
    }

    private void listen() {
        try {
            while (true) {
                inside.accept().close();
                connected.incrementAndGet();
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    @AfterEach
    void close() throws IOException {
        site.close();
        bridge.close();
        inside.close();
    }

    private String address(String host) {
        return "https://" + host + ":" + inside.getLocalPort() + "/x";
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String cookie)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return http.send(
                (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(), BodyHandlers.ofString());
    }

    @Test
    void registration_asksNobodyInside() throws IOException, InterruptedException {
        for (String host : LOOPBACK) {
            String invitation = bridge.lti()
                    .invitations()
                    .give(new Invitation("campus", true), bridge.clock().instant());
            HttpResponse<String> refused = post(
                    "/lti/register",
                    Map.of("invitation", invitation, "openid_configuration", address(host), "registration_token", "t"),
                    "");
            assertThat(refused.statusCode()).as(host).isEqualTo(400);
        }
        assertThat(connected).hasValue(0);
        assertThat(bridge.lti().platforms().list()).isEmpty();
    }

    @Test
    void keys_areAskedOfNobodyInside() throws IOException, InterruptedException {
        for (String host : LOOPBACK) {
            LtiPlatform platform = platform(host);
            bridge.lti().platforms().add(platform, bridge.clock().instant());
            HttpResponse<String> begun = post(
                    "/lti/login",
                    Map.of(
                            "iss",
                            platform.issuer(),
                            "target_link_uri",
                            "https://laurel.example/lti/open",
                            "login_hint",
                            "1",
                            "client_id",
                            platform.clientId()),
                    "");
            assertThat(begun.statusCode()).as(host).isEqualTo(302);
            String state =
                    begun.headers().firstValue("Location").orElseThrow().replaceFirst(".*[?&]state=([^&]+).*", "$1");
            String cookie =
                    begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            TestPlatform signer = new TestPlatform("k1");
            HttpResponse<String> refused = post(
                    "/lti/launch",
                    Map.of("state", state, "id_token", signer.sign(Map.of("iss", platform.issuer()))),
                    cookie);
            assertThat(refused.statusCode()).as(host).isEqualTo(401);
        }
        assertThat(connected).hasValue(0);
    }

    /** What columns and rosters are asked with. */
    @Test
    void services_areAskedOfNobodyInside() {
        for (String host : LOOPBACK) {
            Fetched came = bridge.lti().fetcher().ask(Ask.get(URI.create(address(host))), Duration.ofSeconds(5));
            assertThat(came).as(host).isInstanceOf(Fetched.Failed.class);
        }
        assertThat(connected).hasValue(0);
    }

    private LtiPlatform platform(String host) {
        URI root = URI.create("https://lms.example/" + UUID.randomUUID());
        return new LtiPlatform(
                UUID.randomUUID(),
                "p " + host,
                root.toString(),
                "client",
                root,
                root,
                root.toString(),
                URI.create(address(host)),
                true,
                Set.of("1"));
    }
}
