package org.laurelbridge.bridge.issue.ob2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.FullBadge;
import org.laurelbridge.bridge.issue.Issued;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Ob2WriterTest {

    private static final String AWARD = "https://badges.example.org/awards/6f7a1c1e-2f0b-8a43-9d5e-0f1e2d3c4b5a";

    private final Ob2Writer writer = new Ob2Writer(new Addresses(Issued.PUBLIC));

    @Test
    void assertion_withEmail_writesEveryMember() {
        Earned earned = Issued.earned("ada@example.org");

        assertThat((JsonNode) writer.hosted(earned))
                .isEqualTo(read("""
                {
                  "@context": "https://w3id.org/openbadges/v2",
                  "type": "Assertion",
                  "id": "%1$s/ob2.json",
                  "recipient": {"type": "email", "hashed": true, "salt": "00ff", "identity": "%2$s"},
                  "badge": "https://badges.example.org/badges/k8s-quiz/1/ob2.json",
                  "verification": {"type": "HostedBadge"},
                  "issuedOn": "2026-03-01T10:02:11.250Z",
                  "evidence": [{
                    "type": "Evidence", "id": "%1$s#evidence",
                    "narrative": "Earned under k8s-quiz@1 by 2 statements of the learning record."
                  }]
                }""".formatted(AWARD, earned.recipient().hash("ada@example.org"))));
    }

    @Test
    void assertion_withoutEmail_hashesAUrl() {
        Earned earned = Issued.earned(null);

        JsonNode recipient = writer.hosted(earned).path("recipient");

        assertThat(recipient.path("type").asString()).isEqualTo("url");
        assertThat(recipient.path("identity").asString())
                .isEqualTo(earned.recipient().hash("urn:uuid:" + Issued.RECIPIENT));
    }

    @Test
    void assertion_thatExpires_saysWhen() {
        Instant end = Instant.parse("2027-03-01T10:02:11.250Z");
        assertThat(writer.hosted(Issued.expiring(end)).path("expires").asString())
                .isEqualTo(end.toString());
    }

    @Test
    void assertion_revoked_saysSoAndNothingElse() {
        assertThat((JsonNode) writer.hosted(Issued.revoked("evidence voided"))).isEqualTo(read("""
                {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "%s/ob2.json",
                 "revoked": true, "revocationReason": "evidence voided"}""".formatted(AWARD)));
    }

    @Test
    void badgeClass_writesEveryMember() {
        assertThat((JsonNode) writer.badgeClass(Issued.achievement())).isEqualTo(read("""
                {
                  "@context": "https://w3id.org/openbadges/v2",
                  "type": "BadgeClass",
                  "id": "https://badges.example.org/badges/k8s-quiz/1/ob2.json",
                  "name": "Kubernetes fundamentals",
                  "description": "Runs workloads on a cluster.",
                  "image": "https://badges.example.org/badges/k8s-quiz/1/image.svg",
                  "criteria": {
                    "id": "https://badges.example.org/badges/k8s-quiz/1",
                    "narrative": "Score at least 80 % on Kubernetes quiz (best attempt)."
                  },
                  "issuer": "https://badges.example.org/issuer/ob2.json",
                  "version": "1",
                  "alignment": [
                    {"targetName": "NICE Framework T0161",
                     "targetUrl": "https://badges.example.org/badges/k8s-quiz/1#alignment",
                     "targetFramework": "NICE Framework", "targetCode": "T0161"},
                    {"targetName": "ESCO http://data.europa.eu/esco/skill/1d3e6c8c",
                     "targetUrl": "http://data.europa.eu/esco/skill/1d3e6c8c",
                     "targetFramework": "ESCO", "targetCode": "http://data.europa.eu/esco/skill/1d3e6c8c"}
                  ]
                }"""));
    }

    @Test
    void badgeClass_thatTellsAll_tellsItInTheTermsOf2AndInTheCriteria() {
        JsonNode badge = writer.badgeClass(FullBadge.achievement());

        assertThat(badge.path("@language").asString()).isEqualTo("en");
        assertThat(badge.path("version").asString()).isEqualTo("3");
        assertThat(badge.path("tags").toString()).isEqualTo("[\"k8s\",\"cloud\"]");
        assertThat(badge.path("criteria").path("narrative").asString())
                .startsWith("Score **80 %**.")
                .contains("\n- **Workload:** 62 h\n");
        assertThat(badge.path("alignment")).hasSize(2);
        assertThat(badge.path("alignment").path(1).toString())
                .isEqualTo(
                        "{\"targetName\":\"Clusters\",\"targetUrl\":\"https://case.example.org/a1\","
                                + "\"targetDescription\":\"Runs clusters.\",\"targetFramework\":\"Own\",\"targetCode\":\"a1\"}");
        assertThat(badge.path("related").path(0).path("id").asString())
                .isEqualTo("https://badges.example.org/badges/k8s-quiz/2/ob2.json");
    }

    @Test
    void assertion_whatTheLearnerDoesNotShow_isNotThere() {
        JsonNode assertion = writer.hosted(FullBadge.earned(new Earned.Shown(false, false), true));

        assertThat(assertion.has("evidence")).isFalse();
        assertThat(assertion.path("recipient").toString())
                .isEqualTo("{\"type\":\"email\",\"hashed\":false,\"identity\":\"ada@example.org\"}");
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
