package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.laurelbridge.bridge.account.BrowserSession;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;

class BrowserSessionStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofHours(12));
    private static final Holder ADA = new Holder(Kind.ACCOUNT, UUID.randomUUID());

    @OnEveryDatabase
    void session_isFoundByItsToken_fromAnyNode(TestDatabase database) {
        String token = new BrowserSessionStore(database.database()).begin(ADA, NOW, END);
        BrowserSessionStore node = new BrowserSessionStore(database.open());

        BrowserSession session = node.find(token).orElseThrow();

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(session.formToken()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(token);
        assertThat(session).isEqualTo(new BrowserSession(ADA, NOW, NOW, END, session.formToken()));
        assertThat(node.find(token.toLowerCase(Locale.ROOT))).isEmpty();
        node.see(token, NOW.plusSeconds(90));
        assertThat(node.find(token).orElseThrow().seen()).isEqualTo(NOW.plusSeconds(90));
    }

    @OnEveryDatabase
    void token_isKeptNowhere(Database database) {
        String token = new BrowserSessionStore(database).begin(ADA, NOW, END);

        byte[] kept = database.read(handle -> handle.createQuery("select fingerprint from browser_session")
                .mapTo(byte[].class)
                .one());
        assertThat(kept).isEqualTo(Fingerprint.of(token)).hasSize(32);
    }

    @OnEveryDatabase
    void session_ends_aloneOrWithAllOfItsHolder(Database database) {
        BrowserSessionStore sessions = new BrowserSessionStore(database);
        String one = sessions.begin(ADA, NOW, END);
        String two = sessions.begin(ADA, NOW, END);
        String three = sessions.begin(ADA, NOW, END);
        String other = sessions.begin(new Holder(Kind.TOKEN, ADA.id()), NOW, END);

        sessions.end(one);
        assertThat(sessions.find(one)).isEmpty();
        assertThat(sessions.find(two)).isPresent();

        assertThat(sessions.endAll(ADA)).isEqualTo(2);
        assertThat(sessions.find(two)).isEmpty();
        assertThat(sessions.find(three)).isEmpty();
        assertThat(sessions.find(other)).isPresent();
    }

    @OnEveryDatabase
    void session_thatIsOver_isForgottenWhenAnotherBegins(Database database) {
        BrowserSessionStore sessions = new BrowserSessionStore(database);
        String over = sessions.begin(ADA, NOW, END);

        String next = sessions.begin(ADA, END, END.plusSeconds(60));

        assertThat(sessions.find(over)).isEmpty();
        assertThat(sessions.find(next)).isPresent();
    }
}
