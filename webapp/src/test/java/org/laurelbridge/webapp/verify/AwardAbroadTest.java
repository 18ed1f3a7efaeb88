package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.webapp.Site;

/** What an award tells, and where it goes from its page. */
class AwardAbroadTest extends PublicPagesCase {

    @Test
    void award_saysWhatItIsWorth() {
        sign();

        assertThat(site.get(AWARD).body())
                .contains("Score at least 80 % on Kubernetes quiz (best attempt).", "Assessed by exam, proctored.")
                .contains("It does not expire", "1 of this badge's rule", "NICE Framework:")
                .contains("href=\"http://data.europa.eu/esco/skill/1d3e6c8c\"", "by 1 entry in the learning record");

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
    void award_public_tellsEmployersHowToSeeWhoseItIs() {
        sign();
        String compare = "For employers: whose it is stands not here. <a href=\"/verify?link=https%3A%2F%2F"
                + "badges.example.org%2Fawards%2F" + Issued.AWARD
                + "\" rel=\"nofollow\">Compare it</a> with the e-mail address of the person who shows it.";

        assertThat(site.get(AWARD).body()).contains(compare);

        holds(AwardStatus.VALID, null, false);
        assertThat(site.signIn().get(AWARD).body()).doesNotContain("For employers");
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
    void award_ofATrialIssuer_doesNotGoToLinkedIn_whereItsAddressLeadsNowhere() {
        sign();
        IssuerIdentity trial = Issued.issuer(URI.create("http://localhost:8080"), issuer.keys());
        try (Site local = new Site((sessions, pages) -> routes(trial, sessions, pages))) {
            assertThat(local.get(AWARD).body())
                    .contains("This is a trial issuer", "Verify this badge")
                    .doesNotContain("linkedin", "gives no JWT");
            assertThat(local.signIn().get(AWARD).body()).contains("gives no JWT");
        }
    }

    @Test
    void award_ofAnIssuerWithoutAnAddress_hasNoFormOf20_andAdministratorsLearnWhy() {
        sign();
        IssuerIdentity.Profile profile =
                new IssuerIdentity.Profile("Example University", URI.create("https://www.example.org/"), null);
        IssuerIdentity silent = new IssuerIdentity(profile, issuer.keys(), issuer.addresses());
        try (Site other = new Site((sessions, pages) -> routes(silent, sessions, pages))) {
            assertThat(other.get(AWARD).body()).contains("Open Badge 3.0: JWT").doesNotContain("Open Badge 2.0", "ob2");
            assertThat(other.signIn().get(AWARD).body()).contains("issuer.email in laurel.yaml");
            for (String form : List.of("ob2.json", "ob2.jws", "ob2.png", "ob2.svg")) {
                assertThat(other.get(AWARD + "/" + form).statusCode()).as(form).isEqualTo(404);
            }
        }
    }
}
