package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.lti.launch.Logins;
import org.laurelbridge.bridge.lti.launch.Logins.Login;

class LtiLoginStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Login LOGIN = new Login(
            UUID.fromString("3c1f3f3e-6f1e-4f7a-9a1c-3b8f6f1f0001"), URI.create("https://b.example.org/my"), "3", null);

    @OnEveryDatabase
    void take_isOnce(Database database) {
        Logins logins = new LtiLoginStore(database);
        logins.begin(LOGIN, "state", "browser", NOW);
        assertThat(logins.take("state", "browser", NOW)).contains(LOGIN);
        assertThat(logins.take("state", "browser", NOW)).isEmpty();
    }

    @OnEveryDatabase
    void take_byAnotherBrowser_findsNothingAndTakesNothing(Database database) {
        Logins logins = new LtiLoginStore(database);
        logins.begin(LOGIN, "state", "browser", NOW);
        assertThat(logins.find("state", NOW)).contains(LOGIN);
        assertThat(logins.take("state", "other", NOW)).isEmpty();
        assertThat(logins.take("other", "browser", NOW)).isEmpty();
        assertThat(logins.take("state", "browser", NOW)).contains(LOGIN);
    }

    @OnEveryDatabase
    void take_tooLate_findsNothing(Database database) {
        Logins logins = new LtiLoginStore(database);
        logins.begin(LOGIN, "state", "browser", NOW);
        assertThat(logins.take("state", "browser", NOW.plus(Logins.LONGEST).plusSeconds(1)))
                .isEmpty();
    }

    @OnEveryDatabase
    void take_byManyAtOnce_isOne(Database database) {
        Logins logins = new LtiLoginStore(database);
        logins.begin(LOGIN, "state", "browser", NOW);
        long taken = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> logins.take("state", "browser", NOW))
                .filter(Optional::isPresent)
                .count();
        assertThat(taken).isEqualTo(1);
    }
}
