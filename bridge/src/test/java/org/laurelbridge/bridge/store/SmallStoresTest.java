package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.listen.Positions.Read;
import org.laurelbridge.bridge.map.RuleDocuments.Applied;
import org.laurelbridge.bridge.map.RuleDocuments.Draft;
import org.laurelbridge.bridge.secret.AccessTokens.Holder;
import org.laurelbridge.bridge.secret.SecretBox;

class SmallStoresTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @OnEveryDatabase
    void position_savedAfterTrouble_forgetsTheTrouble(Database database) {
        PositionStore positions = new PositionStore(database);
        positions.saveTrouble("lrs", "connection refused", NOW);

        assertThat(positions.find("lrs")).isEmpty();
        assertThat(positions.list()).containsExactly(new Read("lrs", null, "connection refused", NOW));

        positions.save("lrs", "{\"since\":1}", NOW.plusSeconds(1));
        assertThat(positions.find("lrs")).contains("{\"since\":1}");
        assertThat(positions.list()).containsExactly(new Read("lrs", NOW.plusSeconds(1), null, null));
    }

    @OnEveryDatabase
    void position_whenAReadFails_stays(Database database) {
        PositionStore positions = new PositionStore(database);
        positions.save("lrs", "{\"since\":1}", NOW);
        positions.saveTrouble("lrs", "timeout", NOW.plusSeconds(1));

        assertThat(positions.find("lrs")).contains("{\"since\":1}");
        assertThat(positions.list()).containsExactly(new Read("lrs", NOW, "timeout", NOW.plusSeconds(1)));
    }

    @OnEveryDatabase
    void secret_madeByManyNodesAtOnce_isTheSameForAll(Database database) {
        SecretStore secrets = new SecretStore(database, new SecretBox(new byte[32]));
        Set<Byte> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(1, 9)
                .parallel()
                .forEach(node -> seen.add(secrets.getOrMake("key", () -> new byte[] {(byte) node})[0]));

        assertThat(seen).hasSize(1);
    }

    @OnEveryDatabase
    void secret_underAnotherKey_cannotBeOpened(Database database) {
        new SecretStore(database, new SecretBox(new byte[32])).getOrMake("key", () -> new byte[] {1});
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertThatThrownBy(() -> new SecretStore(database, new SecretBox(otherKey)).getOrMake("key", () -> new byte[1]))
                .isInstanceOf(SecretBox.CannotOpen.class);
    }

    @OnEveryDatabase
    void token_made_isFoundUntilRevoked(Database database) {
        AccessTokenStore tokens = new AccessTokenStore(database);
        boolean emptyBefore = tokens.isEmpty();
        String token = tokens.make("ops", "administrator", NOW);

        assertThat(emptyBefore).isTrue();
        assertThat(token).matches("laurel_[A-Za-z0-9_-]{43}");
        assertThat(tokens.find(token)).contains(new Holder("ops", "administrator", NOW));
        assertThat(tokens.find(token + "x")).isEmpty();
        assertThat(tokens.list()).hasSize(1);
        assertThat(tokens.revoke("ops")).isEqualTo(1);
        assertThat(tokens.find(token)).isEmpty();
        assertThat(tokens.isEmpty()).isTrue();
    }

    @OnEveryDatabase
    void token_inTheDatabase_isNotTheToken(Database database) {
        String token = new AccessTokenStore(database).make("ops", "administrator", NOW);

        byte[] kept = database.read(handle -> handle.createQuery("select fingerprint from access_token")
                .mapTo(byte[].class)
                .one());
        assertThat(kept).hasSize(32).isNotEqualTo(token.getBytes(StandardCharsets.US_ASCII));
    }

    @OnEveryDatabase
    void documents_applied_areInForceMappingFirst(Database database) {
        RuleDocumentStore documents = new RuleDocumentStore(database);

        assertThat(documents.apply(List.of(badge("b", 1, "B"), badge("a", 1, "A"), mapping(1, "M")), NOW))
                .isEmpty();
        assertThat(documents.listInForce()).extracting(Applied::body).containsExactly("M", "A", "B");
    }

    @OnEveryDatabase
    void documents_appliedAgain_addNothingAndLeaveOutWhatIsGone(Database database) {
        RuleDocumentStore documents = new RuleDocumentStore(database);
        documents.apply(List.of(mapping(1, "M"), badge("a", 1, "A")), NOW);
        long generation = documents.find("mapping", "campus", 1).orElseThrow().generation();

        documents.apply(List.of(mapping(1, "M")), NOW);

        assertThat(documents.listInForce()).containsExactly(new Applied(generation, "mapping", "campus", 1, "M", NOW));
        assertThat(documents.find("badge", "a", 1)).isPresent();
    }

    @OnEveryDatabase
    void documents_changedUnderTheSameVersion_areRefusedByName(Database database) {
        RuleDocumentStore documents = new RuleDocumentStore(database);
        documents.apply(List.of(mapping(1, "M"), badge("a", 1, "A")), NOW);

        assertThat(documents.apply(List.of(mapping(2, "M2"), badge("a", 1, "A ")), NOW))
                .containsExactly("a");
        assertThat(documents.listInForce()).extracting(Applied::body).containsExactly("M", "A");
    }

    @OnEveryDatabase
    void documents_thatDifferUnderOneVersion_areRefusedByNameOnce(Database database) {
        RuleDocumentStore documents = new RuleDocumentStore(database);

        assertThat(documents.apply(
                        List.of(badge("a", 1, "A"), badge("b", 1, "B"), badge("a", 1, "A!"), badge("a", 1, "A?")), NOW))
                .containsExactly("a");
        assertThat(documents.listInForce()).isEmpty();
    }

    @OnEveryDatabase
    void documents_ofANewVersion_haveAGreaterGeneration(Database database) {
        RuleDocumentStore documents = new RuleDocumentStore(database);
        TreeSet<Long> generations = new TreeSet<>();
        for (int version = 1; version <= 3; version++) {
            documents.apply(List.of(mapping(version, "M" + version)), NOW);
            long generation = documents.listInForce().get(0).generation();
            assertThat(generations.higher(generation - 1)).isNull();
            generations.add(generation);
        }
        assertThat(generations).hasSize(3);
    }

    private static Draft mapping(int version, String body) {
        return new Draft("mapping", "campus", version, body);
    }

    private static Draft badge(String name, int version, String body) {
        return new Draft("badge", name, version, body);
    }
}
