package org.laurelbridge.webapp.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.webapp.Course.badge;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs say of people, on a real server and a real database. */
class AttestationsApiTest {
    private static final String PATH = "/api/v1/attestations";

    private final Course course = new Course();
    private final Site site = new Site((sessions, pages) -> List.of(
            Route.of(Access.BEARER, new AttestationsApi(course.people, course.attesting, course.rules), PATH + "/*")
                    .taking("GET", "POST", "DELETE")));

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    private HttpResponse<String> say(String members) {
        return site.tell(PATH, "{\"person\":\"" + course.ada + "\"," + members.replace('\'', '"') + "}");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> places(HttpResponse<String> answer) {
        List<String> places = new ArrayList<>();
        json(answer)
                .path("problems")
                .forEach(problem -> places.add(problem.path("place").asString()));
        return places;
    }

    @Test
    void said_again_isKeptOnce() {
        HttpResponse<String> first = say("'topic':'member','subject':'blue'");
        HttpResponse<String> again = say("'topic':'member','subject':'blue','until':'2026-09-01T00:00:00+02:00'");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        JsonNode all = json(site.ask(PATH + "?person=" + course.ada)).path("attestations");
        assertThat(all.size()).isEqualTo(1);
        assertThat(all.get(0).path("id")).isEqualTo(json(first).path("id"));
        assertThat(all.get(0).path("from").asString()).isEqualTo(Site.NOW.toString());
        assertThat(all.get(0).path("until").asString()).isEqualTo("2026-08-31T22:00:00Z");
    }

    @Test
    void approval_opensABadge_andTakenBackItClosesIt() {
        course.apply(badge("stack")
                .replaceAll("when: .*", "when: {all: [{scored: {on: quiz, atLeast: 80%}}, {approved: {by: lead}}]}"));

        String id = json(say("'topic':'approved','subject':'stack','value':'lead','by':'anna'"))
                .path("id")
                .asString();
        course.settle();
        assertThat(course.award("stack").status()).isEqualTo(AwardStatus.VALID);

        assertThat(site.call("DELETE", PATH + "/" + id + "?person=" + course.ada)
                        .statusCode())
                .isEqualTo(204);
        course.settle();
        assertThat(course.attesting.list(course.ada)).isEmpty();
        assertThat(course.award("stack").unsupportedSince()).isEqualTo(Site.NOW);
        assertThat(site.call("DELETE", PATH + "/" + id + "?person=" + course.ada)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takenBack_ofAnotherPerson_isNotThere() {
        PersonId bob = course.people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), Site.NOW);
        String id = json(say("'topic':'member','subject':'blue'")).path("id").asString();

        assertThat(site.call("DELETE", PATH + "/" + id + "?person=" + bob).statusCode())
                .isEqualTo(404);
        assertThat(site.call("DELETE", PATH + "/x?person=" + course.ada).statusCode())
                .isEqualTo(404);
        assertThat(site.call("DELETE", PATH + "/" + id).statusCode()).isEqualTo(400);
        assertThat(course.attesting.list(course.ada)).hasSize(1);
    }

    @Test
    void mistakes_areToldAllAtOnce_andNothingIsKept() {
        HttpResponse<String> answer = site.tell(PATH, """
                {"person":"ada","topic":"evidence","subject":"nope","value":"url","detail":"javascript:alert(1)",
                 "by":7,"shoe":"43","from":"yesterday","until":"2026-03-01"}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(places(answer))
                .containsExactlyInAnyOrder("/person", "/subject", "/detail", "/by", "/shoe", "/from", "/until");
        assertThat(course.attesting.list(course.ada)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'subject':'x'|/topic",
                "'topic':'holds','subject':'quiz'|/topic",
                "'topic':'member'|/subject",
                "'topic':'profile','subject':'grade'|/value",
                "'topic':'approved','subject':'quiz','by':'anna'|/value",
                "'topic':'approved','subject':'quiz','value':'lead'|/by",
                "'topic':'evidence','subject':'quiz','value':'poem','detail':'x'|/value",
                "'topic':'evidence','subject':'quiz','value':'text'|/detail",
                "'topic':'evidence','subject':'quiz','value':'url','detail':'https://'|/detail",
                "'topic':'member','subject':'x','from':'2026-03-02T00:00:00Z','until':'2026-03-02T00:00:00Z'|/until",
                "'topic':'member','subject':'x','from':'+99999-01-01T00:00:00Z'|/from",
            })
    void mistake_isToldWithItsPlace(String members, String place) {
        assertThat(places(say(members))).containsExactly(place);
    }

    @Test
    void textThatIsTooLong_isRefused() {
        HttpResponse<String> answer = say("'topic':'member','subject':'" + "x".repeat(201) + "','value':'"
                + "x".repeat(2_001) + "','detail':'" + "x".repeat(2_000) + "','by':'" + "x".repeat(200) + "'");

        assertThat(places(answer)).containsExactlyInAnyOrder("/subject", "/value");
        assertThat(answer.body()).contains("201 characters", "at most 200", "at most 2000");
    }

    @Test
    void bodyThatIsNoObject_isRefused() {
        assertThat(site.tell(PATH, "[]").statusCode()).isEqualTo(400);
        assertThat(site.tell(PATH, "{").statusCode()).isEqualTo(400);
    }

    @Test
    void attestations_wantAPerson() {
        assertThat(site.ask(PATH).statusCode()).isEqualTo(400);
        assertThat(site.ask(PATH + "?person=ffffffff-ffff-4fff-8fff-ffffffffffff")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.call("DELETE", PATH + "?person=" + course.ada).statusCode())
                .isEqualTo(405);
        assertThat(site.tell(PATH + "/x", "{}").statusCode()).isEqualTo(405);
    }
}
