package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.account.SignInTries.Try;

class SignInTryStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @OnEveryDatabase
    void tries_areCountedOfEachApart_andTakenBack(Database database) {
        SignInTryStore tries = new SignInTryStore(database);
        Try first = tries.add("ada", NOW);
        Try second = tries.add("ada", NOW.plusSeconds(5));
        tries.add("bob", NOW.plusSeconds(6));

        assertThat(first.before()).isZero();
        assertThat(second.before()).isEqualTo(1);
        assertThat(second.last()).isEqualTo(NOW);
        assertThat(tries.count("ada", NOW.minusSeconds(1))).isEqualTo(2);
        assertThat(tries.count("ada", NOW)).isEqualTo(1);

        tries.remove(second);
        assertThat(tries.add("ada", NOW.plusSeconds(9)).before()).isEqualTo(1);
        tries.forget("ada");
        assertThat(tries.count("ada", Instant.EPOCH)).isZero();
        assertThat(tries.count("bob", Instant.EPOCH)).isEqualTo(1);
    }

    @OnEveryDatabase
    void tries_areForgottenAfterAnHour(Database database) {
        SignInTryStore tries = new SignInTryStore(database);
        tries.add("ada", NOW);

        assertThat(tries.add("ada", NOW.plusSeconds(3_600)).before()).isZero();
    }

    @OnEveryDatabase
    void tries_ofManyAtOnce_eachSeeThoseBefore(Database database) {
        SignInTryStore tries = new SignInTryStore(database);

        long free = IntStream.range(0, 30)
                .parallel()
                .filter(i -> tries.add("ada", NOW).before() < 5)
                .count();

        assertThat(free).isLessThanOrEqualTo(5);
    }
}
