package org.laurelbridge.webapp.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.webapp.Course.badge;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs decide about awards, and what they are told of them, on a real server and a real database. */
class VerdictsApiTest {
    private static final String WHY = "{\"reason\":\"seen on paper\"}";

    private final Course course = new Course();
    private final Site site = new Site((sessions, pages) -> List.of(
            Route.of(Access.BEARER, new AwardsApi(course.awards, course.verdicts, course.addresses), "/api/v1/awards/*")
                    .taking("GET", "POST"),
            Route.of(Access.BEARER, new ExplanationsApi(course.people, course.explanations), "/api/v1/explanations"),
            Route.of(Access.BEARER, new NoticesApi(course.people, course.awards), "/api/v1/notices")));

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    private String path(String badge, String verdict) {
        return "/api/v1/awards/" + course.award(badge).id() + "/" + verdict;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void offered_isClaimed_andHasAnAddressOnceItIsGiven() {
        course.apply(badge("offer", "award: claim", "valid: {for: 1y}"));
        JsonNode offered =
                json(site.ask("/api/v1/awards?badge=offer")).path("awards").get(0);
        assertThat(offered.path("status").asString()).isEqualTo("offered");
        assertThat(offered.path("address").isNull()).isTrue();
        assertThat(offered.path("expiresAt").asString()).isEqualTo("2027-03-01T10:02:11Z");

        assertThat(site.tell(path("offer", "claim"), "").statusCode()).isEqualTo(200);
        course.settle();

        JsonNode given = json(site.ask("/api/v1/awards/" + course.award("offer").id()));
        assertThat(given.path("status").asString()).isEqualTo("valid");
        assertThat(given.path("address").asString())
                .isEqualTo("https://badges.example.org/awards/"
                        + course.award("offer").id());
        assertThat(given.path("revision").asInt()).isEqualTo(1);
        assertThat(site.tell(path("offer", "claim"), "").statusCode()).isEqualTo(409);
    }

    @Test
    void proposed_isApproved() {
        course.apply(badge("thesis", "award: approve"));
        assertThat(course.award("thesis").status()).isEqualTo(AwardStatus.PROPOSED);

        assertThat(site.tell(path("thesis", "approve"), WHY).statusCode()).isEqualTo(200);
        course.settle();

        assertThat(course.award("thesis").status()).isEqualTo(AwardStatus.VALID);
        assertThat(site.tell(path("thesis", "approve"), WHY).statusCode()).isEqualTo(409);
    }

    @Test
    void proposed_isDeclined() {
        course.apply(badge("thesis", "award: approve"));

        assertThat(json(site.tell(path("thesis", "decline"), WHY))
                        .path("status")
                        .asString())
                .isEqualTo("withdrawn");
        course.settle();

        assertThat(course.award("thesis").status()).isEqualTo(AwardStatus.WITHDRAWN);
        assertThat(site.tell(path("thesis", "revoke"), WHY).statusCode()).isEqualTo(409);
    }

    @Test
    void underReview_isRestored() {
        assertThat(site.tell(path("quiz", "restore"), WHY).statusCode()).isEqualTo(409);
        course.voidAll();

        assertThat(json(site.tell(path("quiz", "restore"), WHY)).path("status").asString())
                .isEqualTo("valid");
        assertThat(course.award("quiz").reason()).isEqualTo("seen on paper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline", "restore"})
    void verdict_withoutReason_isRefused(String verdict) {
        HttpResponse<String> answer = site.tell(path("quiz", verdict), "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/reason");
    }

    @Test
    void verdict_ofAnotherWord_isNotTaken() {
        assertThat(site.tell(path("quiz", "forget"), WHY).statusCode()).isEqualTo(405);
    }

    private String explained(String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + Site.TOKEN;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return json(site.get("/api/v1/explanations?badge=lab&person=" + course.ada, all))
                .path("tree")
                .toString();
    }

    @Test
    void explanation_isInTheLanguageThatIsAskedFor() {
        assertThat(explained("Accept-Language", "de-AT, en;q=0.5")).contains("noch");
        assertThat(explained("Accept-Language", "en")).doesNotContain("noch");
    }

    @Test
    void explanation_inALanguageWithoutWords_orInNone_isEnglish() {
        String english = explained("Accept-Language", "en");

        assertThat(explained("Accept-Language", "tlh")).isEqualTo(english);
        assertThat(explained("Accept-Language", "*, ;q=x, 7")).isEqualTo(english);
        assertThat(explained()).isEqualTo(english);
    }

    @Test
    void notices_tellWhatTheLearnerWasTold() {
        course.apply(badge("short", "valid: {until: 2026-03-20}", "remind: [60d, 30d]"));

        JsonNode notice = json(site.ask("/api/v1/notices?person=" + course.ada))
                .path("notices")
                .get(0);

        assertThat(notice.path("badge").asString()).isEqualTo("short");
        assertThat(notice.path("what").asString()).isEqualTo("expiring");
        assertThat(notice.path("moment").asString()).isEqualTo("2026-03-21T00:00:00Z");
        assertThat(notice.path("ahead").asString()).isEqualTo("PT720H");
        assertThat(notice.path("toldAt").asString()).isEqualTo(Site.NOW.toString());
    }

    @Test
    void notices_ofNobody_areRefused() {
        assertThat(site.ask("/api/v1/notices").body()).contains("?person", "nothing");
        assertThat(site.ask("/api/v1/notices?person=ada&limit=0").body()).contains("?person", "?limit");
        assertThat(site.ask("/api/v1/notices?person=ffffffff-ffff-4fff-8fff-ffffffffffff")
                        .statusCode())
                .isEqualTo(404);
    }
}
