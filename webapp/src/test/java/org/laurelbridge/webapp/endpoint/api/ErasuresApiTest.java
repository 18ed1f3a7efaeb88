package org.laurelbridge.webapp.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.ErasureStore;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Erasing by a program. */
class ErasuresApiTest {
    private final Course course = new Course();
    private final Site site = new Site((sessions, pages) -> List.of(
            Route.of(Access.BEARER, api(course.database), "/api/v1/erasures/*").taking("GET", "POST")));

    static ErasuresApi api(Database database) {
        return new ErasuresApi(erasing(database));
    }

    private static Erasing erasing(Database database) {
        return new Erasing(
                new ErasureStore(database, new SecretBox(new byte[32]), new byte[32]), kind -> Set.of(), Site.CLOCK);
    }

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    private static JsonNode json(String body) {
        return new JsonMapper().readTree(body);
    }

    @Test
    void aPersonIsErased_andTheReportStays() {
        var begun = site.tell("/api/v1/erasures", "{\"person\":\"" + course.ada + "\"}");
        assertThat(begun.statusCode()).isEqualTo(202);
        String id = json(begun.body()).path("id").asString();
        Erasing erasing = erasing(course.database);
        erasing.goOn(erasing.find(UUID.fromString(id)).orElseThrow(), step -> {});

        JsonNode done = json(site.ask("/api/v1/erasures/" + id).body());
        assertThat(done.path("doneAt").isString()).isTrue();
        assertThat(done.path("erased").path("awards").asInt()).isEqualTo(1);
        assertThat(json(site.ask("/api/v1/erasures").body()).path("erasures").size())
                .isEqualTo(1);
        assertThat(course.people.find(course.ada.value())).isEmpty();
    }

    @Test
    void nobody_isNotErased() {
        assertThat(site.tell("/api/v1/erasures", "{\"person\":\"" + UUID.randomUUID() + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.ask("/api/v1/erasures/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }
}
