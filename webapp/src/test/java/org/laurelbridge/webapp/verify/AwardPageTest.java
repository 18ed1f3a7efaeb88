package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.webapp.verify.PublicSite.AWARD;
import static org.laurelbridge.webapp.verify.PublicSite.PERSON;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.issue.FullBadge;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.Sharing;

/** An award on its page, and the forms of it. */
class AwardPageTest {
    private final PublicSite at = new PublicSite();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void award_signed_isGenuineAndSaysNothingOfThePerson() {
        at.sign();

        String body = at.site.get(AWARD).body();

        assertThat(body)
                .contains("Genuine", "Example University", "1 March 2026", "Signature: it holds", "ob3.json")
                .doesNotContain("Ada", "Lovelace", "ada@example.org", PERSON.toString(), "trial issuer");
    }

    @Test
    void award_superseded_isNotRevokedAndLeadsToTheOneInItsPlace() {
        at.sign();
        AwardId other = new AwardId(new UUID(3, 4));
        at.holds(Issued.AWARD, AwardStatus.SUPERSEDED, null, true);
        at.holds(other, AwardStatus.VALID, null, true);

        assertThat(at.site.get(AWARD).body())
                .contains("Replaced", "Signature: it holds", "/awards/" + other, "ob3.json")
                .doesNotContain("Revoked", "revoked");
        assertThat(at.site.get(AWARD + "/ob3.json").statusCode()).isEqualTo(200);
        assertThat(at.site.get(AWARD + "/ob2.json").body()).doesNotContain("revoked");

        at.holds(other, AwardStatus.VALID, null, false);
        assertThat(at.site.get(AWARD).body()).contains("Replaced").doesNotContain(other.toString());
    }

    @Test
    void award_superseded_isRevokedWithTheOneInItsPlace() {
        at.sign();
        at.holds(Issued.AWARD, AwardStatus.SUPERSEDED, null, true);
        at.holds(new AwardId(new UUID(3, 4)), AwardStatus.REVOKED, "found out", true);

        assertThat(at.site.get(AWARD).body()).contains("Revoked", "found out").doesNotContain("ob3.json");
        assertThat(at.site.get(AWARD + "/ob3.json").statusCode()).isEqualTo(410);
        assertThat(at.site.get(AWARD + "/ob2.json").statusCode()).isEqualTo(410);
    }

    @Test
    void award_withAChangedCredential_isNotGenuine() {
        at.sign();
        String changed =
                at.credentials.find(Issued.AWARD).orElseThrow().replace("Kubernetes fundamentals", "Brain surgery");
        when(at.credentials.find(Issued.AWARD)).thenReturn(Optional.of(changed));

        assertThat(at.site.get(AWARD).body()).contains("Not genuine").doesNotContain("Genuine");
    }

    @Test
    void award_underReview_saysSo() {
        at.holds(AwardStatus.REVIEW, "its evidence no longer supports it", true);
        at.sign();

        assertThat(at.site.get(AWARD).body()).contains("Under review").doesNotContain("Genuine");
    }

    @Test
    void award_private_isNotThereForStrangers() {
        at.holds(AwardStatus.VALID, null, false);

        for (String form : List.of("", "/ob2.json", "/ob3.json", "/badge.svg")) {
            assertThat(at.site.get(AWARD + form).statusCode()).as(form).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AwardStatus.class,
            names = {"OFFERED", "PROPOSED", "WITHDRAWN"})
    void award_thatWasNotGiven_isNotThere(AwardStatus status) {
        at.holds(status, null, true);

        for (String form : List.of("", "/ob2.json", "/ob3.json", "/badge.svg")) {
            assertThat(at.site.get(AWARD + form).statusCode()).as(form).isEqualTo(404);
        }
        assertThat(at.site.signIn().get(AWARD).statusCode()).isEqualTo(404);
    }

    @Test
    void award_private_isThereForAnAdministratorAndIsNotCached() {
        at.holds(AwardStatus.VALID, null, false);

        HttpResponse<String> answer = at.site.signIn().get(AWARD);

        assertThat(answer.body()).contains("This badge is private.");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void award_revoked_isGoneAsADocumentAndToldOnThePage() {
        at.holds(AwardStatus.REVOKED, "granted by mistake", true);
        at.sign();

        HttpResponse<String> document = at.site.get(AWARD + "/ob2.json", "Accept", "application/json");

        assertThat(document.statusCode()).isEqualTo(410);
        assertThat(document.body()).contains("\"revoked\":true");
        assertThat(at.site
                        .get(AWARD + "/ob3.json", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(410);
        assertThat(at.site.get(AWARD).body())
                .contains("Revoked", "granted by mistake")
                .doesNotContain("download=");
    }

    @Test
    void award_saysWhatItIsWorth() {
        at.sign();

        assertThat(at.site.get(AWARD).body())
                .contains("Score at least 80 % on Kubernetes quiz (best attempt).", "Assessed by exam, proctored.")
                .contains("It does not expire", "1 of this badge's rule", "NICE Framework:")
                .contains(
                        "href=\"http://data.europa.eu/esco/skill/1d3e6c8c\"", "by 1 statement of the learning record");

        when(at.choices.find(any())).thenReturn(new Sharing(false, false, false, false));
        assertThat(at.site.get(AWARD).body()).doesNotContain("learning record", "91.5");
        when(at.choices.find(any())).thenReturn(new Sharing(true, true, false, false));
        assertThat(at.site.get(AWARD).body()).contains("learning record", "<dt>Score</dt><dd>91.5 %</dd>");
    }

    @Test
    void award_ofABadgeThatTellsAll_showsIt() {
        at.achievement = FullBadge.achievement();
        at.sign();

        assertThat(at.site.get(AWARD).body())
                .contains("<dt id=\"workload\">Workload</dt>", "62 h", "<li>Mends them.</li>", "a1 Clusters");
    }

    @Test
    void award_public_goesToLinkedInAndHasAPictureWhereItIsPosted() {
        at.sign();

        String body = at.site.get(AWARD).body();

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
        assertThat(at.site.get("/badges/k8s-quiz/1/image.png").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = AwardStatus.class,
            names = {"REVOKED", "SUSPENDED", "REVIEW", "SUPERSEDED"})
    void award_notSimplyValid_doesNotGoToLinkedIn(AwardStatus status) {
        at.holds(status, "looked into", true);
        at.sign();

        assertThat(at.site.get(AWARD).body()).contains("Verify this badge").doesNotContain("linkedin");
    }

    @Test
    void award_revoked_hasNoPictureWhereItIsPosted_andNoCertificate() {
        at.holds(AwardStatus.REVOKED, "granted by mistake", true);
        at.sign();

        assertThat(at.site.signIn().get(AWARD).body()).doesNotContain("og:", "twitter:", "certificate.pdf", "/hosted");
    }

    @Test
    void award_private_goesNowhere_andItsHostedFormIsOfferedOnceItIsOpen() {
        at.holds(AwardStatus.VALID, null, false);
        at.sign();
        String admin = "/admin/awards/" + Issued.AWARD;

        assertThat(at.site.signIn().get(AWARD).body())
                .contains(AWARD + "/certificate.pdf", admin + "/sharing", admin + "/hosted", "Open Badge 2.0: Signed")
                .doesNotContain("og:", "linkedin", "Verify this badge", "ob2.json");

        when(at.choices.find(any())).thenReturn(new Sharing(true, false, false, true));
        assertThat(at.site.get(AWARD).body()).contains("Open Badge 2.0: Hosted").doesNotContain(admin + "/hosted");
    }

    @Test
    void award_public_isNotKeptAsAnAdministratorSeesIt() {
        at.sign();

        assertThat(at.site.get(AWARD).headers().firstValue("Cache-Control")).contains("no-cache");
        HttpResponse<String> seen = at.site.signIn().get(AWARD);
        assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(seen.body()).contains("certificate.pdf");
    }

    @Test
    void credential_hasTheTypeThatIsAskedFor() {
        at.sign();

        HttpResponse<String> plain = at.site.get(AWARD + "/ob3.json", "Accept", "*/*");
        HttpResponse<String> named = at.site.get(AWARD + "/ob3.json", "Accept", "application/vc+ld+json");

        assertThat(plain.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(named.headers().firstValue("Content-Type")).contains("application/vc+ld+json");
        assertThat(plain.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(plain.body()).isEqualTo(named.body()).contains("DataIntegrityProof");
    }
}
