package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Audit.Filter;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;

class AuditStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Doer BY_ADA = Doer.account(ACCOUNT, "Ada Byron", "192.0.2.7");
    private static final Doer OPS = Doer.commandLine("ops");

    private static Audit at(Database database, Instant now) {
        return new AuditStore(database, InstantSource.fixed(now));
    }

    private static List<String> actions(Audit audit, Filter filter) {
        return audit.list(filter, 0, 10).stream()
                .map(entry -> entry.change().action())
                .toList();
    }

    @OnEveryDatabase
    void row_saysWhoChangedWhat_fromWhatToWhat_whenAndFromWhere(Database database) {
        Change change = Change.of("award.revoked", "award", 7)
                .about(ADA)
                .from("status", "valid")
                .to("status", "revoked")
                .to("why", "copied \"it\"\nall");
        at(database, NOW).append(BY_ADA, change);

        assertThat(at(database, NOW).list(Filter.ALL, 0, 10)).singleElement().satisfies(row -> {
            assertThat(row.at()).isEqualTo(NOW);
            assertThat(row.doer()).isEqualTo(BY_ADA);
            assertThat(row.change()).isEqualTo(change);
        });
        assertThat(change.after()).isEqualTo(Map.of("status", "revoked", "why", "copied \"it\"\nall"));
    }

    @OnEveryDatabase
    void rows_areFoundByEverythingThatTheySay_newestFirst(Database database) {
        at(database, NOW).append(BY_ADA, Change.of("award.shown", "award", 1).about(ADA));
        at(database, NOW.plusSeconds(1)).append(OPS, Change.of("account.disabled", "account", 2));
        at(database, NOW.plusSeconds(2)).append(OPS, Change.of("account.enabled", "account", 2));
        at(database, NOW.plusSeconds(3)).append(Doer.LAUREL, Change.of("accountable.not", "account", 3));
        Audit audit = at(database, NOW);

        assertThat(actions(audit, Filter.ALL))
                .containsExactly("accountable.not", "account.enabled", "account.disabled", "award.shown");
        assertThat(actions(audit, new Filter(null, "account", null, null, null, null)))
                .containsExactly("account.enabled", "account.disabled");
        assertThat(actions(audit, new Filter(null, "account.enabled", null, null, null, null)))
                .containsExactly("account.enabled");
        assertThat(actions(audit, new Filter("ops", null, "account/2", null, null, null)))
                .hasSize(2);
        assertThat(actions(audit, new Filter(null, null, null, ADA, null, null)))
                .containsExactly("award.shown");
        assertThat(actions(audit, new Filter(null, null, null, null, NOW.plusSeconds(1), NOW.plusSeconds(3))))
                .containsExactly("account.enabled", "account.disabled");
        assertThat(actions(audit, new Filter("OPS", "Enabled", "T/2", null, null, null, Set.of(), Set.of())))
                .containsExactly("account.enabled");
        assertThat(actions(
                        audit,
                        new Filter(null, "aktiviert", null, null, null, null, Set.of(), Set.of("account.enabled"))))
                .containsExactly("account.enabled");
        assertThat(actions(audit, new Filter(null, null, "nothing", null, null, null, Set.of("award/1"), Set.of())))
                .containsExactly("award.shown");
        long third = audit.list(Filter.ALL, 0, 1).get(0).id();
        assertThat(audit.list(Filter.ALL, third, 1))
                .extracting(entry -> entry.change().action())
                .containsExactly("account.enabled");
    }

    @OnEveryDatabase
    void rows_areNeitherEditedNorRemoved_whateverIsSaidToTheDatabase(Database database) {
        at(database, NOW).append(OPS, Change.of("account.disabled", "account", 2));

        assertThatThrownBy(() -> database.change(handle -> handle.execute("update audit set doer = 'nobody'")))
                .hasMessageContaining("stay as they are");
        assertThatThrownBy(() -> database.change(handle -> handle.execute("delete from audit")))
                .hasMessageContaining("stay as they are");
        assertThat(actions(at(database, NOW), Filter.ALL)).containsExactly("account.disabled");
    }

    @OnEveryDatabase
    void person_isKnownNoMore_whereTheirPseudonymStands(Database database) {
        Audit audit = at(database, NOW);
        audit.append(BY_ADA, Change.of("sharing.changed", "award", 1).about(ADA).to("by", "Ada Byron"));
        audit.append(OPS, Change.of("person.merged", "person", 2).about(ADA).to("why", "ada@example.org is Ada Byron"));
        audit.append(
                OPS,
                Change.of("person.merged", "person", 3).about(UUID.randomUUID()).to("why", "Ada Byron"));

        int rewritten = database.write(handle -> {
            AuditStore.open(handle);
            List<String> words = List.of("Ada", "Ada Byron", "ada@example.org", "");
            int rows = new AuditErasure(handle, words, "erased-1").rewrite(List.of(ADA), List.of(ACCOUNT));
            AuditStore.close(handle);
            return rows;
        });

        assertThat(rewritten).isPositive();
        List<Audit.Entry> rows = audit.list(new Filter(null, null, null, ADA, null, null), 0, 10);
        assertThat(rows).hasSize(2);
        assertThat(rows.toString())
                .doesNotContain("Ada", "192.0.2.7", "example.org")
                .contains("erased-1 is erased-1");
        assertThatThrownBy(() -> database.change(handle -> handle.execute("delete from audit")))
                .as("the door is closed again")
                .hasMessageContaining("stay as they are");
    }

    @OnEveryDatabase
    void rows_areForgottenAfterTheirTime_andThatIsTold(Database database) {
        at(database, NOW).append(OPS, Change.of("account.disabled", "account", 2));
        at(database, NOW.plusSeconds(60)).append(OPS, Change.of("account.enabled", "account", 2));
        Audit audit = at(database, NOW.plusSeconds(61));

        assertThat(audit.forgetBefore(Doer.LAUREL, NOW.plusSeconds(60))).isEqualTo(1);
        assertThat(audit.forgetBefore(Doer.LAUREL, NOW.plusSeconds(60))).isZero();

        assertThat(actions(audit, Filter.ALL)).containsExactly("audit.forgotten", "account.enabled");
    }
}
