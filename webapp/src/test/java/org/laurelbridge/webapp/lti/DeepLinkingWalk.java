package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.fake.FakeMoodle.Grade;
import org.laurelbridge.bridge.fake.FakeMoodle.Item;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;

/** A platform where badges are placed, Laurel with badges to choose from, and browsers. */
abstract class DeepLinkingWalk extends LtiWalk {
    static final String HOSTILE = "</span><script>alert(1)</script>";

    @Override
    String more() {
        return "sources: [{name: moodle, push: {key: lms, secret: secret}}]";
    }

    @BeforeEach
    void enrol() {
        bridge.startWithoutPulling();
        platform.tool(this::jwks)
                .moodle()
                .user(2, "grace", "grace@example.org", "")
                .user(3, "ada", "ada@example.org", "")
                .enrol(2, 2, "teacher")
                .enrol(2, 3, "student");
        rules(1, "");
        register();
    }

    void rules(int version, String more) {
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

    static RuleText badge(String id, int version, String title, String more) {
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

    String jwks() {
        return browser.get("/lti/jwks").body();
    }

    HttpResponse<String> ask(boolean takesMany, boolean takesLineItem, String... roles) {
        return browser.post("/lti/launch", platform.ask(begin(browser), takesMany, takesLineItem, roles));
    }

    static String token(HttpResponse<String> page) {
        return page.body().replaceFirst("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
    }

    static String jwt(HttpResponse<String> page) {
        return page.body().replaceFirst("(?s).*name=\"JWT\" value=\"([^\"]+)\".*", "$1");
    }

    HttpResponse<String> choose(HttpResponse<String> page, String form) {
        return browser.post("/lti/choose", "token=" + token(page) + "&" + form);
    }

    String placed(String badge, int points) {
        HttpResponse<String> sent =
                choose(ask(false, true, TEACHER), "badge=" + badge + "&column=yes&points=" + points + "&do=place");
        assertThat(sent.statusCode()).isEqualTo(200);
        return platform.take(jwt(sent), jwks()).get(0);
    }

    HttpResponse<String> launch(Browser with, String link, String subject, String role) {
        return with.post(
                "/lti/launch",
                platform.agree(begin(with), link, platform.link(link).custom(), subject, role));
    }

    void scored(String id, String user, double scaled) {
        push("""
                {"id":"%s","actor":{"account":{"homePage":"%s","name":"%s"}},
                 "verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},"object":{"id":"https://lms.example/quiz"},
                 "result":{"score":{"scaled":%s}},"timestamp":"2026-03-01T10:00:00Z"}""".formatted(id, platform.address(), user, scaled));
    }

    void voids(String id, String target) {
        push("""
                {"id":"%s","actor":{"mbox":"mailto:lms@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},
                 "object":{"objectType":"StatementRef","id":"%s"}}""".formatted(id, target));
    }

    void push(String statement) {
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

    Item column(long id) {
        return platform.moodle().columns(2).stream()
                .filter(item -> item.id == id)
                .findFirst()
                .orElseThrow();
    }

    Grade grade(long column) {
        return platform.moodle()
                .grade(column, 3)
                .orElse(new Grade(Double.NaN, "", bridge.clock().instant()));
    }

    void waitUntil(BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(holds.getAsBoolean())
                .as(() -> bridge.outbox().list(null, null, 10).toString())
                .isTrue();
    }
}
