package org.laurelbridge.bridge.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.account.PasswordSignIn.Answer;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.PasswordStore;
import org.laurelbridge.bridge.store.SignInTryStore;
import org.laurelbridge.bridge.store.TestDatabase;

/** Who comes while too many others are before them. */
class BusySignInTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String RIGHT = "correct horse battery";

    @Test
    void tryThatNobodyLookedAt_isNotCounted() {
        try (TestDatabase database = TestDatabase.sqlite()) {
            AccountStore accounts = new AccountStore(database.database());
            PasswordStore passwords = new PasswordStore(database.database());
            Account ada = Account.made("Ada", null, Set.of(), null);
            accounts.add(ada, Login.byPassword("ada"), NOW);
            passwords.set(ada.id(), new PasswordHash().hash(RIGHT), NOW);
            Semaphore places = new Semaphore(1);
            PasswordSignIn signIn = new PasswordSignIn(
                    accounts,
                    passwords,
                    new SignInLimits(new SignInTryStore(database.database()), () -> NOW),
                    new PasswordHash(places, Duration.ZERO));

            int taken = places.drainPermits();
            for (int i = 0; i < 6; i++) {
                // an unknown name too: as much is worked out for it as for a known one
                for (String name : List.of("ada", "nobody", "")) {
                    assertThatThrownBy(() -> signIn.check(name, RIGHT, "192.0.2.1"))
                            .as(name)
                            .isInstanceOf(PasswordHash.Busy.class);
                }
            }
            places.release(taken);

            assertThat(signIn.check("ada", RIGHT, "192.0.2.1")).isEqualTo(new Answer.In(ada));
        }
    }
}
