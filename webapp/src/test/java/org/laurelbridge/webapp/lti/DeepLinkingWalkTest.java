package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.fake.FakeMoodle.Grade;
import org.laurelbridge.bridge.fake.FakeMoodle.Item;
import org.laurelbridge.bridge.lti.register.Invitation;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.verify.fetch.Reach;
import org.laurelbridge.webapp.site.Site;

/** An instructor places badges in a course, learners open them there, and what they earn stands in the course's gradebook. */
class DeepLinkingWalkTest {
    private static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    private static final String TEACHER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
    private static final String HOSTILE = "</span><script>alert(1)</script>";

    private final LtiPlatformDouble platform = new LtiPlatformDouble();

    @TempDir
    private Path folder;

    private Bridge bridge;
    private Site site;
    private URI address;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = URI.create("http://127.0.0.1:" + port);
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(file, """
                public-url: %s
                http: {host: 127.0.0.1, port: %d}
                data: %s
                sources: [{name: moodle, push: {key: lms, secret: secret}}]
                """.formatted(address, port, folder.resolve("data")));
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(file, Map.of()).config()),
                Reach.TRIAL,
                InstantSource.system());
        site = Site.open(bridge);
        bridge.startWithoutPulling();
        browser = new Browser(address);
        platform.tool(this::jwks)
                .moodle()
                .user(2, "grace", "grace@example.org", "")
                .user(3, "ada", "ada@example.org", "")
                .enrol(2, 2, "teacher")
                .enrol(2, 3, "student");
        rules(1, "");
        register();
    }

    @AfterEach
    void close() {
        site.close();
        bridge.close();
        platform.close();
    }

    private void rules(int version, String more) {
        RuleBook.Outcome outcome = bridge.rules()
                .apply(List.of(
                        new RuleText("mapping.yaml", """
                                brl: 1
                                kind: mapping
                                name: campus
                                version: 1
                                use: [adl@1]
                                identity:
                                  - account: {homePage: "%s", name: id}
                                unknown: park
                                activities:
                                  quiz: {title: Quiz, match: {id: "https://lms.example/quiz"}}
                                """.formatted(platform.address())),
                        badge("quiz", version, "Kubernetes fundamentals", more),
                        badge("other", 1, "\"" + HOSTILE + "\"", "")));
        assertThat(outcome).isInstanceOf(RuleBook.Outcome.Changed.class);
    }

    private static RuleText badge(String id, int version, String title, String more) {
        return new RuleText(id + ".yaml", """
                brl: 1
                kind: badge
                id: %s
                version: %d
                title: %s
                when: {scored: {on: quiz, atLeast: 80%%}}
                %s
                """.formatted(id, version, title, more));
    }

    private String jwks() {
        return browser.get("/lti/jwks").body();
    }

    private void register() {
        String invitation = bridge.lti()
                .invitations()
                .give(new Invitation("campus", true), bridge.clock().instant());
        assertThat(browser.post(
                                "/lti/register",
                                Map.of(
                                        "invitation",
                                        invitation,
                                        "openid_configuration",
                                        platform.configuration().toString(),
                                        "registration_token",
                                        LtiPlatformDouble.TOKEN))
                        .body())
                .contains("Laurel is registered");
    }

    private URI begin(Browser with) {
        HttpResponse<String> onward = with.post(
                "/lti/login",
                Map.of(
                        "iss",
                        platform.address().toString(),
                        "target_link_uri",
                        address + "/lti/open",
                        "login_hint",
                        "3",
                        "lti_message_hint",
                        "course 2, " + UUID.randomUUID(),
                        "client_id",
                        LtiPlatformDouble.CLIENT));
        return URI.create(Browser.location(onward));
    }

    private HttpResponse<String> ask(boolean takesMany, boolean takesLineItem, String... roles) {
        return browser.post("/lti/launch", platform.ask(begin(browser), takesMany, takesLineItem, roles));
    }

    private static String token(HttpResponse<String> page) {
        return page.body().replaceFirst("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
    }

    private static String jwt(HttpResponse<String> page) {
        return page.body().replaceFirst("(?s).*name=\"JWT\" value=\"([^\"]+)\".*", "$1");
    }

    private HttpResponse<String> choose(HttpResponse<String> page, String form) {
        return browser.post("/lti/choose", "token=" + token(page) + "&" + form);
    }

    private String placed(String badge, int points) {
        HttpResponse<String> sent =
                choose(ask(false, true, TEACHER), "badge=" + badge + "&column=yes&points=" + points + "&do=place");
        assertThat(sent.statusCode()).isEqualTo(200);
        return platform.take(jwt(sent), jwks()).get(0);
    }

    private HttpResponse<String> launch(Browser with, String link, String subject, String role) {
        return with.post(
                "/lti/launch",
                platform.agree(begin(with), link, platform.link(link).custom(), subject, role));
    }

    private void scored(String id, String user, double scaled) {
        push("""
                {"id":"%s","actor":{"account":{"homePage":"%s","name":"%s"}},
                 "verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},"object":{"id":"https://lms.example/quiz"},
                 "result":{"score":{"scaled":%s}},"timestamp":"2026-03-01T10:00:00Z"}""".formatted(id, platform.address(), user, scaled));
    }

    private void voids(String id, String target) {
        push("""
                {"id":"%s","actor":{"mbox":"mailto:lms@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},
                 "object":{"objectType":"StatementRef","id":"%s"}}""".formatted(id, target));
    }

    private void push(String statement) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address.resolve("/xapi/statements"))
                                    .header("X-Experience-API-Version", "1.0.3")
                                    .header("Content-Type", "application/json")
                                    .header(
                                            "Authorization",
                                            "Basic "
                                                    + Base64.getEncoder()
                                                            .encodeToString(
                                                                    "lms:secret".getBytes(StandardCharsets.UTF_8)))
                                    .POST(BodyPublishers.ofString(statement))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Item column(long id) {
        return platform.moodle().columns(2).stream()
                .filter(item -> item.id == id)
                .findFirst()
                .orElseThrow();
    }

    private Grade grade(long column) {
        return platform.moodle()
                .grade(column, 3)
                .orElse(new Grade(Double.NaN, "", bridge.clock().instant()));
    }

    private void waitUntil(BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(holds.getAsBoolean())
                .as(() -> bridge.outbox().list(null, null, 10).toString())
                .isTrue();
    }

    @Test
    void wholeWay_fromTheChoiceToTheGradeAndBack() {
        HttpResponse<String> page = ask(false, true, TEACHER);
        assertThat(page.body())
                .contains(
                        "Choose a badge",
                        "Kubernetes fundamentals",
                        "Score at least 80 %",
                        "type=\"radio\"",
                        "value=\"100\"")
                .doesNotContain("<script>alert");
        HttpResponse<String> sent =
                choose(page, "badge=quiz&column=yes&points=50&label=" + "n".repeat(300) + "&do=place");
        assertThat(sent.body())
                .contains("action=\"" + platform.back().replace("&", "&amp;") + "\"", "/assets/lti-place.js")
                .doesNotContain("<script>");
        String link = platform.take(jwt(sent), jwks()).get(0);
        assertThat(platform.link(link).title()).isEqualTo("Kubernetes fundamentals");
        assertThat(platform.link(link).url()).isEqualTo(address + "/lti/open");
        Item column = column(platform.link(link).column());
        assertThat(column.label).isEqualTo("n".repeat(255));
        assertThat(column.maximum).isEqualTo(50);

        Browser grace = new Browser(address);
        String classPage = Browser.location(launch(grace, link, "2", TEACHER));
        assertThat(classPage).startsWith(address + "/teach/courses/");
        assertThat(grace.get(URI.create(classPage).getRawPath()).statusCode()).isEqualTo(200);
        Browser ada = new Browser(address);
        assertThat(Browser.location(launch(ada, link, "3", LEARNER))).endsWith("/my/badges/quiz");
        assertThat(ada.get("/my/badges/quiz").body())
                .contains("Kubernetes fundamentals", "What is missing", "badge-picture")
                .doesNotContain("Open your badge");

        scored("00000000-0000-4000-8000-000000000001", "3", 0.5);
        waitUntil(() -> ada.get("/my/badges/quiz").body().contains("50 %"));
        scored("00000000-0000-4000-8000-000000000002", "3", 0.9);
        waitUntil(() -> grade(column.id).value() == 50);
        Award award = bridge.awards().list("quiz", null, null, 10).get(0);
        assertThat(grade(column.id).comment())
                .contains("Kubernetes fundamentals: earned on", "/awards/" + award.credential());
        assertThat(ada.get("/my/badges/quiz").body()).contains("Open your badge", "Valid");

        bridge.verdicts().revoke(award, "a mistake");
        waitUntil(() -> grade(column.id).value() == 0);
        assertThat(grade(column.id).comment()).contains("taken back on");
        assertThat(platform.moodle().columns(2)).hasSize(1);
    }

    @Test
    void award_first_isGradedInTheColumnThatComesLater() {
        Browser ada = new Browser(address);
        ada.post("/lti/launch", platform.agree(begin(ada), "3", LEARNER));
        scored("00000000-0000-4000-8000-000000000003", "3", 0.9);
        waitUntil(() -> bridge.awards().list("quiz", null, null, 10).size() == 1);
        String link = placed("quiz", 10);
        launch(new Browser(address), link, "2", TEACHER);
        waitUntil(() -> grade(platform.link(link).column()).value() == 10);
    }

    @Test
    void column_deletedByTheTeacher_isMadeAgainWithItsGrades() {
        String link = placed("quiz", 10);
        launch(new Browser(address), link, "3", LEARNER);
        scored("00000000-0000-4000-8000-000000000004", "3", 0.9);
        long first = platform.link(link).column();
        waitUntil(() -> grade(first).value() == 10);
        platform.moodle().delete(first);
        launch(new Browser(address), link, "2", TEACHER);
        waitUntil(() -> platform.moodle().columns(2).stream()
                .anyMatch(
                        item -> item.resourceId.equals("quiz") && grade(item.id).value() == 10));
        assertThat(platform.moodle().columns(2)).hasSize(1);
    }

    @Test
    void rule_mayDeliverToAPlatformByItsName() {
        rules(2, "deliver: [{to: campus, course: 2, grade: 7, of: 10}]");
        Browser ada = new Browser(address);
        ada.post("/lti/launch", platform.agree(begin(ada), "3", LEARNER));
        launch(new Browser(address), placed("other", 5), "2", TEACHER);
        scored("00000000-0000-4000-8000-000000000005", "3", 0.9);
        waitUntil(() -> platform.moodle().columns(2).stream()
                .anyMatch(
                        item -> item.resourceId.equals("quiz") && grade(item.id).value() == 7));
    }

    @Test
    void several_arePlacedWhereThePlatformTakesThem() {
        HttpResponse<String> page = ask(true, false, TEACHER);
        assertThat(page.body()).contains("type=\"checkbox\"").doesNotContain("name=\"points\"");
        HttpResponse<String> sent = choose(page, "badge=quiz&badge=other&column=yes&points=5&do=place");
        List<String> links = platform.take(jwt(sent), jwks());
        assertThat(links).hasSize(2);
        assertThat(links).allMatch(link -> platform.link(link).column() == 0);
        assertThat(links)
                .extracting(link -> platform.link(link).custom())
                .containsExactlyInAnyOrder(Map.of("badge", "quiz"), Map.of("badge", "other"));
    }

    @Test
    void cancel_placesNothing_andSaysSo() {
        HttpResponse<String> sent = choose(ask(false, true, TEACHER), "do=cancel&badge=quiz");
        assertThat(platform.take(jwt(sent), jwks())).isEmpty();
    }

    @Test
    void answer_again_isTakenByNobody() {
        HttpResponse<String> page = ask(false, true, TEACHER);
        HttpResponse<String> sent = choose(page, "badge=quiz&do=place");
        platform.take(jwt(sent), jwks());
        assertThatThrownBy(() -> platform.take(jwt(sent), jwks())).hasMessageContaining("nonce");
        HttpResponse<String> again = choose(page, "badge=quiz&do=place");
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).doesNotContain("name=\"JWT\"");
    }

    @Test
    void choice_withoutItsToken_isNobodys() {
        ask(false, true, TEACHER);
        HttpResponse<String> guessed = browser.post("/lti/choose", "token=guessed&badge=quiz&do=place");
        assertThat(guessed.statusCode()).isEqualTo(410);
    }

    @Test
    void learner_whoAsks_isRefusedInWords() {
        HttpResponse<String> refused = ask(false, true, LEARNER);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Only an instructor of the course").doesNotContain("name=\"token\"");
    }

    @Test
    void choice_thatIsNotRight_isToldAllAtOnceAndKept() {
        HttpResponse<String> page = ask(false, true, TEACHER);
        HttpResponse<String> wrong =
                choose(page, "badge=quiz&badge=gone&column=yes&points=1001&query=%3Cscript%3E&do=place");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("one badge at a time", "cannot be earned any more", "whole number from 1 to 1000")
                .doesNotContain("<script>");
        assertThat(choose(page, "points=5&do=place").body()).contains("Choose a badge.");
        assertThat(choose(page, "badge=quiz&do=place").statusCode()).isEqualTo(200);
    }

    @Test
    void search_worksWithoutScript_andKeepsWhatWasChosen() {
        HttpResponse<String> page = ask(true, true, TEACHER);
        String found =
                choose(page, "query=KUBERNETES+fund&badge=other&do=search").body();
        assertThat(found).contains("value=\"quiz\"", "value=\"other\" checked");
        assertThat(choose(page, "query=nothing+like+it&do=search").body()).contains("No badge has these words");
    }

    @Test
    void form_goesToTheReturnAddressAlone() {
        HttpResponse<String> page = ask(false, true, TEACHER);
        assertThat(policy(page)).contains("form-action 'self'", "frame-ancestors 'self' " + platform.address());
        assertThat(policy(choose(page, "badge=quiz&do=place")))
                .contains("form-action " + platform.address() + "/mod/lti/contentitem_return.php;", "script-src 'self'")
                .doesNotContain("form-action 'self'", "unsafe", "sesskey");
        assertThat(PlacePage.source("https://lms.example/a;b,c?d")).isEqualTo("https://lms.example/a%3Bb%2Cc");
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void badge_thatIsNotThere_isNotFound() {
        Browser ada = new Browser(address);
        ada.post("/lti/launch", platform.agree(begin(ada), "l", Map.of("badge", "gone"), "3", LEARNER));
        assertThat(ada.get("/my/badges/gone").statusCode()).isEqualTo(404);
        assertThat(ada.get("/my/badges/").statusCode()).isEqualTo(404);
    }
}
