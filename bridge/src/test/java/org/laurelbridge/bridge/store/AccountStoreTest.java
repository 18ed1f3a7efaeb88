package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts.Known;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

class AccountStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @OnEveryDatabase
    void account_isFoundByWhatItSignsInBy(Database database) {
        AccountStore accounts = new AccountStore(database);
        PersonId learner = new PersonId(UUID.randomUUID());
        Account ada = Account.made("Ada", "ada@example.org", Set.of(Role.LEARNER, Role.INSTRUCTOR), learner);
        Account ops = Account.made("Ops", null, Set.of(), null);
        Login oidc = new Login("oidc", "https://id.example", "ada");

        assertThat(accounts.add(ada, oidc, NOW)).isTrue();
        assertThat(accounts.add(ops, Login.byPassword(" OPS "), NOW)).isTrue();

        assertThat(accounts.find(ada.id())).contains(ada);
        assertThat(accounts.find(oidc)).contains(ada);
        assertThat(accounts.find(Login.byPassword("ops"))).contains(ops);
        assertThat(accounts.find(new Login("oidc", "https://id.example/ada", "")))
                .isEmpty();
        assertThat(accounts.list())
                .containsExactly(
                        new Known(ada, List.of(oidc)), new Known(ops, List.of(new Login("password", "", "ops"))));
    }

    @OnEveryDatabase
    void login_belongsToOneAlone_alsoWhenManyAskAtOnce(Database database) {
        AccountStore accounts = new AccountStore(database);

        long added = IntStream.range(0, 12)
                .parallel()
                .filter(i -> accounts.add(
                        Account.made("Ada " + i, null, Set.of(Role.VIEWER), null), Login.byPassword("ada"), NOW))
                .count();

        assertThat(added).isEqualTo(1);
        assertThat(accounts.list()).hasSize(1);
    }

    @OnEveryDatabase
    void account_isDisabled_andLetInAgain(Database database) {
        AccountStore accounts = new AccountStore(database);
        Account ada = Account.made("Ada", null, Set.of(Role.VIEWER), null);
        accounts.add(ada, Login.byPassword("ada"), NOW);

        accounts.disable(ada.id(), true);
        assertThat(accounts.find(ada.id()).orElseThrow().isDisabled()).isTrue();
        accounts.disable(ada.id(), false);
        assertThat(accounts.find(ada.id())).contains(ada);
    }

    @OnEveryDatabase
    void learner_whoWasMerged_isTheOneWhoWasKept_untilItIsUndone(Database database) {
        AccountStore accounts = new AccountStore(database);
        PeopleStore people = new PeopleStore(database);
        PersonId merged = people.add("Ada", List.of(new Identifier("email", "", "ada@old.example")), NOW);
        PersonId kept = people.add("Ada", List.of(new Identifier("email", "", "ada@new.example")), NOW);
        Account ada = Account.made("Ada", null, Set.of(Role.LEARNER), null);
        accounts.add(ada, Login.byPassword("ada"), NOW);
        accounts.link(ada.id(), merged);
        assertThat(accounts.find(ada.id()).orElseThrow().learner()).isEqualTo(merged);

        Merge merge = people.merge(kept, merged, "one person", NOW);
        assertThat(accounts.find(ada.id()).orElseThrow().learner()).isEqualTo(kept);

        people.unmerge(merge.id(), NOW);
        assertThat(accounts.find(ada.id()).orElseThrow().learner()).isEqualTo(merged);
    }
}
