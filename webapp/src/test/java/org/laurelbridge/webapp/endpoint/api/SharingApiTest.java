package org.laurelbridge.webapp.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.store.SharingStore;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;

class SharingApiTest {
    private static final String ALL =
            "{\"public\":true,\"evidence\":true,\"score\":true,\"plain\":true,\"hosted\":true}";

    private final Course course = new Course();
    private final Awards awards = mock(Awards.class, delegatesTo(course.awards));
    private final Sharing.Choices choices = new SharingStore(course.database);
    private final Site site = new Site((sessions, pages) ->
            List.of(Route.of(Access.BEARER, new SharingApi(awards, choices, Site.CLOCK), "/api/v1/sharing/*")
                    .taking("GET", "PUT")));
    private final String sharing = "/api/v1/sharing/" + course.award().id();

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    @Test
    void put_isKept() {
        assertThat(site.put(sharing, ALL).statusCode()).isEqualTo(200);

        assertThat(course.award().isPublic()).isTrue();
        assertThat(choices.find(course.award().id())).isEqualTo(new Sharing(true, true, true, true));
    }

    @Test
    void put_whileTheAwardChanges_keepsNothingOfIt() {
        doReturn(awards).when(awards).by(any());
        doReturn(false).when(awards).change(any(), any(), any());

        assertThat(site.put(sharing, ALL).statusCode()).isEqualTo(409);

        assertThat(choices.find(course.award().id())).isEqualTo(Sharing.UNCHOSEN);
    }
}
