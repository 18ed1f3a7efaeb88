package org.laurelbridge.webapp.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.framework.Format;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.issue.framework.Item;
import org.laurelbridge.bridge.store.FrameworkStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrameworksApiTest {
    private final TestDatabase database = TestDatabase.sqlite();
    private final Frameworks frameworks = new FrameworkStore(database.database());
    private final Site site = new Site((sessions, pages) ->
            List.of(Route.of(Access.BEARER, new FrameworksApi(frameworks, Site.CLOCK), "/api/v1/frameworks/*")));

    @AfterEach
    void close() {
        site.close();
        database.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void frameworks_areListed_andTheirItemsSearched() {
        assertThat(site.ask("/api/v1/frameworks").body()).isEqualTo("{\"frameworks\":[]}");
        Frameworks.Loading loading = frameworks.begin(new Frameworks.Heading("Ropes", "en", Format.CSV), Site.NOW);
        loading.add(List.of(
                Item.of("K1", "Knots", null),
                Item.of("K2", "Knots in the dark", "at night").typed("Skill")));
        long id = loading.finish("2", Site.NOW, (badge, version, framework) -> List.of())
                .framework();

        assertThat(json(site.ask("/api/v1/frameworks"))
                        .path("frameworks")
                        .get(0)
                        .path("items")
                        .asInt())
                .isEqualTo(2);
        JsonNode page = json(site.ask("/api/v1/frameworks/" + id + "/items?query=knot&limit=1"));
        assertThat(page.path("items").get(0).path("code").asString()).isEqualTo("K1");
        JsonNode next = json(site.ask("/api/v1/frameworks/" + id + "/items?query=knot&after="
                + page.path("after").asString()));
        assertThat(next.toString())
                .isEqualTo("{\"items\":[{\"framework\":\"Ropes\",\"code\":\"K2\","
                        + "\"name\":\"Knots in the dark\",\"description\":\"at night\",\"url\":null,\"type\":\"Skill\",\"level\":null,"
                        + "\"broader\":null,\"retired\":false,\"retiredAt\":null}],\"after\":null}");
        assertThat(site.ask("/api/v1/frameworks/" + (id + 1) + "/items").statusCode())
                .isEqualTo(404);
        assertThat(site.ask("/api/v1/frameworks/" + id).statusCode()).isEqualTo(404);
        assertThat(site.ask("/api/v1/frameworks/" + id + "/items?words=x&after=y&limit=0")
                        .body())
                .contains("?words", "?after", "?limit");
    }
}
