package org.laurelbridge.webapp.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.Announcements;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.webhook.Webhook;
import org.laurelbridge.bridge.deliver.webhook.WebhookSecret;
import org.laurelbridge.bridge.store.AnnouncementStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks by a program: who is told, what, and again. */
class WebhooksApiTest {
    private static final Webhook PORTAL = new Webhook(
            "portal",
            URI.create("https://portal.example.org/hooks"),
            List.of(WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow()),
            EnumSet.of(What.ISSUED, What.REVOKED));

    private final Course course = new Course();
    private final Announcements announcements = new AnnouncementStore(course.database);
    private final Site site = new Site((sessions, pages) -> List.of(
            Route.of(Access.BEARER, api(course.database), "/api/v1/webhooks/*").taking("GET", "POST")));
    private final Award award = course.awards.list(null, null, null, 1).get(0);

    static WebhooksApi api(Database database) {
        return new WebhooksApi(new AnnouncementStore(database), List.of(PORTAL), Site.CLOCK);
    }

    @BeforeEach
    void revokeOne() {
        announcements.subscribe(Set.of(Lane.WEBHOOKS), List.of(PORTAL.subscriber()));
        assertThat(course.verdicts.revoke(award, "copied")).isTrue();
    }

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private String replay(String body) {
        HttpResponse<String> answer = site.tell("/api/v1/webhooks/portal/replay", body);
        return answer.statusCode() + " " + (answer.statusCode() == 200 ? answer.body() : "");
    }

    @Test
    void whoIsTold_isListedWithoutTheSecret() {
        assertThat(json(site.ask("/api/v1/webhooks")).path("webhooks").toString())
                .isEqualTo("""
                [{"name":"portal","url":"https://portal.example.org/hooks","events":["award.issued","award.revoked"],\
                "goneAt":null}]""");
    }

    @Test
    void events_areListedAsTheyStand() {
        JsonNode events = json(site.ask("/api/v1/webhooks/portal/events")).path("events");

        assertThat(events.size()).isEqualTo(1);
        assertThat(events.path(0).path("type").asString()).isEqualTo("award.revoked");
        assertThat(events.path(0).path("award").asString()).isEqualTo(award.id().toString());
        assertThat(events.path(0).path("state").asString()).isEqualTo("due");
        assertThat(json(site.ask("/api/v1/webhooks/portal/events?since=2100-01-01T00:00:00%2B01:00"))
                        .path("events")
                        .size())
                .isZero();
        assertThat(json(site.ask("/api/v1/webhooks/portal/events?after="
                                + events.path(0).path("id").asString()))
                        .path("events")
                        .size())
                .isZero();
    }

    @Test
    void events_areSentAgain_byTheirIdOrSinceAMoment() {
        UUID id = announcements
                .list(PORTAL.subscriber(), Instant.EPOCH, null, 1)
                .get(0)
                .announcement()
                .id();
        assertThat(replay("{\"event\":\"" + id + "\"}")).startsWith("409");
        course.database.change(handle -> handle.execute("update delivery set state = 'delivered'"));

        assertThat(replay("{\"event\":\"" + id + "\"}")).isEqualTo("200 {\"sent\":1}");
        course.database.change(handle -> handle.execute("update delivery set state = 'stuck'"));
        assertThat(replay("{\"since\":\"2000-01-01T00:00:00Z\"}")).isEqualTo("200 {\"sent\":1}");
        assertThat(replay("{\"since\":\"2100-01-01T00:00:00Z\"}")).isEqualTo("200 {\"sent\":0}");
    }

    @Test
    void whatIsNotThere_isSaidSo() {
        assertThat(replay("{}")).startsWith("400");
        assertThat(replay("{\"since\":\"yesterday\"}")).startsWith("400");
        assertThat(replay("{\"event\":\"" + UUID.randomUUID() + "\",\"since\":\"2000-01-01T00:00:00Z\"}"))
                .startsWith("400");
        assertThat(site.ask("/api/v1/webhooks/other/events").statusCode()).isEqualTo(404);
        assertThat(site.tell("/api/v1/webhooks/portal/events", "{}").statusCode())
                .isEqualTo(404);
        assertThat(site.ask("/api/v1/webhooks/portal/events?since=now").statusCode())
                .isEqualTo(400);
    }
}
