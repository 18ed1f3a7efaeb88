package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.laurelbridge.bridge.account.PasswordLinks;

class PasswordLinkStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final UUID ADA = new UUID(1, 1);

    @OnEveryDatabase
    void take_byManyAtOnce_isOne(Database database) {
        PasswordLinks links = new PasswordLinkStore(database);
        String token = links.give(ADA, NOW);
        assertThat(links.find(token, NOW)).contains(ADA);
        assertThat(AtOnce.taken(() -> links.take(token, NOW))).containsExactly(ADA);
        assertThat(links.find(token, NOW)).isEmpty();
    }

    @OnEveryDatabase
    void link_endsAfterADay_andWithTheNext(Database database) {
        PasswordLinks links = new PasswordLinkStore(database);
        String first = links.give(ADA, NOW);
        assertThat(links.take(first, NOW.plus(PasswordLinks.LENGTH))).isEmpty();
        assertThat(links.take(first + "x", NOW)).isEmpty();

        String next = links.give(ADA, NOW);
        String other = links.give(new UUID(1, 2), NOW);
        assertThat(links.find(first, NOW)).isEmpty();
        assertThat(links.find(next, NOW)).contains(ADA);
        assertThat(links.find(other, NOW)).contains(new UUID(1, 2));
    }

    @OnEveryDatabase
    void token_isNotKept(Database database) {
        String token = new PasswordLinkStore(database).give(ADA, NOW);
        byte[] kept = database.read(handle -> handle.createQuery("select token from password_link")
                .mapTo(byte[].class)
                .one());
        assertThat(kept).isEqualTo(Fingerprint.of(token));
    }
}
