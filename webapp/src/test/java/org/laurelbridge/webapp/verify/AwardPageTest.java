package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.record.PersonId;

/** How an award stands, on its page and in its forms. */
class AwardPageTest extends PublicPagesCase {

    @Test
    void award_signed_isGenuineAndSaysNothingOfThePerson() {
        sign();

        String body = site.get(AWARD).body();

        assertThat(body)
                .contains("Genuine", "Example University", "1 March 2026", "Signature: genuine", "ob3.json")
                .doesNotContain("Ada", "Lovelace", "ada@example.org", PERSON.toString(), "trial issuer");
    }

    @Test
    void award_superseded_isNotRevokedAndLeadsToTheOneInItsPlace() {
        sign();
        AwardId other = new AwardId(new UUID(3, 4));
        holds(Issued.AWARD, AwardStatus.SUPERSEDED, null, true);
        holds(other, AwardStatus.VALID, null, true);

        assertThat(site.get(AWARD).body())
                .contains("Replaced", "Signature: genuine", "/awards/" + other, "ob3.json")
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
            HttpResponse<String> hidden = site.get(AWARD + form);
            HttpResponse<String> unknown = site.get("/awards/" + new UUID(7, 7) + form);
            assertThat(hidden.statusCode()).as(form).isEqualTo(404);
            assertThat(unknown.statusCode()).as(form).isEqualTo(404);
            assertThat(unknown.body()).as(form).isEqualTo(hidden.body());
            assertThat(unknown.headers().map().keySet())
                    .as(form)
                    .isEqualTo(hidden.headers().map().keySet());
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
    void award_private_isThereForAnAdministratorAndItsLearner_andIsNotCached() {
        holds(AwardStatus.VALID, null, false);

        assertThat(site.signIn().get(AWARD).body()).contains("This badge is private.", "For administrators");
        HttpResponse<String> own = site.signIn(PERSON).get(AWARD);
        assertThat(own.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(own.body())
                .contains("For you", "/my" + AWARD + "/sharing", "href=\"/my/backpacks\"", "Make the page public first")
                .doesNotContain("/admin");
        assertThat(site.get(AWARD + "/certificate.pdf").statusCode()).isEqualTo(200);
        for (String form : List.of("", "/certificate.pdf")) {
            assertThat(site.signIn(new PersonId(UUID.randomUUID()))
                            .get(AWARD + form)
                            .statusCode())
                    .isEqualTo(404);
        }
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
}
