package org.laurelbridge.webapp.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
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
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.store.EvidenceStore;
import org.laurelbridge.bridge.store.FactStore;
import org.laurelbridge.bridge.store.FiguresStore;
import org.laurelbridge.bridge.store.FrameworkStore;
import org.laurelbridge.bridge.store.PlanStore;
import org.laurelbridge.bridge.store.SharingStore;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.verify.Desks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The REST interface on a real server and a real database. */
class ApiTest {
    private final Course course = new Course();
    private final Outbox outbox = mock(Outbox.class);
    private final Figures figures = new FiguresStore(course.database, Site.CLOCK);
    private final PlanStore plans = new PlanStore(course.database);
    private final Site site = new Site((sessions, pages) -> api().list());

    private ApiRoutes api() {
        when(outbox.by(any())).thenReturn(outbox);
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
                plans,
                new Planner(
                        course.rules,
                        plans,
                        new EvidenceStore(course.database),
                        new FactStore(course.database),
                        Site.CLOCK),
                Desks.alone(),
                new SharingStore(course.database),
                new FrameworkStore(course.database),
                EndorsementsApiTest.api(course.database),
                ErasuresApiTest.api(course.database),
                WebhooksApiTest.api(course.database),
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
                7, course.award().id(), "quiz", "own", "2", 1, Outbox.State.STUCK, 9, Site.NOW, "gone", Site.NOW, null);
        when(outbox.list(Outbox.State.STUCK, null, 100)).thenReturn(List.of(stuck));

        assertThat(site.ask("/api/v1/deliveries?state=stuck").body()).contains("gone", "\"id\":7");
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

    /** The documents in force, with a quiz of another threshold and version. */
    private String rules(String atLeast) {
        ArrayNode documents = JsonMapper.shared().createArrayNode();
        course.rules
                .export()
                .forEach(one -> documents
                        .addObject()
                        .put("file", one.file())
                        .put(
                                "text",
                                one.file().equals("badge-quiz.yaml")
                                        ? one.text()
                                                .replace("version: 1", "version: 2")
                                                .replace("80%", atLeast)
                                        : one.text()));
        return "{\"documents\":" + documents + "}";
    }

    @Test
    void rules_areExportedComparedAndForeseen() {
        assertThat(json(site.ask("/api/v1/rules")).path("documents").size()).isEqualTo(3);
        JsonNode changes = json(site.tell("/api/v1/rules/diff", rules("95%"))).path("changes");
        assertThat(changes.size()).isEqualTo(3);
        assertThat(changes.get(2).path("what").asString()).isEqualTo("changed");
        assertThat(changes.get(2).path("lines").toString()).contains("- version: 1", "+ version: 2");
        JsonNode foreseen = json(site.tell("/api/v1/rules/plan", rules("95%"))).path("badges");
        assertThat(foreseen.size()).isEqualTo(1);
        assertThat(foreseen.get(0).path("people").asInt()).isEqualTo(1);
        assertThat(foreseen.get(0).path("effects").size()).isZero();
        JsonNode forecast = json(site.tell("/api/v1/rules/forecast?badge=quiz", ""));
        assertThat(forecast.path("earners").get(0).path("held").asBoolean()).isTrue();
        assertThat(site.tell("/api/v1/rules/forecast?badge=none", "").statusCode())
                .isEqualTo(404);
        assertThat(site.tell("/api/v1/rules/forecast", "").body()).contains("?badge");
    }

    @Test
    void rules_withMistakes_areToldAllOfThem() {
        assertThat(site.tell("/api/v1/rules/apply", "{}").body()).contains("/documents");
        assertThat(site.tell("/api/v1/rules/apply", "{\"documents\":[{},{\"file\":\"x\"}]}")
                        .body())
                .contains("/documents/0", "/documents/1");
        assertThat(site.tell("/api/v1/rules/apply", rules("95")).body()).contains("badge-quiz.yaml");
        assertThat(site.tell("/api/v1/rules/apply?accept=yes", rules("95%")).statusCode())
                .isEqualTo(400);
        assertThat(site.ask("/api/v1/rules/apply").statusCode()).isEqualTo(405);
    }

    @Test
    void rulesThatTouchAwards_waitUntilTheirPlanIsAccepted() {
        course.hear(Course.scored("ada@example.org", "lab", "0.5"));
        course.settle();
        String easier = rules("80%")
                .replace("on: lab, atLeast: 80%", "on: lab, atLeast: 40%")
                .replace("id: lab\\nversion: 1", "id: lab\\nversion: 2");
        HttpResponse<String> waiting = site.tell("/api/v1/rules/apply", easier);
        assertThat(waiting.statusCode()).isEqualTo(202);
        String plan = "/api/v1/plans/" + json(waiting).path("plan").path("id").asInt();
        assertThat(json(site.ask(plan)).path("current").asBoolean()).isTrue();
        assertThat(json(site.ask(plan + "/effects"))
                        .path("effects")
                        .get(0)
                        .path("person")
                        .asString())
                .isEqualTo(course.ada.toString());
        assertThat(json(site.ask("/api/v1/plans")).path("plans").size()).isEqualTo(1);
        assertThat(site.tell(plan + "/accept", "").body()).contains("\"in force\"", "badge lab@2");
        assertThat(site.tell(plan + "/accept", "").statusCode()).isEqualTo(409);
        assertThat(site.tell(plan + "/drop", "").statusCode()).isEqualTo(409);
        assertThat(site.ask("/api/v1/plans/77").statusCode()).isEqualTo(404);
        course.settle();
        assertThat(course.awards.list(null, null, null, 10)).hasSize(2);
    }

    @Test
    void people_mergedAndUndone() {
        course.people.add("Bob", List.of(new Identifier("email", "", "nobody@example.org")), Site.NOW);
        course.settle();
        String bob = course.people
                .find(new Identifier("email", "", "nobody@example.org"))
                .orElseThrow()
                .toString();
        String merge = "{\"kept\":\"" + course.ada + "\",\"merged\":\"" + bob + "\",\"why\":\"two addresses\"}";

        HttpResponse<String> merged = site.tell("/api/v1/people/merges", merge);
        course.settle();

        assertThat(merged.statusCode()).isEqualTo(201);
        assertThat(json(site.ask("/api/v1/people/" + bob)).path("id").asString())
                .isEqualTo(course.ada.toString());
        assertThat(site.ask("/api/v1/awards?person=" + course.ada).body()).contains("\"superseded\"", "\"valid\"");
        assertThat(site.tell("/api/v1/people/merges", merge).statusCode()).isEqualTo(409);
        assertThat(site.ask("/api/v1/people/merges").body()).contains("two addresses", "\"undoneAt\":null");
        String undo = "/api/v1/people/merges/" + json(merged).path("id").asInt() + "/undo";
        assertThat(site.tell(undo, "").statusCode()).isEqualTo(200);
        assertThat(site.tell(undo, "").body()).contains("undone already");
        assertThat(site.tell("/api/v1/people/merges/99/undo", "").statusCode()).isEqualTo(404);
        assertThat(site.ask("/api/v1/people/merges?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void merge_withMistakes_tellsAllOfThem() {
        HttpResponse<String> answer = site.tell("/api/v1/people/merges", "{\"kept\":\"ada\",\"why\":\"\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/kept", "/merged", "/why");
        assertThat(site.tell("/api/v1/people/merges", "[]").statusCode()).isEqualTo(400);
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
                .flatMap(route -> route.paths().stream())
                .filter(path -> !path.equals("/api/openapi.json"))
                .map(path -> path.replace("/*", ""))
                .toList();

        for (String path : served) {
            assertThat(paths.has(path) || paths.has(path + "/{id}")).as(path).isTrue();
        }
        for (String path : paths.propertyNames()) {
            assertThat(served).as(path).anyMatch(route -> path.equals(route) || path.startsWith(route + "/"));
        }
    }

    @Test
    void openApi_describesNothingThatIsNotAnswered() {
        JsonNode paths = json(site.get("/api/openapi.json", "Accept", "*/*")).path("paths");
        for (String path : paths.propertyNames()) {
            String real = path.replaceAll("\\{[a-z]+}", course.ada.toString());
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
