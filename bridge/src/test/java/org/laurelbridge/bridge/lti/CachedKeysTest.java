package org.laurelbridge.bridge.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fake.FakeServer;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.fetch.SafeFetcher;

/** Against a platform that speaks HTTP, turns its keys, lists nonsense, and is away. */
class CachedKeysTest {
    private static final TestPlatform OLD = new TestPlatform("old");
    private static final TestPlatform NEW = new TestPlatform("new");

    private final TurnedClock clock = new TurnedClock("2026-11-26T08:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<String> listed = new AtomicReference<>(list(OLD));
    private final FakeServer server = new FakeServer(request -> {
        asked.incrementAndGet();
        String text = listed.get();
        return text.isEmpty() ? FakeServer.Response.html(503, "") : FakeServer.Response.html(200, text);
    });
    private final SafeFetcher fetcher = new SafeFetcher(Reach.TRIAL, InstantSource.system());
    private final CachedKeys keys = new CachedKeys(fetcher, clock);

    @AfterEach
    void end() {
        fetcher.close();
        server.close();
    }

    private static String list(TestPlatform... platforms) {
        return new JWKSet(Arrays.stream(platforms).<JWK>map(TestPlatform::key).toList()).toString(true);
    }

    private boolean knows(String id) {
        LtiPlatform at = TestPlatform.platform();
        URI here = server.address().resolve("/certs");
        return keys.find(
                        new LtiPlatform(
                                at.id(),
                                at.name(),
                                at.issuer(),
                                at.clientId(),
                                at.authorization(),
                                at.token(),
                                at.audience(),
                                here,
                                at.trustsEmail(),
                                at.deployments()),
                        id)
                .isPresent();
    }

    @Test
    void find_listed_isAskedForOnce() {
        assertThat(knows("old")).isTrue();
        assertThat(knows("old")).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void find_turnedKey_isAskedForAtOnceButNotOften() {
        assertThat(knows("old")).isTrue();
        listed.set(list(OLD, NEW));
        assertThat(knows("new")).isFalse();
        clock.turn(Duration.ofSeconds(31));
        assertThat(knows("new")).isTrue();
        assertThat(knows("made-up")).isFalse();
        assertThat(knows("made-up too")).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void find_takenOffTheList_isUnknownSoon() {
        assertThat(knows("old")).isTrue();
        listed.set(list(NEW));
        clock.turn(Duration.ofMinutes(11));
        assertThat(knows("old")).isFalse();
    }

    @Test
    void find_platformAway_whatIsKnownCountsForADay() {
        assertThat(knows("old")).isTrue();
        listed.set("");
        clock.turn(Duration.ofHours(23));
        assertThat(knows("old")).isTrue();
        clock.turn(Duration.ofHours(2));
        assertThat(knows("old")).isFalse();
        listed.set(list(OLD));
        clock.turn(Duration.ofSeconds(31));
        assertThat(knows("old")).isTrue();
    }

    @Test
    void find_nonsense_isNoKey() {
        listed.set("<html>404</html>");
        assertThat(knows("old")).isFalse();
    }

    @Test
    void find_keyForEncryption_isNoKey() {
        listed.set(list(OLD).replace("\"sig\"", "\"enc\""));
        assertThat(knows("old")).isFalse();
    }
}
