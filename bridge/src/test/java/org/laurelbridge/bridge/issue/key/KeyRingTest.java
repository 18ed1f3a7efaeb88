package org.laurelbridge.bridge.issue.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.issue.key.Keys.Algorithm;
import org.laurelbridge.bridge.issue.key.Keys.Entry;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.KeyStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.SecretStore;

class KeyRingTest {
    private static final char[] PASSPHRASE = "correct horse battery".toCharArray();

    private final TurnedClock clock = new TurnedClock("2026-03-01T12:00:00Z");
    private Database database;

    @BeforeEach
    void open(Database opened) {
        database = opened;
    }

    private KeyRing ring() {
        return ring(new byte[32]);
    }

    private KeyRing ring(byte[] secretKey) {
        return KeyRing.open(new KeyStore(database), new SecretStore(database, new SecretBox(secretKey)), clock);
    }

    @OnEveryDatabase
    void open_byManyNodesAtOnce_makesOneKeyOfEachKind() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 8).parallel().forEach(node -> {
            KeyRing ring = ring();
            seen.add(ring.ed25519().id() + " " + ring.rs256().id());
        });

        assertThat(seen).hasSize(1);
        assertThat(ring().list()).extracting(Entry::algorithm).containsOnlyOnce(Algorithm.values());
    }

    @OnEveryDatabase
    void rotate_theNewOneSigns_theOldOneStaysPublished_otherNodesKnow() {
        KeyRing here = ring();
        KeyRing there = ring();
        String old = here.rs256().id();

        clock.turn(Duration.ofDays(1));
        String fresh = here.rotate(Algorithm.RS256).id();

        assertThat(there.rs256().id()).isEqualTo(fresh);
        assertThat(there.listRs256()).extracting(RsaKey::id).containsExactly(fresh, old);
        assertThat(there.listEd25519()).hasSize(1);
    }

    @OnEveryDatabase
    void withdraw_theOnlyOne_makesAnotherFirst() {
        KeyRing ring = ring();
        String old = ring.ed25519().id();

        ring.withdraw(old);

        assertThat(ring.listEd25519()).extracting(Ed25519Key::id).hasSize(1).doesNotContain(old);
        assertThatThrownBy(() -> ring.withdraw(old)).hasMessageContaining("no published key " + old);
        assertThatThrownBy(() -> ring.withdraw("x")).hasMessageContaining("no published key x");
    }

    @OnEveryDatabase
    void export_movesAllPublishedKeys_andOlderOnesDoNotSign() {
        KeyRing ring = ring();
        ring.rotate(Algorithm.ED25519);
        String file = ring.export(PASSPHRASE);
        Set<String> ids = new TreeSet<>();
        ring.list().forEach(entry -> ids.add(entry.id()));

        database.change(handle -> {
            handle.execute("delete from issuer_key");
            handle.execute("delete from secret");
        });
        clock.turn(Duration.ofDays(1));
        KeyRing other = ring();
        String signing = other.ed25519().id();

        assertThat(other.add(file, PASSPHRASE)).isEqualTo(3);
        assertThat(other.add(file, PASSPHRASE)).isZero();
        assertThat(other.list()).extracting(Entry::id).containsAll(ids).hasSize(5);
        assertThat(other.ed25519().id()).isEqualTo(signing);
        assertThat(other.listEd25519().get(2).sign(new byte[] {1})).hasSize(64);
    }

    @OnEveryDatabase
    void add_wrongPassphraseOrFile_saysWhich_andAddsNothing() {
        KeyRing ring = ring();
        String file = ring.export(PASSPHRASE);

        assertThat(file).doesNotContain("\"d\"");
        assertThatThrownBy(() -> ring.add(file, "another passphrase".toCharArray()))
                .hasMessageContaining("the passphrase is not the one");
        assertThatThrownBy(() -> ring.add("{}", PASSPHRASE)).hasMessageContaining("expected format");
        assertThatThrownBy(() -> ring.add("[", PASSPHRASE)).hasMessageContaining("no JSON");
        assertThatThrownBy(() -> ring.add(file.replace("600000", "999999999"), PASSPHRASE))
                .hasMessageContaining("rounds is 999999999");
        assertThatThrownBy(() -> ring.add(file.replace("\"created\" : \"2", "\"created\" : \"x"), PASSPHRASE))
                .hasMessageContaining("no file of keys");
        assertThat(ring.list()).hasSize(2);
    }

    @OnEveryDatabase
    void open_underAnotherSecretKey_says() {
        ring();
        byte[] other = new byte[32];
        other[0] = 1;

        assertThatThrownBy(() -> ring(other)).isInstanceOf(SecretBox.CannotOpen.class);
    }
}
