package org.laurelbridge.webapp.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.Learning;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.ClassStandings;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.ClassEvidenceStore;
import org.laurelbridge.bridge.store.ClassStore;
import org.laurelbridge.bridge.store.HappeningStore;
import org.laurelbridge.bridge.store.LtiPlatformStore;
import org.laurelbridge.bridge.store.QuestionStore;
import org.laurelbridge.bridge.store.ReturnStore;
import org.laurelbridge.bridge.store.SharingStore;
import org.laurelbridge.bridge.store.WalletOfferStore;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.admin.Choosing;
import org.laurelbridge.webapp.admin.SharingServlet;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** What a learner sees of their own badges. */
class MyPagesTest {
    private final Course course = new Course();
    private final Sharing.Choices choices = new SharingStore(course.database);
    private final Site site = new Site(this::routes);

    private List<Route> routes(Sessions sessions, Pages pages) {
        Choosing choosing = new Choosing(course.awards, choices, course.rules, course.addresses, Site.CLOCK);
        return List.of(
                Route.of(Access.LEARNER, new MyServlet(desk(), sessions, pages), "/my"),
                Route.of(
                                Access.LEARNER,
                                new SharingServlet(course.awards, choosing, new MySharing(sessions), pages),
                                "/my/awards/*")
                        .taking("GET", "POST"),
                Route.of(Access.LEARNER, new MyClaimsServlet(course.awards, course.verdicts, sessions), "/my/claims/*")
                        .taking("POST"));
    }

    private LearnerDesk desk() {
        return new LearnerDesk(
                course.awards,
                new Explanations(course.awards, course.rules, Site.CLOCK),
                new ClassStandings(new ClassEvidenceStore(course.database), course.rules, Site.CLOCK),
                new ClassStore(course.database, new LtiPlatformStore(course.database)),
                new Learning(
                        new HappeningStore(course.database),
                        new QuestionStore(course.database),
                        new WalletOfferStore(course.database),
                        new ReturnStore(course.database)),
                course.rules,
                course.addresses,
                Site.CLOCK);
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
                .contains(
                        "/badges/quiz/1/image.svg",
                        "state good\">Valid<",
                        "2026-03-01",
                        "· Private<",
                        "aria-current=\"page\"")
                .contains("Sign out everywhere", ">Ada<")
                .doesNotContain("script>alert", "<script>");
    }

    @Test
    void failure_keepsTheBarOfWhoIsSignedIn() {
        assertThat(site.get("/nothing").body()).contains("/sign-in").doesNotContain("/sign-out");
        assertThat(site.signIn(course.ada).get("/nothing").body())
                .contains("There is nothing here", "href=\"/my/backpacks\"", "/sign-out", ">Ada<")
                .doesNotContain("/sign-in");
    }

    private Award offered() {
        course.apply(Course.badge("mentor", "award: claim", "description: Helps others."));
        return course.award("mentor");
    }

    private String post(Award award, String verdict) {
        String path = "/my/claims/" + award.id();
        HttpResponse<String> answer = site.post(path, Map.of("csrf", site.csrf("/my"), "do", verdict));
        return answer.headers().firstValue("Location").orElse(String.valueOf(answer.statusCode()));
    }

    @Test
    void offered_waitsOnTheWall_andIsGivenOnce_whenItIsClaimed() {
        Award award = offered();
        assertThat(site.signIn(course.ada).get("/my").body())
                .contains("Waiting for you", "Helps others.", "href=\"/my/badges/mentor\"")
                .contains("state open\">Not claimed yet<", "action=\"/my/claims/" + award.id() + "\"");

        assertThat(post(award, "claim")).endsWith("/my/badges/mentor?done=claimed");
        assertThat(site.get("/my").body())
                .contains("Claimed, comes in a moment")
                .doesNotContain("/my/claims/");
        assertThat(post(award, "claim")).endsWith("?done=claimed");
        course.settle();
        assertThat(post(award, "claim")).endsWith("?done=claimed");
        assertThat(course.awards.listEvents(award.id()))
                .extracting(Awards.Happened::what)
                .containsExactly("offered", "claimed", "granted");
        assertThat(site.get("/my").body()).contains("href=\"/awards/" + award.credential() + "\"");
    }

    @Test
    void offered_mayBeLeft_andClaimedLater() {
        Award award = offered();
        site.signIn(course.ada);
        assertThat(post(award, "leave")).endsWith("/my/badges/mentor?done=left");
        course.settle();
        assertThat(site.get("/my").body())
                .contains("The mentor</a> <span class=\"aside\">left by you")
                .doesNotContain("/my/claims/", "Waiting for you");
        assertThat(post(award, "leave")).endsWith("?done=changed-meanwhile");
        assertThat(post(award, "claim")).endsWith("?done=claimed");
        course.settle();
        assertThat(course.award("mentor").status()).isEqualTo(AwardStatus.VALID);
    }

    @Test
    void offered_toAnother_isNotThere() {
        Award award = offered();
        PersonId bob = course.people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), Site.NOW);
        site.signIn(bob);
        for (String verdict : List.of("claim", "leave", "")) {
            assertThat(post(award, verdict)).isEqualTo("404");
        }
        site.signIn(course.ada);
        assertThat(post(award, "take")).isEqualTo("400");
        assertThat(site.post("/my/claims/" + award.id(), Map.of("do", "claim")).statusCode())
                .as("without the form's token")
                .isEqualTo(403);
        assertThat(course.award("mentor").standing().isToBeClaimed()).isTrue();
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
                .contains("You have no badge yet.", "href=\"/\"", "Not begun (2)", "href=\"/my/badges/quiz\"")
                .doesNotContain("data-award", "<progress");
    }

    @Test
    void wall_isNotThereForOthers() {
        assertThat(site.get("/my").statusCode()).isEqualTo(302);
        assertThat(site.signIn(Role.ADMINISTRATOR).get("/my").statusCode()).isEqualTo(404);
    }

    @Test
    void sharing_isTheirsToDecide() {
        String sharing = "/my/awards/" + course.award().id() + "/sharing";
        site.signIn(course.ada);
        assertThat(site.get(sharing).body()).contains("This is yours to decide.", "name=\"evidence\"");

        HttpResponse<String> answer =
                site.post(sharing, Map.of("csrf", site.csrf(sharing), "public", "yes", "score", "yes"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(sharing + "?done=sharing-saved");
        assertThat(site.get(sharing + "?done=sharing-saved").body())
                .contains(
                        "What is shown of the badge is saved.",
                        "value=\"" + course.addresses.award(course.award().credential()) + "\"");
        assertThat(course.award().isPublic()).isTrue();
        assertThat(choices.find(course.award().id())).isEqualTo(new Sharing(false, true, false, false));

        String hosted = "/my/awards/" + course.award().id() + "/hosted";
        assertThat(site.get(hosted).body()).contains("anyone who has the address, which cannot be guessed");
        site.post(hosted, Map.of("csrf", site.csrf(hosted)));
        assertThat(choices.find(course.award().id()).hosted()).isTrue();
    }

    @Test
    void sharing_ofAnothersAward_isNotThere_andChangesNothing() {
        PersonId bob = course.people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), Site.NOW);
        String csrf = site.signIn(bob).csrf("/my");

        for (String what : List.of("sharing", "hosted")) {
            String path = "/my/awards/" + course.award().id() + "/" + what;
            assertThat(site.get(path).statusCode()).isEqualTo(404);
            assertThat(site.post(path, Map.of("csrf", csrf, "public", "yes")).statusCode())
                    .isEqualTo(404);
            assertThat(Site.plain(site.get(path)))
                    .as("as of an award that is not there")
                    .isEqualTo(Site.plain(site.get("/my/awards/" + UUID.randomUUID() + "/" + what)));
        }
        assertThat(course.award().isPublic()).isFalse();
        assertThat(choices.find(course.award().id())).isEqualTo(Sharing.UNCHOSEN);
    }
}
