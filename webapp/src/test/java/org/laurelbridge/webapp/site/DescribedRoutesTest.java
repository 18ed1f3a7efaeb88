package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.webapp.server.Pages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What applications are told of this installation is what it answers. */
class DescribedRoutesTest {
    @TempDir
    private Path folder;

    @Test
    void discovery_namesTheRoutesThatThereAre_andNoOthers() throws Exception {
        try (Bridge bridge = bridge();
                Site site = Site.open(bridge)) {
            List<String> routes = new Routes(bridge, Site.sessions(bridge), new Pages())
                    .list().stream().flatMap(route -> route.paths().stream()).toList();
            JsonNode described = get(site, "/ims/ob/v3p0/discovery");
            List<String> paths = new ArrayList<>();
            described.path("paths").propertyNames().forEach(path -> paths.add("/ims/ob/v3p0" + path));
            assertThat(routes)
                    .filteredOn(path -> path.startsWith("/ims/ob/v3p0"))
                    .containsExactlyInAnyOrderElementsOf(paths);

            String root = bridge.issuer().addresses().root().toString();
            assertThat(described.path("info").path("description").asString()).contains("trial installation");
            List<String> named = new ArrayList<>();
            named(described, root, named);
            named(get(site, "/.well-known/badgeconnect.json"), root, named);
            named(get(site, "/.well-known/oauth-authorization-server"), root, named);
            assertThat(named)
                    .contains("/oauth/register", "/oauth/authorize", "/oauth/token", "/oauth/revoke", "/terms");
            assertThat(named)
                    .allSatisfy(path -> assertThat(routes).anyMatch(route -> (route + "/").startsWith(path + "/")));
        }
    }

    /** Every address of ours in a document, without what it begins with. */
    private static void named(JsonNode node, String root, List<String> named) {
        if (node.isString() && node.asString().startsWith(root + "/")) {
            named.add(node.asString().substring(root.length()));
        }
        node.forEach(child -> named(child, root, named));
    }

    private Bridge bridge() {
        return Bridge.open(
                Objects.requireNonNull(
                        ConfigReader.read(null, Map.of("LAUREL_DATA", folder.toString(), "LAUREL_HTTP_PORT", "0"))
                                .config()),
                InstantSource.system());
    }

    private static JsonNode get(Site site, String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(site.address() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
