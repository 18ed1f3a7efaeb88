package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.FullBadge;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Salts;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.issue.form.Stacks;
import org.laurelbridge.bridge.issue.ob2.RevocationList;
import org.laurelbridge.bridge.issue.ob3.CheckedProofs;
import org.laurelbridge.bridge.issue.ob3.Ob3Signer;
import org.laurelbridge.bridge.issue.picture.BadgePictures;
import org.laurelbridge.bridge.issue.picture.Letters;
import org.laurelbridge.bridge.issue.picture.Pictures;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.admin.SignInServlet;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** What strangers see of badges, awards and the issuer, with a real signature. */
class PublicPagesTest {
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final PersonId PERSON = new PersonId(UUID.fromString("11111111-2222-4333-8444-555555555555"));
    private static final String AWARD = "/awards/" + Issued.AWARD;

    private final IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
    private final Awards awards = mock(Awards.class);
    private final People people = mock(People.class);
    private final Credentials credentials = mock(Credentials.class);
    private final Sharing.Choices choices = mock(Sharing.Choices.class);
    private final Earnings earnings = new Earnings(
            awards, people, this::achievement, new AwardIds(new byte[32]), new Salts(new byte[32]), choices::find);
    private Achievement achievement = Issued.achievement();
    private final Site site = new Site((sessions, pages) -> routes(issuer, sessions, pages));

    private Optional<Achievement> achievement(String badge, int version) {
        return badge.equals(achievement.badge()) && version == 1 ? Optional.of(achievement) : Optional.empty();
    }

    private List<Route> routes(IssuerIdentity who, Sessions sessions, Pages pages) {
        BadgePictures pictures = new BadgePictures(mock(Pictures.class), Letters.load());
        Stacks stacks = new Stacks(awards, credentials, badge -> List.of(), who, () -> Site.NOW);
        AwardFiles files = new AwardFiles(credentials, who, pictures, stacks);
        AwardPages awardPages = new AwardPages(
                earnings, credentials, people, who, new CheckedProofs(who), files, pictures, pages, () -> Site.NOW);
        RevocationList revoked = new RevocationList(credentials, earnings, who, () -> Site.NOW);
        AwardServlet shown =
                new AwardServlet(awards, earnings, choices, new AwardForms(files, who), awardPages, sessions);
        return List.of(
                Route.of(Access.PUBLIC, new SignInServlet(sessions, pages, Site.CLOCK), "/sign-in")
                        .taking("GET", "POST"),
                Route.of(Access.PUBLIC, new HomeServlet(List::of, who, pages), ""),
                Route.of(
                        Access.PUBLIC,
                        new BadgeServlet(this::achievement, badge -> 1, who, pages, pictures, about -> List.of()),
                        "/badges/*"),
                Route.of(Access.PUBLIC, shown, "/awards/*"),
                Route.of(Access.PUBLIC, new IssuerServlet(who, revoked, pages), "/issuer", "/issuer/*"));
    }

    @BeforeEach
    void earn() {
        Person ada = new Person(PERSON, "Ada Lovelace", List.of(new Identifier("email", "", "ada@example.org")));
        when(people.find(PERSON.value())).thenReturn(Optional.of(ada));
        when(people.findAlone(PERSON.value())).thenReturn(Optional.of(ada));
        when(credentials.find(any())).thenReturn(Optional.empty());
        when(choices.find(any())).thenReturn(Sharing.UNCHOSEN);
        when(awards.grantee(any())).thenReturn(PERSON);
        holds(AwardStatus.VALID, null, true);
    }

    private void holds(AwardStatus status, @Nullable String reason, boolean isPublic) {
        holds(Issued.AWARD, status, reason, isPublic);
    }

    private void holds(AwardId id, AwardStatus status, @Nullable String reason, boolean isPublic) {
        Award award = new Award(
                id,
                id,
                1,
                "k8s-quiz",
                PERSON,
                1,
                new Award.Basis(1, 1, Issued.EARNED_AT, null, List.of(UUID.randomUUID()), "{}"),
                new Award.Standing(status, Award.Consent.NONE, null, reason, false),
                isPublic);
        when(awards.find(id.value())).thenReturn(Optional.of(award));
        if (status != AwardStatus.SUPERSEDED) {
            when(awards.find(PERSON, List.of("k8s-quiz"))).thenReturn(Map.of("k8s-quiz", List.of(award)));
        }
    }

    private void sign() {
        String signed =
                new Ob3Signer(issuer).sign(earnings.find(Issued.AWARD.value()).orElseThrow(), Issued.issuance());
        when(credentials.find(Issued.AWARD)).thenReturn(Optional.of(signed));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void award_signed_isGenuineAndSaysNothingOfThePerson() {
        sign();

        String body = site.get(AWARD).body();

        assertThat(body)
                .contains("Genuine", "Example University", "1 March 2026", "Signature: it holds", "ob3.json")
                .doesNotContain("Ada", "Lovelace", "ada@example.org", PERSON.toString(), "trial issuer");
    }

    @Test
    void award_superseded_isNotRevokedAndLeadsToTheOneInItsPlace() {
        sign();
        AwardId other = new AwardId(new UUID(3, 4));
        holds(Issued.AWARD, AwardStatus.SUPERSEDED, null, true);
        holds(other, AwardStatus.VALID, null, true);

        assertThat(site.get(AWARD).body())
                .contains("Replaced", "Signature: it holds", "/awards/" + other, "ob3.json")
                .doesNotContain("Revoked", "revoked");
        assertThat(site.get(AWARD + "/ob3.json").statusCode()).isEqualTo(200);
        assertThat(site.get(AWARD + "/ob2.json").body()).doesNotContain("revoked");

        holds(other, AwardStatus.VALID, null, false);
        assertThat(site.get(AWARD).body()).contains("Replaced").doesNotContain(other.toString());
    }

    @Test
    void award_superseded_isRevokedWithTheOneInItsPlace() {
        sign();
        holds(Issued.AWARD, AwardStatus.SUPERSEDED, null, true);
        holds(new AwardId(new UUID(3, 4)), AwardStatus.REVOKED, "found out", true);

        assertThat(site.get(AWARD).body()).contains("Revoked", "found out").doesNotContain("ob3.json");
        assertThat(site.get(AWARD + "/ob3.json").statusCode()).isEqualTo(410);
        assertThat(site.get(AWARD + "/ob2.json").statusCode()).isEqualTo(410);
    }

    @Test
    void award_withAChangedCredential_isNotGenuine() {
        sign();
        String changed =
                credentials.find(Issued.AWARD).orElseThrow().replace("Kubernetes fundamentals", "Brain surgery");
        when(credentials.find(Issued.AWARD)).thenReturn(Optional.of(changed));

        assertThat(site.get(AWARD).body()).contains("Not genuine").doesNotContain("Genuine");
    }

    @Test
    void award_underReview_saysSo() {
        holds(AwardStatus.REVIEW, "its evidence no longer supports it", true);
        sign();

        assertThat(site.get(AWARD).body()).contains("Under review").doesNotContain("Genuine");
    }

    @Test
    void award_private_isNotThereForStrangers() {
        holds(AwardStatus.VALID, null, false);

        for (String form : List.of("", "/ob2.json", "/ob3.json", "/badge.svg")) {
            assertThat(site.get(AWARD + form).statusCode()).as(form).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AwardStatus.class,
            names = {"OFFERED", "PROPOSED", "WITHDRAWN"})
    void award_thatWasNotGiven_isNotThere(AwardStatus status) {
        holds(status, null, true);

        for (String form : List.of("", "/ob2.json", "/ob3.json", "/badge.svg")) {
            assertThat(site.get(AWARD + form).statusCode()).as(form).isEqualTo(404);
        }
        assertThat(site.signIn().get(AWARD).statusCode()).isEqualTo(404);
    }

    @Test
    void award_private_isThereForItsLearnerAlone_withoutWhatAdministratorsSee() {
        holds(AwardStatus.VALID, null, false);

        HttpResponse<String> answer = site.signIn(PERSON).get(AWARD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("This badge is private.").doesNotContain("For administrators");
        assertThat(site.signIn(new PersonId(UUID.randomUUID())).get(AWARD).statusCode())
                .isEqualTo(404);
        assertThat(site.signIn(Role.VIEWER).get(AWARD).statusCode()).isEqualTo(404);
    }

    @Test
    void award_private_isThereForAnAdministratorAndIsNotCached() {
        holds(AwardStatus.VALID, null, false);

        HttpResponse<String> answer = site.signIn().get(AWARD);

        assertThat(answer.body()).contains("This badge is private.");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void award_revoked_isGoneAsADocumentAndToldOnThePage() {
        holds(AwardStatus.REVOKED, "granted by mistake", true);
        sign();

        HttpResponse<String> document = site.get(AWARD + "/ob2.json", "Accept", "application/json");

        assertThat(document.statusCode()).isEqualTo(410);
        assertThat(document.body()).contains("\"revoked\":true");
        assertThat(site.get(AWARD + "/ob3.json", "Accept", "application/json").statusCode())
                .isEqualTo(410);
        assertThat(site.get(AWARD).body())
                .contains("Revoked", "granted by mistake")
                .doesNotContain("download=");
    }

    @Test
    void award_suspended_isNotThereAsADocument_sinceItMayHoldAgain() {
        holds(AwardStatus.SUSPENDED, "its evidence is gone", true);
        sign();

        assertThat(site.get(AWARD).body()).contains("Suspended", "its evidence is gone");
        for (String form : List.of("/ob2.json", "/ob3.json", "/badge.svg", "/ob2.jws")) {
            assertThat(site.get(AWARD + form).statusCode()).as(form).isEqualTo(404);
        }
    }

    @Test
    void award_saysWhatItIsWorth() {
        sign();

        assertThat(site.get(AWARD).body())
                .contains("Score at least 80 % on Kubernetes quiz (best attempt).", "Assessed by exam, proctored.")
                .contains("It does not expire", "1 of this badge's rule", "NICE Framework:")
                .contains(
                        "href=\"http://data.europa.eu/esco/skill/1d3e6c8c\"", "by 1 statement of the learning record");

        when(choices.find(any())).thenReturn(new Sharing(false, false, false, false));
        assertThat(site.get(AWARD).body()).doesNotContain("learning record");
    }

    @Test
    void award_public_goesToLinkedInAndHasAPictureWhereItIsPosted() {
        sign();

        String body = site.get(AWARD).body();

        assertThat(body)
                .contains(
                        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&amp;name=Kubernetes%20fundamentals"
                                + "&amp;organizationName=Example%20University&amp;issueYear=2026&amp;issueMonth=3"
                                + "&amp;certUrl=https%3A%2F%2Fbadges.example.org%2Fawards%2F" + Issued.AWARD
                                + "&amp;certId=" + Issued.AWARD + "\"")
                .contains("property=\"og:title\" content=\"Kubernetes fundamentals\"")
                .contains("property=\"og:description\" content=\"Runs workloads on a cluster.\"")
                .contains("property=\"og:url\" content=\"https://badges.example.org" + AWARD + "\"")
                .contains("property=\"og:image\" content=\"https://badges.example.org/badges/k8s-quiz/1/image.png\"")
                .contains("name=\"twitter:card\" content=\"summary\"")
                .contains("href=\"/verify?link=https%3A%2F%2Fbadges.example.org%2Fawards%2F" + Issued.AWARD + "\"")
                .contains("aria-label=\"Open Badge 2.0: Hosted\"")
                .doesNotContain("certificate.pdf", "/admin/");
        assertThat(site.get("/badges/k8s-quiz/1/image.png").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = AwardStatus.class,
            names = {"REVOKED", "SUSPENDED", "REVIEW", "SUPERSEDED"})
    void award_notSimplyValid_doesNotGoToLinkedIn(AwardStatus status) {
        holds(status, "looked into", true);
        sign();

        assertThat(site.get(AWARD).body()).contains("Verify this badge").doesNotContain("linkedin");
    }

    @Test
    void award_revoked_hasNoPictureWhereItIsPosted_andNoCertificate() {
        holds(AwardStatus.REVOKED, "granted by mistake", true);
        sign();

        assertThat(site.signIn().get(AWARD).body()).doesNotContain("og:", "twitter:", "certificate.pdf", "/hosted");
    }

    @Test
    void award_private_goesNowhere_andItsHostedFormIsOfferedOnceItIsOpen() {
        holds(AwardStatus.VALID, null, false);
        sign();
        String admin = "/admin/awards/" + Issued.AWARD;

        assertThat(site.signIn().get(AWARD).body())
                .contains(AWARD + "/certificate.pdf", admin + "/sharing", admin + "/hosted", "Open Badge 2.0: Signed")
                .doesNotContain("og:", "linkedin", "Verify this badge", "ob2.json");

        when(choices.find(any())).thenReturn(new Sharing(true, false, false, true));
        assertThat(site.get(AWARD).body()).contains("Open Badge 2.0: Hosted").doesNotContain(admin + "/hosted");
    }

    @Test
    void award_public_isNotKeptAsAnAdministratorSeesIt() {
        sign();

        assertThat(site.get(AWARD).headers().firstValue("Cache-Control")).contains("no-cache");
        HttpResponse<String> seen = site.signIn().get(AWARD);
        assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(seen.body()).contains("certificate.pdf");
    }

    @Test
    void credential_hasTheTypeThatIsAskedFor() {
        sign();

        HttpResponse<String> plain = site.get(AWARD + "/ob3.json", "Accept", "*/*");
        HttpResponse<String> named = site.get(AWARD + "/ob3.json", "Accept", "application/vc+ld+json");

        assertThat(plain.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(named.headers().firstValue("Content-Type")).contains("application/vc+ld+json");
        assertThat(plain.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(plain.body()).isEqualTo(named.body()).contains("DataIntegrityProof");
    }

    @Test
    void badge_isAPageForPeopleAndAnAchievementForPrograms() {
        assertThat(site.get("/badges/k8s-quiz").body())
                .contains("Score at least 80 %", "NICE Framework", "T0161", "Assessed by exam, proctored.");
        assertThat(site.get("/badges/k8s-quiz/1", "Accept", "application/ld+json")
                        .body())
                .contains("\"Achievement\"", "https://badges.example.org/badges/k8s-quiz/1");
        assertThat(site.get("/badges/k8s-quiz/1/ob2.json", "Accept", "*/*").body())
                .contains("BadgeClass");
        assertThat(site.get("/badges/k8s-quiz/1/image.svg", "Accept", "image/*").body())
                .startsWith("<svg");
        assertThat(site.get("/badges/k8s-quiz/2").statusCode()).isEqualTo(404);
    }

    @Test
    void badgeAndAward_ofABadgeThatTellsAll_showIt_inEachOfItsLanguages() {
        achievement = FullBadge.achievement();
        sign();

        for (String path : List.of("/badges/k8s-quiz/1", AWARD)) {
            assertThat(site.get(path).body())
                    .as(path)
                    .contains("<dt id=\"workload\">Workload</dt>", "62 h", "<li>Mends them.</li>", "a1 Clusters");
        }
        assertThat(site.get("/badges/k8s-quiz/1", "Accept", "text/html").body())
                .contains("href=\"https://case.example.org/a1\"");
        assertThat(site.get("/badges/k8s-quiz/1/de", "Accept", "application/ld+json")
                        .body())
                .contains("\"Grundlagen\"", "\"inLanguage\":\"de\"");
        assertThat(site.get("/badges/k8s-quiz/1/fr").statusCode()).isEqualTo(404);
    }

    @Test
    void badge_withAHostileName_isEscaped() {
        String hostile = "\">" + HOSTILE;
        List<Achievement.Alignment> align = List.of(
                new Achievement.Alignment(hostile, hostile), new Achievement.Alignment("x", "https://x/\"><script>"));
        achievement = new Achievement("k8s-quiz", 1, hostile, hostile, hostile, null, align, List.of(hostile), false);
        sign();

        for (String path : List.of("/badges/k8s-quiz", AWARD, "/badges/k8s-quiz/1/image.svg")) {
            assertThat(site.get(path).body()).as(path).doesNotContain("<script>");
        }
    }

    @Test
    void issuer_onTrial_saysSo() {
        IssuerIdentity trial = Issued.issuer(URI.create("http://localhost:8080"));
        try (Site local = new Site((sessions, pages) -> routes(trial, sessions, pages))) {
            assertThat(local.get("/issuer").body()).contains("This is a trial issuer");
            assertThat(local.get("/").body()).contains("This is a trial issuer", "No badge can be earned here yet.");
            assertThat(local.get("/issuer/did.json").statusCode()).isEqualTo(404);
        }
    }
}
