package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.FullBadge;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.webapp.Site;

/** What strangers see of badges, credentials and the issuer. */
class PublicPagesTest extends PublicPagesCase {

    private static final String HOSTILE = "<script>alert(1)</script>";

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
    void badgeAndAward_ofAnotherLanguage_sayWhichIt_butNotOfTheRuleInTheReaders() {
        achievement = FullBadge.achievement().in("de").orElseThrow();
        sign();
        String described = " lang=\"de\">Runs workloads.</p>";

        for (String path : List.of("/badges/k8s-quiz", AWARD)) {
            assertThat(site.get(path).body()).as(path).contains("<h1 lang=\"de\">Grundlagen</h1>", described);
        }
        achievement = achievement.retold();
        for (String path : List.of("/badges/k8s-quiz", AWARD)) {
            assertThat(site.get(path).body())
                    .as(path)
                    .contains("<h1 lang=\"de\">Grundlagen</h1>", ">Runs workloads.</p>")
                    .doesNotContain(described);
        }
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
