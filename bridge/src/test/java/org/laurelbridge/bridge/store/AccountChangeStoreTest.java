package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.AccountChanges;
import org.laurelbridge.bridge.account.AccountDirectory;
import org.laurelbridge.bridge.account.BrowserSession;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.PersonId;

class AccountChangeStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private static Account add(Database database, String name, Role... roles) {
        Account account = Account.made(name, name + "@example.org", Set.of(roles), new PersonId(UUID.randomUUID()));
        new AccountStore(database).add(account, Login.byPassword(name), NOW);
        return account;
    }

    @OnEveryDatabase
    void theLastAdministrator_stays(Database database) {
        AccountChanges changes = new AccountChangeStore(database);
        UUID ada = add(database, "ada", Role.ADMINISTRATOR, Role.LEARNER).id();
        UUID eve = add(database, "eve", Role.ADMINISTRATOR).id();
        add(database, "bob", Role.VIEWER);
        AccountStore accounts = new AccountStore(database);

        assertThat(changes.disable(eve)).isTrue();
        assertThat(changes.disable(ada)).isFalse();
        assertThat(changes.setRoles(ada, Set.of(Role.VIEWER))).isFalse();
        assertThat(accounts.find(ada).orElseThrow().isDisabled()).isFalse();
        assertThat(accounts.find(ada).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.LEARNER);

        accounts.disable(eve, false);
        assertThat(changes.setRoles(ada, Set.of(Role.VIEWER))).isTrue();
        assertThat(accounts.find(ada).orElseThrow().roles()).containsExactly(Role.VIEWER);
        assertThat(accounts.find(ada).orElseThrow().learner())
                .as("no learner, no badges")
                .isNull();
    }

    @OnEveryDatabase
    void two_whoDemoteEachOtherAtOnce_leaveOne(Database database) {
        AccountChanges changes = new AccountChangeStore(database);
        for (int round = 0; round < 10; round++) {
            List<UUID> both = List.of(
                    add(database, "a" + round, Role.ADMINISTRATOR).id(),
                    add(database, "b" + round, Role.ADMINISTRATOR).id());
            assertThat(both.parallelStream().filter(changes::disable)).hasSize(1);
            new AccountStore(database)
                    .list().stream()
                            .filter(known -> both.contains(known.account().id()))
                            .forEach(known -> database.change(handle -> handle.execute(
                                    "update account set disabled = 1 where id = ?",
                                    known.account().id())));
        }
    }

    @OnEveryDatabase
    void directory_findsByWordsAndRole_pageByPage(Database database) {
        AccountDirectory directory = new AccountDirectoryStore(database);
        Account grace = add(database, "Grace", Role.ADMINISTRATOR);
        Account ada = add(database, "ada 100%", Role.LEARNER);
        Account bob = add(database, "bob", Role.LEARNER, Role.VIEWER);
        new BrowserSessionStore(database)
                .begin(new BrowserSession.Holder(BrowserSession.Kind.ACCOUNT, bob.id()), NOW, NOW.plusSeconds(60));

        assertThat(names(directory.list("", null, null, 10))).containsExactly("Grace", "ada 100%", "bob");
        assertThat(names(directory.list("", null, null, 2))).containsExactly("Grace", "ada 100%");
        assertThat(names(directory.list("", null, ada.id(), 2))).containsExactly("bob");
        assertThat(names(directory.list("gRACE", null, null, 10))).containsExactly("Grace");
        assertThat(names(directory.list("0%", null, null, 10))).containsExactly("ada 100%");
        assertThat(names(directory.list("bob@exam", null, null, 10))).containsExactly("bob");
        assertThat(names(directory.list("", Role.LEARNER, null, 10))).containsExactly("ada 100%", "bob");
        AccountDirectory.Entry found = directory.find(bob.id()).orElseThrow();
        assertThat(found.account().roles()).containsExactlyInAnyOrder(Role.LEARNER, Role.VIEWER);
        assertThat(found.logins()).containsExactly(Login.byPassword("bob"));
        assertThat(found.seen()).isEqualTo(NOW);
        assertThat(directory.find(grace.id()).orElseThrow().seen()).isNull();
        assertThat(directory.find(UUID.randomUUID())).isEmpty();
    }

    private static List<String> names(List<AccountDirectory.Entry> entries) {
        return entries.stream().map(entry -> entry.account().name()).toList();
    }
}
