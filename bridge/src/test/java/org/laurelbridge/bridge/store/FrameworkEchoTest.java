package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.issue.Credentials.Wanted;
import org.laurelbridge.bridge.issue.framework.AlignedBadges;
import org.laurelbridge.bridge.issue.framework.Format;
import org.laurelbridge.bridge.issue.framework.Frameworks.Heading;
import org.laurelbridge.bridge.issue.framework.Frameworks.Loading;
import org.laurelbridge.bridge.issue.framework.Item;

/** What is signed anew when a framework is taken in. */
class FrameworkEchoTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Item KNOTS = Item.of("K1", "Knots", "by day");
    private static final Item ROPES = Item.of("K2", "Ropes", null);
    private static final AlignedBadges BADGES = (badge, version, framework) -> switch (badge + version) {
        case "knots1" -> List.of("K1");
        case "knots2" -> List.of("K1", "K9");
        case "ropes1" -> List.of("K2");
        default -> List.of();
    };

    private Database database;

    private void award(int number, String badge, int version, String status) {
        UUID id = new UUID(9, number);
        database.change(handle -> {
            handle.createUpdate("""
                            insert into award (id, credential, badge, badge_version, mapping_generation, person, cycle, status,
                              earned_at, evidence, facts_fingerprint, explanation, is_public, created, changed)
                            values (:id, :id, :badge, :version, 1, :id, 1, :status, 1, '[]', :hash, '{}', 0, 1, 1)""")
                    .bind("id", id)
                    .bind("badge", badge)
                    .bind("version", version)
                    .bind("status", status)
                    .bind("hash", new byte[32])
                    .execute();
            handle.execute(
                    "insert into credential (id, award, wanted, mark, valid_from, document) values (?, ?, 0, 1, 0, 'old')",
                    id,
                    id);
        });
    }

    /** The badges whose credentials are due by this import; they are settled after it. */
    private List<Long> due(String name, Item... items) {
        Loading loading = new FrameworkStore(database).begin(new Heading(name, "en", Format.CSV), NOW);
        loading.add(List.of(items));
        loading.finish("1", NOW, BADGES);
        CredentialStore credentials = new CredentialStore(database);
        List<Wanted> wanted = credentials.listWanted(100);
        wanted.forEach(credentials::drop);
        return wanted.stream()
                .map(one -> one.credential().value().getLeastSignificantBits())
                .sorted()
                .toList();
    }

    @OnEveryDatabase
    void finish_signsAnew_whatIsToldOtherwise_andNothingElse(Database used) {
        database = used;
        award(1, "knots", 1, "valid");
        award(2, "knots", 2, "revoked");
        award(3, "ropes", 1, "valid");
        award(4, "other", 1, "valid");
        award(5, "knots", 1, "superseded");

        assertThat(due("Ropes", KNOTS, ROPES)).containsExactly(1L, 2L, 3L);
        assertThat(due("Ropes", KNOTS, ROPES)).as("the same again").isEmpty();
        assertThat(due("Ropes", Item.of("K1", "Knots", "by night"), ROPES)).containsExactly(1L, 2L);
        assertThat(due("Ropes", ROPES)).as("retired").isEmpty();
        assertThat(due("Ropes", ROPES.ending(LocalDate.of(2026, 2, 1))))
                .as("ended")
                .isEmpty();
        assertThat(due("Ropes", KNOTS)).as("back, and told otherwise").containsExactly(1L, 2L);
        assertThat(due("ROPES", KNOTS)).as("by another name").containsExactly(1L, 2L);
    }
}
