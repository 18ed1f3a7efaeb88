package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.rule.RuleSchema;
import org.laurelbridge.webapp.admin.Frame;
import org.laurelbridge.webapp.admin.Group;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;

/** What a stranger may ask, on a whole installation. */
class RoutesTest {
    @TempDir
    private Path folder;

    @Test
    void strangers_mayAskForTheseAlone() {
        try (Bridge bridge = bridge(Map.of())) {
            assertThat(new Routes(bridge, Site.sessions(bridge), new Pages()).list())
                    .filteredOn(route -> route.access() == Access.PUBLIC)
                    .flatExtracting(route -> route.paths())
                    .containsExactlyInAnyOrder(
                            "",
                            "/badges/*",
                            "/awards/*",
                            "/issuer",
                            "/issuer/*",
                            "/status/*",
                            "/refresh/*",
                            "/verify",
                            "/verify/many",
                            "/api/v1/verify",
                            "/lti/jwks",
                            "/lti/login",
                            "/lti/launch",
                            "/lti/choose",
                            "/lti/register",
                            "/mail/off/*",
                            "/schemas/brl-1.json",
                            "/assets/*",
                            "/sign-in",
                            "/sign-in/oidc/*",
                            "/sign-in/password",
                            "/sign-in/window",
                            "/health/live",
                            "/health/ready",
                            "/.well-known/oauth-authorization-server",
                            "/.well-known/oauth-authorization-server/*",
                            "/.well-known/badgeconnect.json",
                            "/.well-known/openid-credential-issuer",
                            "/.well-known/openid-credential-issuer/*",
                            "/oauth/register",
                            "/terms",
                            "/privacy",
                            "/ims/ob/v3p0/discovery",
                            "/xapi/about",
                            "/api/openapi.json");
        }
    }

    @Test
    void addresses_areForWhomTheyStandUnder() {
        try (Bridge bridge = bridge(Map.of())) {
            for (Route route : new Routes(bridge, Site.sessions(bridge), new Pages()).list()) {
                for (String path : route.paths()) {
                    assertThat(allowed(path)).as(path).contains(route.access());
                }
            }
        }
    }

    private static Set<Access> allowed(String path) {
        if (path.startsWith("/admin")) {
            return Set.of(Access.VIEWER, Access.ADMINISTRATOR);
        }
        if (path.equals("/my") || path.startsWith("/my/")) {
            return Set.of(Access.LEARNER);
        }
        if (path.startsWith("/teach")) {
            return Set.of(Access.INSTRUCTOR);
        }
        if (path.startsWith("/api/v1/") && !path.equals("/api/v1/verify") || path.equals("/metrics")) {
            return Set.of(Access.BEARER);
        }
        return Set.of(Access.PUBLIC, Access.OWN_CREDENTIALS, Access.SIGNED_IN);
    }

    @Test
    void pagesOfTheNavigation_refuseNobodyWhoIsShownThem() {
        try (Bridge bridge = bridge(Map.of())) {
            Map<String, Access> access = new HashMap<>();
            new Routes(bridge, Site.sessions(bridge), new Pages())
                    .list()
                    .forEach(route -> route.paths().forEach(path -> access.put(path, route.access())));
            Frame viewers = new Frame("", "", "/admin", null, bridge.clock().instant(), 0, false);
            Frame all = new Frame("", "", "/admin", null, bridge.clock().instant(), 0, true);
            assertThat(paths(viewers)).isNotEmpty().allMatch(path -> access.get(path) == Access.VIEWER);
            assertThat(paths(all))
                    .filteredOn(path -> access.get(path) == Access.VIEWER)
                    .containsExactlyElementsOf(paths(viewers));
        }
    }

    private static List<String> paths(Frame frame) {
        return frame.groups().stream()
                .flatMap(group -> group.pages().stream())
                .map(Group.Page::path)
                .toList();
    }

    @Test
    void schema_canBeFetchedByEditorsFromAnywhereAndKept() throws IOException, InterruptedException {
        try (Bridge bridge = bridge(Map.of());
                Site site = Site.open(bridge)) {
            HttpResponse<String> schema = get(site, "/schemas/brl-1.json", "");
            assertThat(schema.body()).isEqualTo(RuleSchema.text());
            assertThat(schema.headers().firstValue("Content-Type")).contains("application/schema+json");
            assertThat(schema.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(schema.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
            assertThat(schema.headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void metrics_wantAnAdministratorsToken() throws IOException, InterruptedException {
        try (Bridge bridge = bridge(Map.of());
                Site site = Site.open(bridge)) {
            String token = bridge.stores()
                    .tokens()
                    .make("prometheus", "administrator", bridge.clock().instant());
            assertThat(get(site, "/metrics", "").statusCode()).isEqualTo(401);
            assertThat(get(site, "/metrics", token).body()).contains("laurel_statements 0.0");
        }
    }

    @Test
    void metrics_areOpenWhenTheConfigurationSaysSo() throws IOException, InterruptedException {
        try (Bridge bridge = bridge(Map.of("LAUREL_HTTP_OPEN_METRICS", "true"));
                Site site = Site.open(bridge)) {
            assertThat(get(site, "/metrics", "").body()).contains("laurel_statements 0.0");
        }
    }

    @Test
    void ready_namesNoStageToStrangers() throws IOException, InterruptedException {
        try (Bridge bridge = bridge(Map.of());
                Site site = Site.open(bridge)) {
            assertThat(get(site, "/health/ready", "").body())
                    .isEqualTo("{\"status\":\"up\",\"database\":\"up\",\"stages\":\"up\"}");
        }
    }

    private Bridge bridge(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("LAUREL_DATA", folder.toString());
        environment.put("LAUREL_HTTP_PORT", "0");
        LaurelConfig config =
                Objects.requireNonNull(ConfigReader.read(null, environment).config());
        return Bridge.open(config, InstantSource.system());
    }

    private static HttpResponse<String> get(Site site, String path, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + path));
        return HttpClient.newHttpClient()
                .send(
                        (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
