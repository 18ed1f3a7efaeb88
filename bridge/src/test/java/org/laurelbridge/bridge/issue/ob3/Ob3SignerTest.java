package org.laurelbridge.bridge.issue.ob3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Endorsements;
import org.laurelbridge.bridge.issue.FullBadge;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class Ob3SignerTest {

    private final IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
    private final Ob3Signer signer = new Ob3Signer(issuer);

    @Test
    void sign_withEmail_writesEveryMember() {
        JsonNode credential = read(signer.sign(Issued.earned("ada@example.org"), Issued.issuance()));

        String proofValue = credential.path("proof").path(0).path("proofValue").asString();
        assertThat(credential).isEqualTo(read("""
                {
                  "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                  "id": "https://badges.example.org/awards/6f7a1c1e-2f0b-8a43-9d5e-0f1e2d3c4b5a",
                  "type": ["VerifiableCredential", "OpenBadgeCredential"],
                  "name": "Kubernetes fundamentals",
                  "issuer": {
                    "id": "did:web:badges.example.org:issuer", "type": ["Profile"], "name": "Example University",
                    "url": "https://www.example.org/", "email": "badges@example.org"
                  },
                  "validFrom": "2026-03-01T10:02:14Z",
                  "awardedDate": "2026-03-01T10:02:11.250Z",
                  "credentialSubject": {
                    "id": "urn:uuid:0d9a6a52-93a4-8c3b-8f6e-5a1c0b2d3e4f",
                    "type": ["AchievementSubject"],
                    "identifier": [{
                      "type": "IdentityObject", "hashed": true, "identityHash": "%s", "identityType": "emailAddress", "salt": "00ff"
                    }],
                    "achievement": {
                      "id": "https://badges.example.org/badges/k8s-quiz/1",
                      "type": ["Achievement"],
                      "achievementType": "Badge",
                      "name": "Kubernetes fundamentals",
                      "description": "Runs workloads on a cluster.",
                      "criteria": {
                        "id": "https://badges.example.org/badges/k8s-quiz/1#criteria",
                        "narrative": "Score at least 80 %% on Kubernetes quiz (best attempt)."
                      },
                      "image": {"id": "https://badges.example.org/badges/k8s-quiz/1/image.svg", "type": "Image"},
                      "creator": {
                        "id": "https://badges.example.org/issuer", "type": ["Profile"], "name": "Example University",
                        "url": "https://www.example.org/"
                      },
                      "version": "1",
                      "alignment": [
                        {"type": ["Alignment"], "targetName": "NICE Framework T0161",
                         "targetUrl": "https://badges.example.org/badges/k8s-quiz/1#alignment",
                         "targetFramework": "NICE Framework", "targetCode": "T0161"},
                        {"type": ["Alignment"], "targetName": "ESCO http://data.europa.eu/esco/skill/1d3e6c8c",
                         "targetUrl": "http://data.europa.eu/esco/skill/1d3e6c8c",
                         "targetFramework": "ESCO", "targetCode": "http://data.europa.eu/esco/skill/1d3e6c8c"}
                      ]
                    }
                  },
                  "evidence": [{
                    "id": "https://badges.example.org/awards/6f7a1c1e-2f0b-8a43-9d5e-0f1e2d3c4b5a#evidence",
                    "type": ["Evidence"], "name": "Learning record",
                    "narrative": "Earned under k8s-quiz@1 by 2 statements of the learning record."
                  }],
                  "proof": [{
                    "type": "DataIntegrityProof", "created": "2026-03-01T10:02:14Z", "verificationMethod": "%s",
                    "cryptosuite": "eddsa-rdfc-2022", "proofPurpose": "assertionMethod", "proofValue": "%s"
                  }]
                }""".formatted(
                        sha256("ada@example.org00ff"),
                        issuer.verificationMethod(issuer.keys().ed25519()),
                        proofValue)));
    }

    @Test
    void sign_badgeThatTellsAll_writesEveryMemberOfItsAchievement() {
        JsonNode subject = subject(FullBadge.earned());

        ((ObjectNode) subject.path("achievement")).remove(List.of("creator", "image"));
        assertThat(subject.path("achievement"))
                .isEqualTo(read("""
                {
                  "id": "%1$s",
                  "type": ["Achievement"],
                  "achievementType": "MicroCredential",
                  "name": "Kubernetes fundamentals",
                  "description": "Runs workloads.",
                  "criteria": {
                    "id": "%1$s#criteria",
                    "narrative": "Score **80 %%**.\\n\\n- **Learning outcomes:**\\n  - Runs workloads.\\n  - Mends them.\\n- **Workload:** 62 h\\n- **ECTS credits:** 2.5\\n- **Level:** EQF level 6\\n- **Participation:** partly online\\n- **Quality:** Accredited \\\\*yearly\\\\*."
                  },
                  "version": "3",
                  "inLanguage": "en",
                  "fieldOfStudy": "Informatics",
                  "humanCode": "K8S-1",
                  "tag": ["k8s", "cloud"],
                  "creditsAvailable": 2.5,
                  "alignment": [
                    {"type": ["Alignment"], "targetName": "NICE Framework T0161", "targetUrl": "%1$s#alignment",
                     "targetFramework": "NICE Framework", "targetCode": "T0161"},
                    {"type": ["Alignment"], "targetName": "Clusters", "targetUrl": "https://case.example.org/a1",
                     "targetDescription": "Runs clusters.", "targetFramework": "Own", "targetCode": "a1", "targetType": "CFItem"},
                    {"type": ["Alignment"], "targetName": "Learning outcomes", "targetUrl": "%1$s#outcomes",
                     "targetDescription": "Runs workloads.\\nMends them.", "targetFramework": "%2$s", "targetType": "ext:outcomes"},
                    {"type": ["Alignment"], "targetName": "Workload", "targetUrl": "%1$s#workload",
                     "targetDescription": "62 h", "targetFramework": "%2$s", "targetCode": "62", "targetType": "ext:workload"},
                    {"type": ["Alignment"], "targetName": "ECTS credits", "targetUrl": "%1$s#ects",
                     "targetDescription": "2.5", "targetFramework": "%2$s", "targetCode": "2.5", "targetType": "ext:ects"},
                    {"type": ["Alignment"], "targetName": "Level", "targetUrl": "http://data.europa.eu/snb/eqf/6",
                     "targetDescription": "EQF level 6", "targetFramework": "European Qualifications Framework",
                     "targetCode": "6", "targetType": "ext:eqf"},
                    {"type": ["Alignment"], "targetName": "Participation",
                     "targetUrl": "http://data.europa.eu/snb/learning-assessment/e92d221e4d",
                     "targetDescription": "partly online", "targetFramework": "%2$s", "targetCode": "blended",
                     "targetType": "ext:participation"},
                    {"type": ["Alignment"], "targetName": "Quality", "targetUrl": "%1$s#quality",
                     "targetDescription": "Accredited *yearly*.", "targetFramework": "%2$s", "targetType": "ext:quality"}
                  ],
                  "related": [
                    {"id": "%1$s/de", "type": ["Related"], "inLanguage": "de"},
                    {"id": "https://badges.example.org/badges/k8s-quiz/2", "type": ["Related"], "version": "2"},
                    {"id": "https://badges.example.org/badges/k8s-quiz/1", "type": ["Related"], "version": "1"}
                  ],
                  "resultDescription": [{
                    "id": "%1$s#score", "type": ["ResultDescription"], "name": "Score", "resultType": "Percent",
                    "valueMin": "0", "valueMax": "100", "requiredValue": "80"
                  }]
                }""".formatted(FullBadge.ID, "European approach to micro-credentials, Annex I")));
        assertThat(subject.path("creditsEarned").decimalValue()).isEqualTo("2.5");
        assertThat(subject.path("result").toString())
                .isEqualTo("[{\"type\":[\"Result\"],\"resultDescription\":\"" + FullBadge.ID
                        + "#score\",\"value\":\"83.33\"}]");
    }

    @Test
    void sign_edition_isAnAchievementOfItsOwn() {
        Achievement german = FullBadge.achievement().in("de").orElseThrow();

        JsonNode document = new AchievementWriter(issuer, Endorsements.none()).writeAlone(german);

        assertThat(document.path("id").asString()).isEqualTo(FullBadge.ID + "/de");
        assertThat(document.path("name").asString()).isEqualTo("Grundlagen");
        assertThat(document.path("inLanguage").asString()).isEqualTo("de");
        assertThat(document.path("related").toString())
                .isEqualTo("[{\"id\":\"" + FullBadge.ID + "\",\"type\":[\"Related\"],\"inLanguage\":\"en\"}]");
        assertThat(FullBadge.achievement().in("fr")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void sign_whatTheLearnerDoesNotShow_isNowhere(boolean evidence, boolean score) {
        String signed = signer.sign(FullBadge.earned(new Earned.Shown(evidence, score), false), Issued.issuance());

        assertThat(read(signed).has("evidence")).isEqualTo(evidence);
        assertThat(signed.contains("2 statements")).isEqualTo(evidence);
        assertThat(read(signed).path("credentialSubject").has("result")).isEqualTo(score);
        assertThat(signed.contains("83.33")).isEqualTo(score);
    }

    @Test
    void sign_plainIdentity_isTheAddressAlone() {
        assertThat(subject(FullBadge.earned(Earned.Shown.STANDARD, true))
                        .path("identifier")
                        .toString())
                .isEqualTo("[{\"type\":\"IdentityObject\",\"hashed\":false,\"identityHash\":\"ada@example.org\","
                        + "\"identityType\":\"emailAddress\"}]");
    }

    @Test
    void sign_withoutEmail_namesThePairwiseIdAlone() {
        JsonNode subject =
                read(signer.sign(Issued.earned(null), Issued.issuance())).path("credentialSubject");

        assertThat(subject.path("id").asString()).isEqualTo("urn:uuid:" + Issued.RECIPIENT);
        assertThat(subject.has("identifier")).isFalse();
    }

    @Test
    void sign_atAnAddressOfNoName_saysThatItIsATrial() {
        Ob3Signer trial = new Ob3Signer(Issued.issuer(URI.create("http://127.0.0.1:8080")));

        assertThat(read(trial.sign(Issued.earned(null), Issued.issuance()))
                        .path("description")
                        .asString())
                .startsWith("Trial badge");
    }

    @Test
    void sign_whatExpires_saysUntilWhen() {
        Instant end = Instant.parse("2027-03-01T10:02:11Z");
        assertThat(read(signer.sign(Issued.expiring(end), Issued.issuance()))
                        .path("validUntil")
                        .asString())
                .isEqualTo("2027-03-01T10:02:11Z");
    }

    @Test
    void sign_twice_isTheSameText() {
        String first = signer.sign(Issued.earned("ada@example.org"), Issued.issuance());

        assertThat(signer.sign(Issued.earned("ada@example.org"), Issued.issuance()))
                .isEqualTo(first);
    }

    @Test
    void sign_undefinedTerm_isRefused() {
        ObjectNode document = unsigned().put("favouriteColour", "blue");

        assertThatThrownBy(() -> signer.sign(document, Issued.SIGNED_AT))
                .isInstanceOf(NotCanonical.class)
                .hasMessageContaining("favouriteColour");
    }

    @Test
    void sign_undefinedType_isRefused() {
        ObjectNode document = unsigned();
        document.withArray("type").add("FantasyCredential");

        assertThatThrownBy(() -> signer.sign(document, Issued.SIGNED_AT))
                .isInstanceOf(NotCanonical.class)
                .hasMessageContaining("FantasyCredential");
    }

    @Test
    void sign_contextThatIsNotOurs_isRefusedWithoutAskingTheNetwork() throws Exception {
        try (var server = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            ObjectNode document = unsigned();
            document.withArray("@context").add("http://127.0.0.1:" + server.getLocalPort() + "/context.json");

            assertThatThrownBy(() -> signer.sign(document, Issued.SIGNED_AT)).isInstanceOf(NotCanonical.class);

            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private JsonNode subject(Earned earned) {
        return read(signer.sign(earned, Issued.issuance())).path("credentialSubject");
    }

    private ObjectNode unsigned() {
        return new CredentialWriter(issuer).write(Issued.earned(null), Issued.issuance());
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String sha256(String text) {
        try {
            return "sha256$"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
