package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.webapp.RawHttp;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;

/** However an address is written, its guard stands before it; whatever a parameter holds, no header is made of it. */
class PathTricksTest {
    private static final List<String> NAMES = List.of(
            "to",
            "state",
            "error",
            "iss",
            "target_link_uri",
            "login_hint",
            "lti_message_hint",
            "client_id",
            "invitation",
            "openid_configuration",
            "redirect_uri",
            "response_type",
            "scope",
            "lti_storage_target",
            "q",
            "name",
            "url");

    @TempDir
    private Path folder;

    private Bridge bridge;
    private Site site;

    @BeforeEach
    void open() {
        Map<String, String> environment = Map.of(
                "LAUREL_DATA", folder.toString(),
                "LAUREL_HTTP_PORT", "0",
                "LAUREL_LIMITS_REQUESTS_FROM_ADDRESS", "0");
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(null, environment).config()), InstantSource.system());
        site = Site.open(bridge);
    }

    @AfterEach
    void close() {
        site.close();
        bridge.close();
    }

    private List<Route> routes() {
        return new Routes(bridge, Site.sessions(bridge), new Pages()).list();
    }

    private static List<String> written(String path) {
        String first = path.substring(1, 2);
        String rest = path.substring(2);
        String escaped = "/%" + Integer.toHexString(first.charAt(0)) + rest;
        return List.of(
                path,
                path + "/",
                path + ";a=b",
                "/;a=b" + path,
                "/" + first + ";a=b" + rest,
                path + "/.",
                path + "/x/..",
                path + "/%2e%2e" + path,
                "/assets/.." + path,
                "/assets/%2e%2e" + path,
                "/assets/..;" + path,
                "/assets/..%2f" + path.substring(1),
                "/assets/..%5c" + path.substring(1),
                "/" + path,
                "/." + path,
                "/%2f" + path.substring(1),
                escaped,
                path + "%00",
                path + "%20",
                path + "%2f",
                path + "\\",
                path.toUpperCase(java.util.Locale.ROOT),
                "http://127.0.0.1" + path,
                path + "?x=/assets/laurel.css",
                path + "/assets/laurel.css");
    }

    @Test
    void guardedAddress_howeverItIsWritten_showsNothing() {
        Map<String, String> shown = new TreeMap<>();
        int port = site.address().getPort();
        for (Route route : routes()) {
            boolean isGuarded = route.access() != Access.PUBLIC && route.access() != Access.OWN_CREDENTIALS;
            for (String pattern : isGuarded ? route.paths() : List.<String>of()) {
                for (String path : written(pattern.replace("/*", ""))) {
                    RawHttp.Answer answer = RawHttp.send(port, "GET " + path + " HTTP/1.1", "Host: x");
                    boolean isRefused = answer.status() >= 400 && answer.status() < 500
                            || answer.status() == 302
                                    && answer.header("Location").orElse("").startsWith("/sign-in");
                    if (!isRefused) {
                        shown.put(path, answer.status() + " " + answer.header("Location"));
                    }
                }
            }
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void parameter_withALineEnd_makesNoHeader() {
        int port = site.address().getPort();
        List<String> queries = new ArrayList<>();
        for (String end : List.of("%0d%0a", "%0a", "%0d", "%E5%98%8D%E5%98%8A")) {
            StringBuilder query = new StringBuilder("?");
            NAMES.forEach(name -> query.append(name).append("=/a").append(end).append("X-Evil:%20yes&"));
            queries.add(query.toString());
        }
        for (Route route : routes()) {
            for (String pattern : route.methods().contains("GET") ? route.paths() : List.<String>of()) {
                for (String query : queries) {
                    String path = pattern.isEmpty() ? "/" : pattern.replace("*", "x");
                    RawHttp.Answer answer = RawHttp.send(port, "GET " + path + query + " HTTP/1.1", "Host: x");
                    assertThat(answer.header("X-Evil")).as(path + query).isEmpty();
                    assertThat(answer.status()).as(path + query).isNotEqualTo(500);
                }
            }
        }
    }
}
