package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.Deliveries;
import org.laurelbridge.bridge.deliver.DeliveryRows;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** A name is found in whatever case, in whatever alphabet. */
class SmallLettersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<String> TYPED = List.of("ÄNNE", "änne", "Änne", "öß", "ÖßE");

    @OnEveryDatabase
    void people_audit_deliveries_andAccounts_areFoundByThem(Database database) {
        PeopleStore people = new PeopleStore(database);
        PersonId aenne =
                people.add("Änne Größe", List.of(new Identifier("account", "https://lms.example", "ÄNNE.GRÖßE")), NOW);
        people.add("Anne Grosse", List.of(new Identifier("email", "", "anne@example.org")), NOW);
        AwardId award = AwardRow.of(database, aenne, NOW);
        DeliveryRows.add(database, award, "campus", 1, "100", NOW, NOW);
        Account account =
                Account.made("Änne Größe", "a@example.org", Set.of(Role.VIEWER), new PersonId(UUID.randomUUID()));
        new AccountStore(database).add(account, Login.byPassword("aenne"), NOW);
        Audit audit = new AuditStore(database, () -> NOW);
        audit.append(
                Doer.account(account.id(), "Änne Größe", ""),
                Change.of("award.shown", "award", award).about(aenne.value()));

        for (String typed : TYPED) {
            assertThat(people.search(typed, 0, 10))
                    .as(typed)
                    .extracting(Person::id)
                    .containsExactly(aenne);
            assertThat(new DeliveryStore(database).list(new Deliveries.Filter(null, null, typed), 0, 10))
                    .as(typed)
                    .hasSize(1);
            assertThat(new AccountDirectoryStore(database).list(typed, null, null, 10))
                    .as(typed)
                    .hasSize(1);
            assertThat(audit.list(new Audit.Filter(typed, null, null, null, null, null, Set.of(), Set.of()), 0, 10))
                    .as(typed)
                    .hasSize(1);
            assertThat(audit.list(new Audit.Filter(null, null, typed, null, null, null, Set.of(), Set.of()), 0, 10))
                    .as(typed)
                    .extracting(row -> row.change().action())
                    .containsExactly("award.shown", "person.added");
        }
        assertThat(people.search("Ünne", 0, 10)).isEmpty();
    }
}
