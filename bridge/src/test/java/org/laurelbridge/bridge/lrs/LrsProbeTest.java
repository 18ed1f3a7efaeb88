package org.laurelbridge.bridge.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fake.FakeLrs;
import org.laurelbridge.bridge.fake.FakeServer.Ending;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.lrs.Finding.Mark;
import org.laurelbridge.bridge.lrs.Finding.Step;
import org.laurelbridge.bridge.lrs.Finding.What;
import org.laurelbridge.xapi.XapiVersion;

/** Each step is broken in turn, and is the one that is named. */
class LrsProbeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String SECRET = "gehäim";
    private static final String STATEMENT = """
            {"actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},\
            "object":{"id":"https://lms.example/q"}}""";
    private static final Response ABOUT = Response.of(200, "application/json", "{\"version\":[\"1.0.3\"]}");

    private final FakeLrs lrs = FakeLrs.a();

    @AfterEach
    void stop() {
        lrs.close();
    }

    @Test
    void run_rightConnection_findsEveryStepGood() {
        lrs.add(UUID.randomUUID(), STATEMENT);
        lrs.add(UUID.randomUUID(), STATEMENT);

        List<Finding> found = run(lrs.endpoint(), SECRET);

        assertThat(found).extracting(Finding::step).containsExactly(Step.values());
        assertThat(found)
                .extracting(Finding::what)
                .containsExactly(
                        What.NAME_PRIVATE,
                        What.CONNECTED,
                        What.TLS_NONE,
                        What.ANSWERS,
                        What.KNOWN,
                        What.MAY_READ,
                        What.VERSION_GOOD,
                        What.CLOCK_GOOD,
                        What.NEWEST);
        assertThat(found.get(8).details()).containsExactly(lrs.now());
        assertThat(lrs.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void run_nameThatNobodyKnows_failsAtTheName() {
        assertFailed(run(URI.create("http://no-such-host.invalid/xapi"), SECRET), Step.NAME, What.NAME_UNKNOWN);
    }

    @Test
    void run_nobodyListens_failsAtTheConnection() {
        URI gone = lrs.endpoint();
        lrs.close();

        assertFailed(run(gone, SECRET), Step.CONNECTION, What.REFUSED);
    }

    @Test
    void run_noTlsWhereItIsAsked_failsAtTls() {
        URI secure = URI.create(lrs.endpoint().toString().replace("http:", "https:"));

        assertFailed(run(secure, SECRET), Step.TLS, What.TLS_BAD);
    }

    @Test
    void run_wrongEndpoint_failsAtTheAnswer() {
        lrs.next(Response.html(404, "no"));
        assertFailed(run(lrs.endpoint(), SECRET), Step.ANSWER, What.NOT_THERE);

        lrs.next(Response.html(302, "").with("Location", "https://elsewhere.example/"));
        assertFailed(run(lrs.endpoint(), SECRET), Step.ANSWER, What.ELSEWHERE);

        lrs.next(Response.html(200, "<h1>Welcome</h1>"));
        assertFailed(run(lrs.endpoint(), SECRET), Step.ANSWER, What.STRANGE);

        lrs.next(Response.html(503, "later"));
        assertFailed(run(lrs.endpoint(), SECRET), Step.ANSWER, What.BROKEN);

        lrs.next(Response.silent(Ending.STALL));
        assertFailed(run(lrs.endpoint(), SECRET), Step.ANSWER, What.STRANGE);
    }

    @Test
    void run_wrongSecret_failsAtAuthentication_andIsToldNowhere() {
        List<Finding> found = run(lrs.endpoint(), "not the secret");

        assertFailed(found, Step.AUTHENTICATION, What.UNKNOWN);
        assertThat(found.toString()).doesNotContain("not the secret");
    }

    @Test
    void run_keyThatMayNotRead_failsAtReading() {
        lrs.next(ABOUT);
        lrs.next(Response.html(403, "no"));

        assertFailed(run(lrs.endpoint(), SECRET), Step.READING, What.MAY_NOT_READ);
    }

    @Test
    void run_versionOfNobody_failsAtTheVersion() {
        lrs.versions("0.95");

        assertFailed(run(lrs.endpoint(), SECRET), Step.VERSION, What.VERSION_NONE);
    }

    @Test
    void run_otherVersion_isSpokenAndTold() {
        lrs.versions("2.0.0");

        assertThat(run(lrs.endpoint(), SECRET))
                .filteredOn(finding -> finding.step() == Step.VERSION)
                .extracting(Finding::what)
                .containsExactly(What.VERSION_OTHER);
    }

    @Test
    void run_otherClock_isTold() {
        lrs.turnClock(NOW.plus(Duration.ofMinutes(7)));
        assertThat(clock()).isEqualTo(Finding.of(Step.CLOCK, What.CLOCK_AHEAD, 420L));

        lrs.turnClock(NOW.minus(Duration.ofHours(1)));
        assertThat(clock()).isEqualTo(Finding.of(Step.CLOCK, What.CLOCK_BEHIND, 3_600L));

        lrs.hidesItsClock();
        assertThat(clock().what()).isEqualTo(What.CLOCK_NOT_SAID);
    }

    @Test
    void run_emptyLrs_isNoFailure() {
        assertThat(run(lrs.endpoint(), SECRET))
                .noneMatch(finding -> finding.what().mark() == Mark.BAD)
                .anyMatch(finding -> finding.what() == What.NO_STATEMENTS);
    }

    private Finding clock() {
        return run(lrs.endpoint(), SECRET).get(Step.CLOCK.ordinal());
    }

    private static List<Finding> run(URI endpoint, String secret) {
        LrsAccess access = LrsAccess.of(endpoint, "key", secret, XapiVersion.V1_0);
        return new LrsProbe(access, Duration.ofSeconds(1), () -> NOW).run();
    }

    /** This step alone, and with this. */
    private static void assertFailed(List<Finding> found, Step step, What what) {
        Map<Step, What> bad = found.stream()
                .filter(finding -> finding.what().mark() == Mark.BAD)
                .collect(Collectors.toMap(Finding::step, Finding::what));
        assertThat(bad).containsExactly(Map.entry(step, what));
        assertThat(found).extracting(Finding::step).containsExactly(Step.values());
    }
}
