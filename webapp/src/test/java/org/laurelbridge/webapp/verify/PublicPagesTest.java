package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.webapp.verify.PublicSite.AWARD;
import static org.laurelbridge.webapp.verify.PublicSite.HOSTILE;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.FullBadge;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.webapp.Site;

/** What strangers see of badges and the issuer. */
class PublicPagesTest {
    private final PublicSite at = new PublicSite();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void document_known_isNotSentAgain() {
        String tag = at.site
                .get("/issuer/jwks.json", "Accept", "*/*")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(at.site.get("/issuer/jwks.json", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void badge_isAPageForPeopleAndAnAchievementForPrograms() {
        assertThat(at.site.get("/badges/k8s-quiz").body())
                .contains("Score at least 80 %", "NICE Framework", "T0161", "Assessed by exam, proctored.");
        assertThat(at.site
                        .get("/badges/k8s-quiz/1", "Accept", "application/ld+json")
                        .body())
                .contains("\"Achievement\"", "https://badges.example.org/badges/k8s-quiz/1");
        assertThat(at.site.get("/badges/k8s-quiz/1/ob2.json", "Accept", "*/*").body())
                .contains("BadgeClass");
        assertThat(at.site
                        .get("/badges/k8s-quiz/1/image.svg", "Accept", "image/*")
                        .body())
                .startsWith("<svg");
        assertThat(at.site.get("/badges/k8s-quiz/2").statusCode()).isEqualTo(404);
    }

    @Test
    void badge_thatTellsAll_showsIt_inEachOfItsLanguages() {
        at.achievement = FullBadge.achievement();

        assertThat(at.site.get("/badges/k8s-quiz/1", "Accept", "text/html").body())
                .contains("<dt id=\"workload\">Workload</dt>", "62 h", "<li>Mends them.</li>", "a1 Clusters")
                .contains("href=\"https://case.example.org/a1\"");
        assertThat(at.site
                        .get("/badges/k8s-quiz/1/de", "Accept", "application/ld+json")
                        .body())
                .contains("\"Grundlagen\"", "\"inLanguage\":\"de\"");
        assertThat(at.site.get("/badges/k8s-quiz/1/fr").statusCode()).isEqualTo(404);
    }

    @Test
    void badge_withAHostileName_isEscaped() {
        String hostile = "\">" + HOSTILE;
        List<Achievement.Alignment> align = List.of(
                new Achievement.Alignment(hostile, hostile), new Achievement.Alignment("x", "https://x/\"><script>"));
        at.achievement =
                new Achievement("k8s-quiz", 1, hostile, hostile, hostile, null, align, List.of(hostile), false);
        at.sign();

        for (String path : List.of("/badges/k8s-quiz", AWARD, "/badges/k8s-quiz/1/image.svg")) {
            assertThat(at.site.get(path).body()).as(path).doesNotContain("<script>");
        }
    }

    @Test
    void issuer_hasItsDocuments() {
        String key = at.issuer.keys().ed25519().id();

        assertThat(at.site.get("/issuer").body()).contains("Example University", at.issuer.did());
        assertThat(at.site.get("/issuer", "Accept", "application/json").body()).contains("\"Profile\"");
        assertThat(at.site.get("/issuer/ob2.json", "Accept", "*/*").body()).contains("\"Issuer\"");
        assertThat(at.site.get("/issuer/did.json", "Accept", "*/*").body())
                .contains("did:web:badges.example.org:issuer");
        assertThat(at.site.get("/issuer/keys/" + key, "Accept", "*/*").body()).contains("Multikey");
        assertThat(at.site.get("/issuer/keys/other").statusCode()).isEqualTo(404);
    }

    @Test
    void issuer_onTrial_saysSo() {
        IssuerIdentity trial = Issued.issuer(URI.create("http://localhost:8080"));
        try (Site local = new Site((sessions, pages) -> at.routes(trial, sessions, pages))) {
            assertThat(local.get("/issuer").body()).contains("This is a trial issuer");
            assertThat(local.get("/").body()).contains("This is a trial issuer", "No badge can be earned here yet.");
            assertThat(local.get("/issuer/did.json").statusCode()).isEqualTo(404);
        }
    }
}
