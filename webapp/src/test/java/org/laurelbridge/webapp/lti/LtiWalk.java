package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.lti.register.Invitation;
import org.laurelbridge.webapp.site.Site;

/** A platform, Laurel and a browser; what they say to each other. */
abstract class LtiWalk {
    static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    static final String TEACHER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

    final LtiPlatformDouble platform = platform();

    @TempDir
    private Path folder;

    Bridge bridge;
    private Site site;
    URI address;
    Browser browser;

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
                "public-url: %s%nhttp: {host: 127.0.0.1, port: %d}%ndata: %s%n%s"
                        .formatted(address, port, folder.resolve("data"), more()));
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(file, Map.of()).config()),
                Reach.TRIAL,
                InstantSource.system());
        site = Site.open(bridge);
        browser = new Browser(address);
    }

    /** Where people come from. */
    LtiPlatformDouble platform() {
        return new LtiPlatformDouble();
    }

    /** What the configuration has besides. */
    String more() {
        return "";
    }

    @AfterEach
    void close() {
        site.close();
        bridge.close();
        platform.close();
    }

    HttpResponse<String> get(String path) {
        return browser.get(path);
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return browser.post(path, form);
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
                platform.client()));
    }

    URI begin() {
        return begin(browser);
    }

    URI begin(Browser with) {
        HttpResponse<String> onward = with.post("/lti/login", announced());
        assertThat(onward.statusCode()).isEqualTo(302);
        return URI.create(Browser.location(onward));
    }

    HttpResponse<String> launch(Map<String, String> came, String... headers) {
        return browser.send(browser.request("/lti/launch")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .POST(BodyPublishers.ofString(Browser.query(came))));
    }

    HttpResponse<String> framed(String path) {
        return browser.send(browser.request(path).header("Sec-Fetch-Dest", "iframe"));
    }

    String announcedInAFrame() {
        HttpResponse<String> begun = browser.send(browser.request("/lti/login")
                .header("Sec-Fetch-Dest", "iframe")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Browser.query(announced()))));
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(Browser.location(begun)).startsWith("/lti/login?begun=");
        return Browser.location(begun);
    }

    String policy(String path) {
        return get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
    }
}
