package org.laurelbridge.bridge.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fake.FakeLrs;
import org.laurelbridge.bridge.fake.FakeServer.Ending;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.lrs.LrsFailure.Kind;
import org.laurelbridge.xapi.Json.Parsed;
import org.laurelbridge.xapi.XapiVersion;

class LrsClientTest {
    private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final String STATEMENT = """
            {"actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},\
            "object":{"id":"https://lms.example/q","definition":{"name":{"de":"Prüfung 数学"}}}}""";

    private final FakeLrs lrs = FakeLrs.a();
    private final LrsClient client = client(lrs.endpoint());

    @AfterEach
    void stop() {
        lrs.close();
    }

    @Test
    void read_statements_keepsTheirTextInUtf8() {
        lrs.add(ID, STATEMENT);

        LrsPage.Held held = page(client.read(null, 10)).statements().get(0);

        assertThat(held.raw()).isEqualTo(lrs.json(ID)).contains("Prüfung 数学");
        assertThat(held.parsed()).isInstanceOf(Parsed.Value.class);
    }

    @Test
    void read_since_asksAscendingInZWithALimit() {
        client.read(Instant.parse("2026-03-01T10:00:00.123456789Z"), 10);

        assertThat(lrs.requests().get(0).query())
                .containsEntry("ascending", "true")
                .containsEntry("limit", "10")
                .containsEntry("since", "2026-03-01T10:00:00.123456Z");
    }

    @Test
    void read_date_isTold() {
        lrs.turnClock(Instant.parse("2026-03-01T09:00:00.7Z"));

        assertThat(page(client.read(null, 10)).date()).isEqualTo("2026-03-01T09:00:00Z");
    }

    @Test
    void read_consistentThrough_isTold() {
        lrs.consistentThrough(Instant.parse("2026-03-01T09:00:00Z"));

        assertThat(page(client.read(null, 10)).consistentThrough()).isEqualTo("2026-03-01T09:00:00Z");
    }

    @Test
    void readMore_relativeToTheHost_leadsToTheNextPage() {
        addMany(3);

        LrsPage first = page(client.read(null, 2));

        assertThat(first.more()).startsWith("/data/xAPI/statements?cursor=2");
        assertThat(page(client.readMore(more(first))).statements()).hasSize(1);
    }

    @Test
    void readMore_absoluteOverAnotherScheme_isAskedAtOurOrigin() {
        addMany(3);
        lrs.moreHost("https://127.0.0.1:9");

        LrsPage first = page(client.read(null, 2));

        assertThat(page(client.readMore(more(first))).statements()).hasSize(1);
    }

    @Test
    void readMore_toAnotherHost_isRefusedUnasked() {
        addMany(3);
        lrs.moreHost("https://evil.example");
        LrsPage first = page(client.read(null, 2));
        int asked = lrs.requests().size();

        LrsFailure failure = failure(client.readMore(more(first)));

        assertThat(failure.kind()).isEqualTo(Kind.STRANGE);
        assertThat(failure.words()).contains("another host");
        assertThat(lrs.requests()).hasSize(asked);
    }

    @Test
    void read_versionRefused_learnsTheOneThatTheLrsSpeaks() {
        lrs.versions("2.0.0");
        lrs.add(ID, STATEMENT);

        assertThat(page(client.read(null, 10)).statements()).hasSize(1);
        assertThat(client.version()).isEqualTo(XapiVersion.V2_0);
    }

    @Test
    void read_elementThatMayNotBeRead_comesAsBrokenWithItsText() {
        lrs.addRaw("{\"a\":1,\"a\":2}");
        lrs.add(ID, STATEMENT);

        LrsPage page = page(client.read(null, 10));

        assertThat(page.statements().get(0).parsed()).isInstanceOf(Parsed.Broken.class);
        assertThat(page.statements().get(0).raw()).isEqualTo("{\"a\":1,\"a\":2}");
        assertThat(page.statements()).hasSize(2);
    }

    @Test
    void read_busy_tellsHowLongToWait() {
        lrs.next(Response.html(429, "slow down").with("Retry-After", "7"));

        LrsFailure failure = failure(client.read(null, 10));

        assertThat(failure.kind()).isEqualTo(Kind.BUSY);
        assertThat(failure.notBefore()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void read_retryAfterAsDate_countsFromTheLrssOwnClock() {
        lrs.next(Response.html(503, "later")
                .with("Date", "Sun, 01 Mar 2026 10:00:00 GMT")
                .with("Retry-After", "Sun, 01 Mar 2026 10:00:30 GMT"));

        assertThat(failure(client.read(null, 10)).notBefore()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void read_redirected_isNotFollowed() {
        lrs.next(new Response("HTTP/1.1 302 Found", Map.of("Location", "https://evil.example/"), "", Ending.WHOLE));

        LrsFailure failure = failure(client.read(null, 10));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.words()).contains("https://evil.example/");
        assertThat(lrs.requests()).hasSize(2).allMatch(request -> request.path().startsWith("/data/xAPI/"));
    }

    @Test
    void read_wrongPassword_saysCredentials() {
        LrsClient stranger = new LrsClient(LrsAccess.of(lrs.endpoint(), "key", "wrong", XapiVersion.V1_0));

        assertThat(failure(stranger.read(null, 10)).words()).contains("401").contains("credentials");
    }

    @Test
    void read_htmlPage_isStrange() {
        lrs.next(Response.html(200, "<html>Welcome</html>"));

        assertThat(failure(client.read(null, 10)).kind()).isEqualTo(Kind.STRANGE);
    }

    @Test
    void read_answerOverTheBound_isStrange() {
        lrs.next(Response.html(200, "x".repeat(70_000)));
        LrsClient bounded = new LrsClient(new LrsAccess(
                lrs.endpoint(),
                "key",
                "gehäim",
                XapiVersion.V1_0,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                64_000));

        assertThat(failure(bounded.read(null, 10)).words()).contains("longer than 64000 bytes");
    }

    @Test
    void read_silence_endsAtThePatience() {
        lrs.next(Response.silent(Ending.STALL));
        LrsClient hasty = new LrsClient(new LrsAccess(
                lrs.endpoint(),
                "key",
                "gehäim",
                XapiVersion.V1_0,
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                64_000));

        assertThat(failure(hasty.read(null, 10)).kind()).isEqualTo(Kind.LOST);
    }

    @Test
    void read_nobodyThere_isUnreachable() {
        lrs.close();

        assertThat(failure(client.read(null, 10)).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void read_unknownName_saysDns() {
        LrsClient lost = client(URI.create("http://lrs.invalid/xapi"));

        assertThat(failure(lost.read(null, 10)).words()).contains("lrs.invalid").contains("DNS");
    }

    @Test
    void read_failure_printsNothing() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            lrs.next(Response.html(500, "secret"));
            client.read(null, 10);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.size()).isZero();
    }

    @Test
    void put_twice_stands() {
        assertThat(client.put(ID, withId(STATEMENT))).isEqualTo(new Writing.Stands());
        assertThat(client.put(ID, withId(STATEMENT))).isEqualTo(new Writing.Stands());
        assertThat(lrs.ids()).containsExactly(ID);
    }

    @Test
    void put_anotherStatementThere_differs() {
        lrs.add(ID, STATEMENT.replace("passed", "failed"));

        assertThat(client.put(ID, withId(STATEMENT))).isEqualTo(new Writing.Differs());
    }

    @Test
    void put_answerLost_isUnknown() {
        // Java sends a PUT again by itself, once
        lrs.next(Response.silent(Ending.RESET));
        lrs.next(Response.silent(Ending.RESET));

        assertThat(client.put(ID, withId(STATEMENT))).isInstanceOf(Writing.Unknown.class);
    }

    @Test
    void put_refused_doesNotQuoteTheLrs() {
        lrs.next(Response.html(400, "ada@example.org is wrong"));

        Writing writing = client.put(ID, withId(STATEMENT));

        assertThat(writing).isInstanceOf(Writing.Refused.class);
        assertThat(writing.toString()).doesNotContain("ada@example.org");
    }

    @Test
    void holds_voided_isFalse() {
        lrs.add(ID, STATEMENT);
        assertThat(client.holds(ID)).isEqualTo(new LrsReply.Got<>(true));

        lrs.add(UUID.randomUUID(), """
                {"actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},\
                "object":{"objectType":"StatementRef","id":"%s"}}""".formatted(ID));

        assertThat(client.holds(ID)).isEqualTo(new LrsReply.Got<>(false));
    }

    private void addMany(int count) {
        for (int index = 0; index < count; index++) {
            lrs.add(UUID.randomUUID(), STATEMENT);
        }
    }

    private static String withId(String statement) {
        return statement.replaceFirst("\\{", "{\"id\":\"" + ID + "\",");
    }

    private static LrsClient client(URI endpoint) {
        return new LrsClient(LrsAccess.of(endpoint, "key", "gehäim", XapiVersion.V1_0));
    }

    private static String more(LrsPage page) {
        return String.valueOf(page.more());
    }

    private static LrsPage page(LrsReply<LrsPage> reply) {
        return reply.fold(page -> page, failure -> {
            throw new AssertionError(failure);
        });
    }

    private static LrsFailure failure(LrsReply<LrsPage> reply) {
        return reply.fold(
                page -> {
                    throw new AssertionError(page);
                },
                failure -> failure);
    }
}
