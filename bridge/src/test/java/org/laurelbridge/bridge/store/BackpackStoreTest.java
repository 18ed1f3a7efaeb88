package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.backpack.Backpack;
import org.laurelbridge.bridge.backpack.Backpack.Entry;
import org.laurelbridge.bridge.backpack.Backpack.Form;
import org.laurelbridge.bridge.backpack.Backpack.Keeping;
import org.laurelbridge.bridge.backpack.Backpack.Ours;
import org.laurelbridge.bridge.backpack.Backpack.Wanted;
import org.laurelbridge.bridge.backpack.Brought;
import org.laurelbridge.bridge.backpack.Brought.Content;
import org.laurelbridge.bridge.backpack.Brought.Name;
import org.laurelbridge.bridge.backpack.Brought.Shown;
import org.laurelbridge.bridge.backpack.Standard;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.verify.report.Verdict;
import org.laurelbridge.mapping.Identifier;

class BackpackStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID CLIENT = new UUID(9, 9);
    private static final Wanted OB3 = new Wanted(Standard.OB3, Ours.ALL);
    private static final Wanted OB3_TRIAL = new Wanted(Standard.OB3, Ours.HOLDING);
    private static final Wanted OB2 = new Wanted(Standard.OB2, Ours.HOLDING);
    private static final Wanted OB2_TRIAL = new Wanted(Standard.OB2, Ours.HOSTED);

    private BackpackStore backpack;
    private PersonId ada;
    private PersonId bob;

    @BeforeEach
    void people(Database database) {
        backpack = new BackpackStore(database);
        PeopleStore people = new PeopleStore(database);
        ada = people.add("Ada", List.of(new Identifier("email", "", "ada@example.org")), NOW);
        bob = people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), NOW);
    }

    /** An award with its credential, which was kept so many seconds after it changed last. */
    private static UUID award(Database database, PersonId person, int number, String status, int changed, int kept) {
        UUID id = new UUID(5, number);
        database.change(handle -> {
            handle.execute(
                    "insert into award (id, credential, badge, badge_version, mapping_generation, person, cycle, status,"
                            + " earned_at, evidence, facts_fingerprint, explanation, is_public, created, changed)"
                            + " values (?, ?, ?, 1, 1, ?, 1, ?, 0, '[]', ?, '{}', 0, 0, ?)",
                    id,
                    id,
                    "badge-" + number,
                    person.value(),
                    status,
                    new byte[32],
                    NOW.plusSeconds(changed));
            handle.execute(
                    "insert into credential (id, award, wanted, mark, valid_from, document, kept_at)"
                            + " values (?, ?, 0, 1, 0, ?, ?)",
                    id,
                    id,
                    kept < 0 ? null : "{}",
                    kept < 0 ? null : NOW.plusSeconds(changed + kept));
        });
        return id;
    }

    private static Brought brought(Standard standard, String id, int seconds, String content) {
        return brought(standard, new Name("did:example:issuer", id), true, seconds, content);
    }

    private static Brought brought(Standard standard, Name name, boolean isProven, int seconds, String content) {
        return new Brought(
                standard,
                false,
                isProven,
                name,
                new Shown("A badge", "An issuer", isProven ? Verdict.GENUINE : Verdict.UNCHECKED),
                NOW.plusSeconds(seconds),
                CLIENT,
                new Content(content.getBytes(StandardCharsets.UTF_8)));
    }

    private List<UUID> ids(Wanted wanted) {
        return backpack.list(ada, wanted, null, 0, 100).entries().stream()
                .map(Entry::id)
                .toList();
    }

    @OnEveryDatabase
    void list_isWhatWasGiven_ofThisLearnerAlone(Database database) {
        UUID valid = award(database, ada, 1, "valid", 1, 0);
        UUID review = award(database, ada, 2, "review", 2, 0);
        UUID suspended = award(database, ada, 3, "suspended", 3, 0);
        UUID revoked = award(database, ada, 4, "revoked", 4, 0);
        for (String never : List.of("offered", "proposed", "withdrawn", "superseded")) {
            award(database, ada, never.hashCode(), never, 5, 0);
        }
        UUID unsigned = award(database, ada, 6, "valid", 6, -1);
        award(database, bob, 7, "valid", 7, 0);
        database.change(handle -> handle.execute(
                "insert into sharing (award, evidence, score, plain, hosted, changed) values (?, 1, 0, 0, 1, ?)",
                review,
                NOW));
        backpack.keep(bob, brought(Standard.OB3, "urn:bob", 0, "{}"), NOW);

        assertThat(ids(OB3)).containsExactly(revoked, suspended, review, valid);
        assertThat(ids(OB3_TRIAL)).containsExactly(review, valid);
        assertThat(ids(OB2)).containsExactly(unsigned, review, valid);
        assertThat(ids(OB2_TRIAL)).as("hosted ones").containsExactly(review);
        assertThat(ids(new Wanted(Standard.OB2, Ours.NONE))).isEmpty();
    }

    @OnEveryDatabase
    void list_turnsPages_andEveryOneIsSeen_whileOthersCome(Database database) {
        for (int i = 0; i < 7; i++) {
            award(database, ada, i, "valid", i, 0);
        }
        List<UUID> before = ids(OB3);
        List<UUID> seen = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            backpack.list(ada, OB3, null, page * 2L, 2).entries().forEach(entry -> seen.add(entry.id()));
            if (page == 1) {
                award(database, ada, 100, "valid", 100, 0);
                database.change(handle -> handle.execute(
                        "update award set changed = ? where id = ?", NOW.plusSeconds(200), new UUID(5, 6)));
            }
        }
        assertThat(seen).containsAll(before);
        assertThat(backpack.list(ada, OB3, null, 0, 1).total()).isEqualTo(8);
        assertThat(backpack.list(ada, OB3, null, 50, 10).entries()).isEmpty();
    }

    @OnEveryDatabase
    void since_isSinceOthersCanHaveIt(Database database) {
        UUID late = award(database, ada, 1, "valid", 10, 30);
        assertThat(backpack.list(ada, OB3, NOW.plusSeconds(20), 0, 9).entries())
                .as("decided before, signed after")
                .containsExactly(new Entry(late, Form.OURS));
        assertThat(backpack.list(ada, OB3, NOW.plusSeconds(40), 0, 9).total()).isZero();
        database.change(handle -> handle.execute(
                "update award set changed = ?, status = 'revoked' where id = ?", NOW.plusSeconds(60), late));
        assertThat(backpack.list(ada, OB3, NOW.plusSeconds(40), 0, 9).total()).isEqualTo(1);
        backpack.keep(ada, brought(Standard.OB3, "urn:a", 0, "{}"), NOW.plusSeconds(90));
        assertThat(backpack.list(ada, OB3, NOW.plusSeconds(80), 0, 9).total()).isEqualTo(1);
    }

    @OnEveryDatabase
    void keep_losesNoByte_andTakesTheNewerForm(Database database) {
        String text = " {\"é\": 1.50,\t\"\\u00e9\":\"\uD83C\uDF93\" }\r\n";
        assertThat(backpack.keep(ada, brought(Standard.OB3, "urn:a", 5, text), NOW))
                .isEqualTo(Keeping.CREATED);
        UUID id = ids(OB3).get(0);
        assertThat(backpack.content(ada, id))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(backpack.content(bob, id)).isEmpty();

        assertThat(backpack.keep(ada, brought(Standard.OB3, "urn:a", 4, "older"), NOW))
                .isEqualTo(Keeping.OLDER);
        assertThat(backpack.keep(ada, brought(Standard.OB3, "urn:a", 5, "same"), NOW))
                .isEqualTo(Keeping.REPLACED);
        assertThat(backpack.keep(ada, brought(Standard.OB3, "urn:a", 6, "newer"), NOW))
                .isEqualTo(Keeping.REPLACED);
        assertThat(backpack.keep(ada, brought(Standard.OB2, "urn:a", 6, "other"), NOW))
                .isEqualTo(Keeping.CREATED);
        assertThat(backpack.keep(bob, brought(Standard.OB3, "urn:a", 1, "his"), NOW))
                .isEqualTo(Keeping.CREATED);
        assertThat(ids(OB3)).containsExactly(id);
        assertThat(backpack.content(ada, id).map(String::new)).contains("newer");
        assertThat(backpack.listReceived(ada))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.client()).isEqualTo(CLIENT));

        assertThat(backpack.forget(bob, id)).isFalse();
        assertThat(backpack.forget(ada, id)).isTrue();
        assertThat(ids(OB3)).isEmpty();
    }

    @OnEveryDatabase
    void whatNobodyVouchesFor_replacesNothingThatAnIssuerVouchesFor(Database database) {
        Name name = new Name("https://issuer.example", "https://issuer.example/1");
        Name nameless = new Name("", name.credential());
        backpack.keep(ada, brought(Standard.OB2, nameless, false, 99, "forged first"), NOW);
        assertThat(backpack.keep(ada, brought(Standard.OB2, name, true, 5, "genuine"), NOW))
                .as("whatever date the other says")
                .isEqualTo(Keeping.REPLACED);
        assertThat(backpack.keep(ada, brought(Standard.OB2, name, false, 99, "forged"), NOW))
                .isEqualTo(Keeping.UNPROVEN);
        assertThat(backpack.keep(
                        ada,
                        brought(Standard.OB2, new Name("https://evil.example", name.credential()), true, 99, "another"),
                        NOW))
                .as("of another issuer, with the same id")
                .isEqualTo(Keeping.CREATED);
        assertThat(backpack.listReceived(ada))
                .extracting(one -> new String(backpack.content(ada, one.id()).orElseThrow(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder("genuine", "another");
    }

    @OnEveryDatabase
    void keep_isNoMoreThanSoManyBytes(Database database) {
        String megabyte = "x".repeat(1_000_000);
        for (int i = 0; i < Backpack.MOST_BYTES / megabyte.length(); i++) {
            assertThat(backpack.keep(ada, brought(Standard.OB3, "urn:" + i, 0, megabyte), NOW))
                    .isEqualTo(Keeping.CREATED);
        }
        assertThat(backpack.keep(ada, brought(Standard.OB3, "urn:more", 0, "{}"), NOW))
                .isEqualTo(Keeping.FULL);
        assertThat(backpack.keep(ada, brought(Standard.OB3, "urn:1", 1, megabyte + "x"), NOW))
                .isEqualTo(Keeping.FULL);
        assertThat(backpack.keep(ada, brought(Standard.OB3, "urn:1", 1, megabyte), NOW))
                .isEqualTo(Keeping.REPLACED);
        assertThat(backpack.keep(bob, brought(Standard.OB3, "urn:more", 0, "{}"), NOW))
                .isEqualTo(Keeping.CREATED);
    }

    @OnEveryDatabase
    void whoWasMerged_keepsWhatBothBrought(Database database) {
        backpack.keep(ada, brought(Standard.OB3, "urn:a", 0, "hers"), NOW);
        backpack.keep(bob, brought(Standard.OB3, "urn:b", 0, "his"), NOW.plusSeconds(1));
        new PeopleStore(database).merge(ada, bob, "one and the same", NOW);
        assertThat(ids(OB3)).hasSize(2);
        assertThat(backpack.keep(ada, brought(Standard.OB3, "urn:b", 0, "again"), NOW))
                .isEqualTo(Keeping.REPLACED);
    }

    @OnEveryDatabase
    void keep_byManyAtOnce_isNeverMoreThanAllowed(Database database) {
        database.change(handle -> {
            for (int i = 0; i < Backpack.MOST - 3; i++) {
                new ReceivedRows(handle).keep(ada, brought(Standard.OB3, "urn:" + i, 0, "{}"), NOW);
            }
        });
        long created = IntStream.range(0, 12)
                .parallel()
                .filter(i -> backpack.keep(ada, brought(Standard.OB3, "urn:new:" + i, 0, "{}"), NOW) == Keeping.CREATED)
                .count();
        assertThat(created).isEqualTo(3);
        assertThat(backpack.keep(ada, brought(Standard.OB3, "urn:0", 0, "{}"), NOW))
                .isEqualTo(Keeping.REPLACED);
    }

    @OnEveryDatabase
    void profile_isTheLastOneTold(Database database) {
        ToldProfileStore profiles = new ToldProfileStore(database);
        assertThat(profiles.find(ada)).isEmpty();
        profiles.put(ada, "{\"a\":1}", NOW);
        profiles.put(ada, "{\"a\":2}", NOW.plusSeconds(1));
        assertThat(profiles.find(ada)).contains("{\"a\":2}");
        assertThat(profiles.find(bob)).isEmpty();
    }
}
