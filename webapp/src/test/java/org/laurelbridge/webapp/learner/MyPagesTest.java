package org.laurelbridge.webapp.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** What a learner sees of their own badges. */
class MyPagesTest {
    private final Course course = new Course();
    private final Site site = new Site(this::routes);

    private List<Route> routes(Sessions sessions, Pages pages) {
        return List.of(Route.of(
                Access.LEARNER,
                new MyServlet(course.awards, course.rules, course.addresses, sessions, pages, Site.CLOCK),
                "/my"));
    }

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    @Test
    void wall_showsWhatIsTheirs() {
        String body = site.signIn(course.ada).get("/my").body();

        assertThat(body)
                .contains(
                        "Kubernetes fundamentals",
                        "href=\"/awards/" + course.award().credential() + "\"")
                .contains("/badges/quiz/1/image.svg", "state good\">Valid<", "2026-03-01", "aria-current=\"page\"")
                .contains("Sign out everywhere", ">Ada<")
                .doesNotContain("<script");
    }

    @Test
    void wall_linksToWhatABadgeMeans_whileItIsNotGiven() {
        course.apply(Course.badge("mentor", "award: claim"));
        course.hear(Course.scored("ada@example.org", "quiz", "0.92"));

        assertThat(site.signIn(course.ada).get("/my").body())
                .contains("href=\"/badges/mentor/1\"", "state open\">Not claimed yet<");
    }

    @Test
    void wall_doesNotCallValid_whatLostItsEvidence() {
        course.voidAll();

        assertThat(site.signIn(course.ada).get("/my").body())
                .contains("Kubernetes fundamentals")
                .doesNotContain("state good");
    }

    @Test
    void wall_ofWhoHasNone_saysWhatToDo() {
        PersonId bob = course.people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), Site.NOW);

        assertThat(site.signIn(bob).get("/my").body())
                .contains("You have no badge yet.", "href=\"/\"")
                .doesNotContain("Kubernetes");
    }

    @Test
    void wall_isNotThereForOthers() {
        assertThat(site.get("/my").statusCode()).isEqualTo(302);
        assertThat(site.signIn(Role.ADMINISTRATOR).get("/my").statusCode()).isEqualTo(404);
    }
}
