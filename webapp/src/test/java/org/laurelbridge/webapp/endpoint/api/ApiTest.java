package org.laurelbridge.webapp.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.store.FiguresStore;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface on a real server and a real database. */
class ApiTest {
    private final Course course = new Course();
    private final Outbox outbox = mock(Outbox.class);
    private final Figures figures = new FiguresStore(course.database, Site.CLOCK);
    private final Site site = new Site((sessions, pages) -> api().list());

    private ApiRoutes api() {
        return new ApiRoutes(
                course.people,
                course.awards,
                course.verdicts,
                course.explanations,
                course.attesting,
                course.rules,
                outbox,
                figures,
                course.addresses,
                Site.CLOCK);
    }

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void api_withoutToken_isRefused() {
        HttpResponse<String> answer = site.get("/api/v1/awards", "Accept", "*/*");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
    }

    @Test
    void awards_areListedByBadgeAndPerson() {
        JsonNode found =
                json(site.ask("/api/v1/awards?badge=quiz&person=" + course.ada)).path("awards");

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(0).path("status").asString()).isEqualTo("valid");
        assertThat(found.get(0).path("address").asString())
                .isEqualTo("https://badges.example.org/awards/" + course.award().id());
        assertThat(json(site.ask("/api/v1/awards?badge=lab")).path("awards").size())
                .isZero();
    }

    @Test
    void awards_fullPage_saysWhereTheNextBegins() {
        JsonNode page = json(site.ask("/api/v1/awards?limit=1"));

        String last = page.path("after").asString();

        assertThat(last).isEqualTo(course.award().id().toString());
        assertThat(site.ask("/api/v1/awards?limit=1&after=" + last).body()).isEqualTo("{\"awards\":[],\"after\":null}");
    }

    @Test
    void query_withMistakes_tellsAllOfThem() {
        HttpResponse<String> answer = site.ask("/api/v1/awards?bagde=quiz&person=ada&limit=0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("problems").size()).isEqualTo(3);
        assertThat(answer.body()).contains("?bagde", "?person", "?limit");
    }

    @Test
    void award_revoked_isRevokedOnce() {
        String revoke = "/api/v1/awards/" + course.award().id() + "/revoke";

        assertThat(site.tell(revoke, "{\"reason\":\"granted by mistake\"}").body())
                .contains("\"revoked\"");

        assertThat(course.award().status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(site.tell(revoke, "{\"reason\":\"again\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void award_revokedWithoutReason_isRefused() {
        HttpResponse<String> answer =
                site.tell("/api/v1/awards/" + course.award().id() + "/revoke", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("problems").get(0).path("place").asString())
                .isEqualTo("/reason");
    }

    @Test
    void explanation_tellsTheTree() {
        JsonNode met = json(site.ask("/api/v1/explanations?badge=quiz&person=" + course.ada));
        JsonNode open = json(site.ask("/api/v1/explanations?badge=lab&person=" + course.ada));

        assertThat(met.path("status").asString()).isEqualTo("met");
        assertThat(open.path("status").asString()).isEqualTo("open");
        assertThat(site.ask("/api/v1/explanations?badge=none&person=" + course.ada)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void deliveries_areListedByState() {
        Outbox.Listed stuck = new Outbox.Listed(
                7, course.award().id(), "quiz", "moodle", "2", 1, Outbox.State.STUCK, 9, Site.NOW, "no such user");
        when(outbox.list(Outbox.State.STUCK, null, 100)).thenReturn(List.of(stuck));

        assertThat(site.ask("/api/v1/deliveries?state=stuck").body()).contains("no such user", "\"id\":7");
        assertThat(site.ask("/api/v1/deliveries?state=lost").statusCode()).isEqualTo(400);
    }

    @Test
    void delivery_sentAgain_orNotStuck() {
        when(outbox.sendAgain(7, Site.NOW)).thenReturn(true);
        when(outbox.sendAllAgain(Site.NOW)).thenReturn(3);

        assertThat(site.tell("/api/v1/deliveries/7/send-again", "").body()).isEqualTo("{\"sent\":1}");
        assertThat(site.tell("/api/v1/deliveries/8/send-again", "").statusCode())
                .isEqualTo(409);
        assertThat(site.tell("/api/v1/deliveries/send-again", "").body()).isEqualTo("{\"sent\":3}");
    }

    @Test
    void people_sentTwice_areAddedOnce() {
        String bob = "[{\"name\":\"Bob\",\"account\":{\"homePage\":\"https://lms.example\",\"name\":\"42\"}}]";

        HttpResponse<String> first = site.tell("/api/v1/people", bob);
        HttpResponse<String> second = site.tell("/api/v1/people", bob);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        String id = json(first).get(0).path("id").asString();
        assertThat(site.ask("/api/v1/people/" + id).body()).contains("\"Bob\"", "\"account\"", "\"42\"");
    }

    @Test
    void people_withMistakes_areToldAllAndNobodyIsAdded() {
        String wrong = "[{\"email\":\"new@example.org\"},{\"email\":\"none\",\"shoe\":\"43\"},{\"name\":7},3]";

        HttpResponse<String> answer = site.tell("/api/v1/people", wrong);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/1/email", "/1/shoe", "/2/name", "\"/3\"");
        assertThat(course.people.list(null, 10)).hasSize(1);
    }

    @Test
    void people_whoWouldBeTwo_areRefused() {
        site.tell("/api/v1/people", "{\"email\":\"bob@example.org\"}");
        site.tell("/api/v1/people", "{\"openid\":\"https://id.example/bob\"}");

        HttpResponse<String> answer =
                site.tell("/api/v1/people", "{\"email\":\"bob@example.org\",\"openid\":\"https://id.example/bob\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("identifiers of different people");
    }

    @Test
    void people_inNoJson_areRefused() {
        assertThat(site.tell("/api/v1/people", "{\"name\":").statusCode()).isEqualTo(400);
        assertThat(site.tell("/api/v1/people", "[" + "1,".repeat(3_000_000) + "1]")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void unknownActor_isListedAndJoined() {
        JsonNode actors = json(site.ask("/api/v1/unknown-actors")).path("actors");
        assertThat(actors.get(0).path("statements").asInt()).isEqualTo(1);
        String join = "{\"actor\":" + actors.get(0).path("actor") + ",\"person\":\"" + course.ada + "\"}";

        assertThat(site.tell("/api/v1/unknown-actors/join", join).statusCode()).isEqualTo(200);
        course.settle();
        assertThat(json(site.ask("/api/v1/unknown-actors")).path("actors").size())
                .isZero();
    }

    @Test
    void health_countsTheStages() {
        JsonNode health = json(site.ask("/api/v1/health"));

        assertThat(health.path("statements").asInt()).isEqualTo(2);
        assertThat(health.path("awards").path("valid").asInt()).isEqualTo(1);
        assertThat(health.path("unknownActors").asInt()).isEqualTo(1);
    }

    @Test
    void award_thatIsNotThere_isNotFound() {
        assertThat(site.ask("/api/v1/awards/" + new AwardId(new UUID(1, 2))).statusCode())
                .isEqualTo(404);
        assertThat(site.ask("/api/v1/awards/").statusCode()).isEqualTo(404);
    }

    @Test
    void openApi_holdsEveryRouteThatIsServed_andNoOther() {
        JsonNode paths = json(site.get("/api/openapi.json", "Accept", "*/*")).path("paths");
        List<String> served = api().list().stream()
                .filter(route -> route.access() == Access.BEARER)
                .flatMap(route -> route.paths().stream())
                .map(path -> path.replace("/*", ""))
                .toList();

        for (String path : served) {
            assertThat(paths.has(path)).as(path).isTrue();
        }
        for (String path : paths.propertyNames()) {
            assertThat(served).as(path).anyMatch(route -> path.equals(route) || path.startsWith(route + "/"));
        }
    }

    @Test
    void openApi_describesNothingThatIsNotAnswered() {
        JsonNode paths = json(site.get("/api/openapi.json", "Accept", "*/*")).path("paths");
        for (String path : paths.propertyNames()) {
            String real = path.replace("{id}", course.ada.toString());
            for (String method : paths.path(path).propertyNames()) {
                HttpResponse<String> answer = method.equals("post")
                        ? site.tell(real, "{}")
                        : site.call(method.toUpperCase(Locale.ROOT), real);
                assertThat(answer.statusCode()).as(method + " " + path).isNotIn(405, 500, 501);
            }
        }
    }

    @Test
    void metrics_areTheFigures() {
        MetricsServlet metrics = new MetricsServlet(figures, Site.CLOCK);
        try (Site monitored = new Site((sessions, pages) -> List.of(Route.of(Access.PUBLIC, metrics, "/metrics")))) {
            assertThat(monitored.get("/metrics").body())
                    .contains(
                            "laurel_statements 2.0",
                            "laurel_awards{status=\"valid\"} 1.0",
                            "laurel_statements_parked 1.0");
        }
    }
}
