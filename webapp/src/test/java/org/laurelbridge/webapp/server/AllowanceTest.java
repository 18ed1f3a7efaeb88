package org.laurelbridge.webapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {
    private final AtomicLong now = new AtomicLong();
    private final Allowance sixty = new Allowance(60, 100, now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void allOfAMinute_mayBeUsedAtOnce_andComesBackEvenly() {
        for (int i = 0; i < 60; i++) {
            assertThat(sixty.take("a", 1)).isEmpty();
        }
        assertThat(sixty.take("a", 1)).contains(Duration.ofSeconds(1));
        assertThat(sixty.take("a", 5)).contains(Duration.ofSeconds(5));
        assertThat(sixty.take("b", 1)).as("another's").isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(sixty.take("a", 1)).isEmpty();
        assertThat(sixty.take("a", 1)).contains(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(30));
        assertThat(sixty.take("a", 30)).isEmpty();
        assertThat(sixty.take("a", 1)).isPresent();
        pass(Duration.ofDays(1));
        assertThat(sixty.take("a", 60))
                .as("no more than a minute's is saved up")
                .isEmpty();
        assertThat(sixty.take("a", 1)).isPresent();
    }

    @Test
    void anyNumber_isTakenWhereNoneIsSet() {
        Allowance any = new Allowance(0);
        for (int i = 0; i < 100_000; i++) {
            assertThat(any.take("a", 10)).isEmpty();
        }
        assertThat(any.kept()).isZero();
    }

    @Test
    void oneRequest_isTaken_howeverDear() {
        assertThat(new Allowance(2, 100, now::get).take("a", 10)).isEmpty();
    }

    @Test
    void longestSilent_areForgotten() {
        sixty.take("first", 60);
        for (int i = 0; i < 99; i++) {
            sixty.take("other " + i, 1);
        }
        assertThat(sixty.take("first", 1)).as("still known, and heard again").isPresent();
        for (int i = 99; i < 1_000; i++) {
            sixty.take("other " + i, 1);
        }
        assertThat(sixty.kept()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "[2001:db8:1:2:3:4:5:6], 2001:db8:1:2::/64",
        "2001:db8:1:2::1, 2001:db8:1:2::/64",
        "2001:db8:1:3::1, 2001:db8:1:3::/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "unknown, unknown"
    })
    void origin_isAnAddress_orANetworkOfIpv6(String remote, String origin) {
        assertThat(Origin.of(remote)).isEqualTo(origin);
    }
}
