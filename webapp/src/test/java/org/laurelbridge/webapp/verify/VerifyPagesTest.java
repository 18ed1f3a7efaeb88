package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Showing;
import org.laurelbridge.bridge.record.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An employer at the door, without an account: stories E1, E2 and E4, on the whole of Laurel. */
class VerifyPagesTest {
    private static final String ADA = "ada@example.org";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Installation laurel;
    private PersonId ada;
    private Award award;
    private UUID evidence;

    @BeforeEach
    void earn() throws IOException {
        laurel = new Installation(folder, Installation.badge("quiz", "unsupported: revoke", "valid: {for: 1y}"));
        ada = laurel.learner(ADA);
        evidence = laurel.scored(ADA, "quiz", "0.91");
        award = laurel.signed(ada, "quiz");
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private String address(String form) {
        return Installation.ROOT + "/awards/" + award.credential() + form;
    }

    private HttpResponse<String> present(Map<String, String> fields, String fileName, byte[] file) throws Exception {
        String boundary = "------------------------laurel";
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        String whole = body + new String(file, StandardCharsets.ISO_8859_1) + "\r\n--" + boundary + "--\r\n";
        return http.send(
                HttpRequest.newBuilder(URI.create(laurel.at("/verify")))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(whole, StandardCharsets.ISO_8859_1))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String paste(String text) throws Exception {
        return present(Map.of("text", text), "", new byte[0]).body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ob3.json", "/ob2.json"})
    void link_ofOurs_isGenuine_withoutTheNetwork(String form) throws Exception {
        assertThat(paste(address(form))).contains("<strong>Genuine</strong>", "The badge quiz", "Example University");
        assertThat(laurel.text("/verify?link=" + address(form))).contains("<strong>Genuine</strong>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ob3.json",
                "/ob3.jwt",
                "/badge.png",
                "/badge.svg",
                "/ob2.json",
                "/ob2.jws",
                "/ob2.png",
                "/ob2.svg"
            })
    void file_ofEveryForm_isGenuine_thenRevoked(String form) throws Exception {
        byte[] file = laurel.get(address(form)).body();
        HttpResponse<String> answer = present(Map.of(), "badge", file);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<strong>Genuine</strong>", "The badge quiz");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();

        laurel.voids(evidence);
        laurel.waitUntil(() -> laurel.awards(ada, "quiz").get(0).status() == AwardStatus.REVOKED);
        laurel.clock.turn(Duration.ofMinutes(1));
        assertThat(present(Map.of(), "badge", file).body()).contains("<strong>Revoked</strong>");
    }

    @Test
    void changedFile_isChanged_andExpiredIsExpired() throws Exception {
        String file = laurel.text(address("/ob3.json"));
        assertThat(paste(file.replace("The badge quiz", "The badge of honour"))).contains("<strong>Changed</strong>");

        laurel.clock.turn(Duration.ofDays(366));
        assertThat(paste(file)).contains("<strong>Expired</strong>");
    }

    @Test
    void privateAward_isNotShown_butItsFileIsVerified() throws Exception {
        byte[] png = laurel.get(address("/badge.png")).body();
        assertThat(new Showing(laurel.bridge.awards(), laurel.clock).show(award, false))
                .isTrue();

        assertThat(laurel.get(address("/badge.png")).statusCode()).isEqualTo(404);
        assertThat(paste(address(""))).contains("<strong>Not checked</strong>").doesNotContain("The badge quiz");
        assertThat(present(Map.of(), "b.png", png).body()).contains("<strong>Genuine</strong>");
    }

    @Test
    void recipient_isCompared_tenTimesAnHour_andNothingElseIsTold() throws Exception {
        String file = laurel.text(address("/ob3.json"));
        assertThat(present(Map.of("text", file, "email", " Ada@Example.org "), "", new byte[0])
                        .body())
                .contains("It was issued to this e-mail address.");
        for (int i = 0; i < 9; i++) {
            assertThat(present(Map.of("text", file, "email", i + ada.toString() + "@example.org"), "", new byte[0])
                            .body())
                    .contains("It was not issued to this e-mail address.", "Genuine, but not theirs")
                    .doesNotContain(ADA);
        }
        assertThat(present(Map.of("text", file, "email", ADA), "", new byte[0]).body())
                .contains("compared with ten addresses");
        laurel.clock.turn(Duration.ofMinutes(61));
        assertThat(present(Map.of("text", file, "email", ADA), "", new byte[0]).body())
                .contains("It was issued to this e-mail address.");
    }

    @Test
    void recipient_ofAChangedCopy_isNotCompared() throws Exception {
        String changed = laurel.text(address("/ob3.json")).replace("The badge quiz", "The badge of honour");

        assertThat(present(Map.of("text", changed, "email", ADA), "", new byte[0])
                        .body())
                .contains("Nothing was compared");
    }

    @Test
    void many_linksBecomeVerdicts() throws Exception {
        HttpResponse<String> sheet = http.send(
                HttpRequest.newBuilder(URI.create(laurel.at("/verify/many")))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nname,link\nAda,"
                                        + address("") + "\nBob," + Installation.ROOT + "/awards/" + UUID.randomUUID()
                                        + "\r\n--x--\r\n"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(sheet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        List<String> rows = sheet.body().lines().toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).contains(",genuine,", "The badge quiz");
        assertThat(rows.get(2)).contains(",unchecked,");
    }

    @Test
    void ourPicture_isShown_aStrangersIsNotAskedFor_andOneInsideTheBadgeIs() throws Exception {
        String file = laurel.text(address("/ob3.json"));
        String ours = "https://badges.example.org/badges/quiz/1/image.";
        assertThat(paste(file)).contains("src=\"/badges/quiz/1/image.");
        assertThat(laurel.get("/badges/quiz/1/image.svg").statusCode()).isEqualTo(200);

        for (String strange : List.of(
                "https://elsewhere.example/a.",
                "data:text/html,<script>",
                "data:image/svg+xml-x,",
                "javascript:alert(1)//",
                "//elsewhere.example/",
                Installation.ROOT + "/verify?x=",
                " not an address ")) {
            assertThat(paste(file.replace(ours, strange)))
                    .as(strange)
                    .contains("<strong>Changed</strong>")
                    .doesNotContain("class=\"badge-picture");
        }
        assertThat(paste(file.replace(ours, "data:image/png;base64,AAAA")))
                .contains("<img class=\"badge-picture bad\" src=\"data:image/png;base64,AAAA");
    }

    @Test
    void kindOfAchievement_isSaid_inTheReadersLanguage_whereOpenBadgesKnowsIt() throws Exception {
        JsonNode file = new JsonMapper().readTree(laurel.text(address("/ob3.json")));
        ObjectNode achievement = (ObjectNode) file.path("credentialSubject").path("achievement");

        achievement.put("achievementType", "CertificateOfCompletion");
        assertThat(paste(file.toString()))
                .contains("<dd>certificate of completion</dd>")
                .doesNotContain("<dd>CertificateOfCompletion</dd>");
        achievement.put("achievementType", "Ext:Knighthood");
        assertThat(paste(file.toString())).contains("<dd>Ext:Knighthood</dd>");
    }

    @Test
    void whatAStrangerWrote_isShownAsText() throws Exception {
        String hostile = "\"><script>alert(1)</script>";
        JsonNode file = new JsonMapper().readTree(laurel.text(address("/ob3.json")));
        ObjectNode subject = (ObjectNode) file.path("credentialSubject");
        ObjectNode achievement = (ObjectNode) subject.path("achievement");
        for (String name : List.of("name", "description", "version", "achievementType", "inLanguage")) {
            achievement.put(name, hostile);
        }
        achievement.putObject("criteria").put("narrative", hostile).put("id", "javascript:alert(2)");
        ObjectNode align = achievement.putArray("alignment").addObject();
        align.put("targetName", hostile)
                .put("targetFramework", hostile)
                .put("targetUrl", "https://x.example/" + hostile);
        ObjectNode issuer = (ObjectNode) file.path("issuer");
        issuer.put("name", hostile).put("url", "javascript:alert(3)");
        ObjectNode evidence = ((ObjectNode) file).putArray("evidence").addObject();
        evidence.put("name", hostile).put("narrative", hostile).put("id", "data:text/html,x");

        assertThat(paste(file.toString()))
                .contains("<strong>Changed</strong>", "&lt;script&gt;")
                .doesNotContain("<script>", "href=\"javascript:", "href=\"data:");
    }

    @Test
    void result_saysWhenAndWhereItWasChecked_forPaper() throws Exception {
        assertThat(paste(address("")))
                .contains("Checked on", "at <span class=\"said\">https://badges.example.org/verify</span>")
                .contains("type an e-mail address to compare");
        assertThat(present(Map.of("text", address(""), "email", ADA), "", new byte[0])
                        .body())
                .contains("It was issued to this e-mail address.")
                .doesNotContain("type an e-mail address to compare");
        assertThat(laurel.text("/verify")).doesNotContain("Checked on").contains("enctype=\"multipart/form-data\"");
        assertThat(laurel.text("/")).contains("href=\"/verify\"");
    }

    @Test
    void many_withoutLinks_saysSoAtItsField() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(laurel.at("/verify/many")))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                                        + "a\n<script>\r\n--x--\r\n"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("row 2: no link in it", "aria-describedby=\"problems example\"")
                .doesNotContain("<script>");
    }

    @Test
    void nothingOrRubbish_isAnsweredInWords() throws Exception {
        assertThat(present(Map.of("text", " "), "", new byte[0]).statusCode()).isEqualTo(400);
        assertThat(paste("<script>alert(1)</script>"))
                .doesNotContain("<script>alert")
                .contains("<strong>No badge</strong>");
        assertThat(paste("https://127.0.0.1:1024/x")).contains("<strong>Not checked</strong>");
        assertThat(present(Map.of(), "big.png", new byte[10_200_000]).statusCode())
                .isEqualTo(413);
    }

    @Test
    void certificate_isNoBadge_butNamesItsAddress() throws Exception {
        HttpResponse<String> answer =
                present(Map.of(), "certificate.pdf", "%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("A PDF holds no badge.").doesNotContain("JSON: line");
    }

    @Test
    void api_saysTheSame() throws Exception {
        JsonNode verdict = ask("{\"link\":\"" + address("") + "\",\"email\":\"" + ADA + "\"}");
        assertThat(verdict.path("verdict").asString()).isEqualTo("genuine");
        assertThat(verdict.path("recipient").asString()).isEqualTo("yes");
        assertThat(ask(laurel.text(address("/ob3.json"))).path("verdict").asString())
                .isEqualTo("genuine");
        assertThat(ask("{\"badge\":" + laurel.text(address("/ob3.json")) + "}")
                        .path("verdict")
                        .asString())
                .isEqualTo("genuine");
        assertThat(ask("{").path("verdict").asString()).isEqualTo("unreadable");
        assertThat(ask("{\"link\":1,\"badge\":2}").toString()).contains("one of the two");
    }

    private JsonNode ask(String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(laurel.at("/api/v1/verify")))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new JsonMapper().readTree(answer.body());
    }
}
