package org.laurelbridge.webapp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.account.Role;

/** Counts are counted once for a few pages, and anew once anything is done. */
class RememberedWaitingTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final AtomicInteger counted = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Waiting remembered =
            new RememberedWaiting((visitor, area) -> new Waiting.Counts(counted.incrementAndGet(), 0), now::get);
    private final Visitor grace = visitor();

    private static Visitor visitor() {
        return new Visitor(UUID.randomUUID(), "Grace", Set.of(Role.INSTRUCTOR), Optional.empty());
    }

    private int teaching(Visitor visitor) {
        return remembered.of(visitor, Area.TEACHING).decisions();
    }

    @Test
    void counts_standForTenSeconds_ofAnAccountAndAnArea() {
        assertThat(teaching(grace)).isEqualTo(1);
        now.set(START.plusSeconds(9));
        assertThat(teaching(grace)).isEqualTo(1);
        assertThat(remembered.of(grace, Area.ADMINISTRATION).decisions()).isEqualTo(2);
        assertThat(teaching(visitor())).isEqualTo(3);
        now.set(START.plusSeconds(10));
        assertThat(teaching(grace)).isEqualTo(4);
        now.set(START.minusSeconds(60));
        assertThat(teaching(grace)).as("the clock was put back").isEqualTo(5);
    }

    @Test
    void whoChangesSomething_isCountedForAnew() {
        Visitor other = visitor();
        teaching(grace);
        teaching(other);
        remembered.forget(grace.account());
        assertThat(teaching(grace)).isEqualTo(3);
        assertThat(teaching(other)).isEqualTo(2);
    }

    @Test
    void neverAreMoreKeptThanAThousand() {
        for (int i = 0; i < 1_001; i++) {
            teaching(visitor());
        }
        assertThat(teaching(grace)).isEqualTo(1_002);
        assertThat(teaching(grace)).as("there is no room for it").isEqualTo(1_003);
    }
}
