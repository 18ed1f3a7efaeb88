package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.PasswordHash;
import org.laurelbridge.bridge.account.PasswordSignIn;
import org.laurelbridge.bridge.account.PasswordSignIn.Answer;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.account.SignInLimits;

/** Names and passwords on real databases: who gets in, and who waits. */
class PasswordSignInTest {
    private static final String RIGHT = "correct horse battery";
    private static final String WRONG = "wrong horse battery";
    private static final String HOME = "192.0.2.1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final Account ada = Account.made("Ada", null, Set.of(Role.ADMINISTRATOR), null);

    private PasswordSignIn with(Database database) {
        AccountStore accounts = new AccountStore(database);
        PasswordStore passwords = new PasswordStore(database);
        if (accounts.add(ada, Login.byPassword("ada"), now.get())) {
            passwords.set(ada.id(), new PasswordHash().hash(RIGHT), now.get());
            accounts.add(
                    Account.made("Bob", null, Set.of(), null),
                    new Login("oidc", "https://id.example", "bob"),
                    now.get());
        }
        return new PasswordSignIn(accounts, passwords, new SignInLimits(new SignInTryStore(database), now::get));
    }

    private void pass(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }

    @OnEveryDatabase
    void rightPassword_getsIn_howeverTheNameIsWritten(Database database) {
        PasswordSignIn signIn = with(database);

        assertThat(signIn.check("ada", RIGHT, HOME)).isEqualTo(new Answer.In(ada));
        assertThat(signIn.check(" ADA ", RIGHT, HOME)).isEqualTo(new Answer.In(ada));
    }

    @OnEveryDatabase
    void everythingElse_isWrongInTheSameWay(Database database) {
        PasswordSignIn signIn = with(database);

        assertThat(List.of(
                        signIn.check("ada", WRONG, "192.0.2.1"),
                        signIn.check("ada", "", "192.0.2.2"),
                        signIn.check("ada", RIGHT + "x".repeat(200), "192.0.2.3"),
                        signIn.check("nobody", RIGHT, "192.0.2.4"),
                        signIn.check("", "", "192.0.2.5"),
                        signIn.check("bob", RIGHT, "192.0.2.6"),
                        signIn.check("ada' or '1'='1", RIGHT, "192.0.2.7")))
                .containsOnly(new Answer.Wrong());

        new AccountStore(database).disable(ada.id(), true);
        assertThat(signIn.check("ada", RIGHT, HOME)).isEqualTo(new Answer.Wrong());
    }

    @OnEveryDatabase
    void name_waitsLongerWithEachWrongTry_fromWhereverItComes_onEveryNode(TestDatabase database) {
        PasswordSignIn one = with(database.database());
        PasswordSignIn other = with(database.open());
        for (int i = 0; i < 5; i++) {
            assertThat((i % 2 == 0 ? one : other).check("ada", WRONG, "192.0.2." + i))
                    .isEqualTo(new Answer.Wrong());
        }

        for (int seconds : List.of(30, 60, 120, 240, 480, 600, 600)) {
            assertThat(one.check("ada", RIGHT, HOME))
                    .as("even the right one")
                    .isEqualTo(new Answer.Wait(Duration.ofSeconds(seconds)));
            pass(Duration.ofSeconds(seconds - 1));
            assertThat(other.check("ADA", RIGHT, HOME)).isEqualTo(new Answer.Wait(Duration.ofSeconds(1)));
            pass(Duration.ofSeconds(1));
            assertThat(other.check("ada", WRONG, HOME)).isEqualTo(new Answer.Wrong());
        }
        pass(Duration.ofMinutes(10));
        assertThat(one.check("ada", RIGHT, HOME)).isEqualTo(new Answer.In(ada));
        assertThat(one.check("ada", WRONG, HOME)).as("all is forgotten").isEqualTo(new Answer.Wrong());
    }

    @OnEveryDatabase
    void unknownName_waitsAsAKnownOneDoes(Database database) {
        PasswordSignIn signIn = with(database);
        for (int i = 0; i < 5; i++) {
            signIn.check("nobody", WRONG, HOME);
        }

        assertThat(signIn.check("nobody", WRONG, HOME)).isEqualTo(new Answer.Wait(Duration.ofSeconds(30)));
    }

    @OnEveryDatabase
    void address_withTenWrongTries_waits_butTheRightPasswordGetsIn(Database database) {
        PasswordSignIn signIn = with(database);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn.check("name " + i, WRONG, HOME)).isEqualTo(new Answer.Wrong());
        }

        assertThat(signIn.check("another", WRONG, HOME)).isEqualTo(new Answer.Wait(Duration.ofMinutes(1)));
        assertThat(signIn.check("another", WRONG, "192.0.2.99")).isEqualTo(new Answer.Wrong());
        assertThat(signIn.check("ada", RIGHT, HOME)).isEqualTo(new Answer.In(ada));
        pass(Duration.ofMinutes(1));
        assertThat(signIn.check("another", WRONG, HOME)).isEqualTo(new Answer.Wrong());
    }

    @OnEveryDatabase
    void address_thatGuesses_isNotLookedAtAnyMore(Database database) {
        PasswordSignIn signIn = with(database);
        SignInLimits limits = new SignInLimits(new SignInTryStore(database), now::get);
        for (int i = 0; i < 100; i++) {
            limits.wrong(HOME);
        }

        assertThat(signIn.check("ada", RIGHT, HOME)).isEqualTo(new Answer.Wait(Duration.ofMinutes(1)));
        assertThat(signIn.check("ada", RIGHT, "192.0.2.2")).isEqualTo(new Answer.In(ada));
        pass(Duration.ofMinutes(1));
        assertThat(signIn.check("ada", RIGHT, HOME)).isEqualTo(new Answer.In(ada));
    }

    @OnEveryDatabase
    void manyAtOnce_areLookedAtNoMoreOftenThanOneByOne(Database database) {
        PasswordSignIn signIn = with(database);

        long looked = IntStream.range(0, 24)
                .parallel()
                .filter(i -> signIn.check("ada", WRONG, "192.0.2." + i) instanceof Answer.Wrong)
                .count();

        assertThat(looked).isBetween(1L, 5L);
    }
}
