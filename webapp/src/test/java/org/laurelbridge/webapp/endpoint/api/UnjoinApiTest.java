package org.laurelbridge.webapp.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.store.AuditStore;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;

/** Taking from a person what they are known by, as a program does it. */
class UnjoinApiTest {
    private final Course course = new Course();
    private final Site site = new Site((sessions, pages) ->
            List.of(Route.of(Access.BEARER, new UnknownActorsApi(course.people, Site.CLOCK), "/api/v1/unknown-actors/*")
                    .taking("GET", "POST")));

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    private HttpResponse<String> unjoin(String value, Object person) {
        String body = "{\"actor\":{\"kind\":\"email\",\"scope\":\"\",\"value\":\"%s\"},\"person\":\"%s\"}";
        return site.tell("/api/v1/unknown-actors/unjoin", body.formatted(value, person));
    }

    @Test
    void unjoin_takesTheActorAndWhatItSupported_andIsRecorded() {
        assertThat(course.award().status()).isEqualTo(AwardStatus.VALID);

        HttpResponse<String> answer = unjoin("ada@example.org", course.ada);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"person\":\"" + course.ada + "\"}");
        assertThat(course.people.find(new Identifier("email", "", "ada@example.org")))
                .isEmpty();
        course.settle();
        assertThat(course.people.listUnknown(10))
                .extracting(actor -> actor.identifier().value())
                .contains("ada@example.org");
        assertThat(new AuditStore(course.database, Site.CLOCK).list(Audit.Filter.ALL, 0, 10))
                .extracting(row -> row.change().action())
                .contains("person.unjoined");
    }

    @Test
    void unjoin_ofWhatTheyAreNotKnownBy_isRefused() {
        assertThat(unjoin("nobody@example.org", course.ada).statusCode()).isEqualTo(409);
        assertThat(unjoin("ada@example.org", UUID.randomUUID()).statusCode()).isEqualTo(400);
        assertThat(site.tell("/api/v1/unknown-actors/unjoin", "{}").statusCode())
                .isEqualTo(400);
        assertThat(site.tell("/api/v1/unknown-actors/other", "{}").statusCode()).isEqualTo(405);
        assertThat(course.people.find(new Identifier("email", "", "ada@example.org")))
                .contains(course.ada);
    }
}
