package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.record.PersonId;

/** Accounts and what they sign in by. */
public final class AccountStore implements Accounts {

    // whom a learner was merged into is looked up, so that a merge can be undone
    static final String SELECT = """
            select a.id, a.name, a.email, coalesce(m.root, a.learner) as learner, a.disabled,
              (select group_concat(r.role) from account_role r where r.account = a.id) as roles
            from account a left join merged_person m on m.merged = a.learner\s""";

    private final Database database;
    private final Trail trail;

    public AccountStore(Database database) {
        this(database, Trail.OWN);
    }

    private AccountStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Accounts by(Doer doer) {
        return new AccountStore(database, Trail.by(doer));
    }

    @Override
    public boolean add(Account account, Login login, Instant now) {
        try {
            database.change(handle -> {
                insert(handle, login, account.id());
                insert(handle, account, now);
                trail.record(
                        handle,
                        Change.of("account.added", "account", account.id())
                                .about(
                                        account.learner() == null
                                                ? null
                                                : account.learner().value())
                                .to("roles", words(account.roles()))
                                .to("signs in by", login.kind()));
            });
            return true;
        } catch (DatabaseFailure failure) {
            if (database.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private static void insert(Handle handle, Login login, UUID account) {
        handle.execute(
                "insert into account_login (login_key, kind, issuer, subject, account) values (?, ?, ?, ?, ?)",
                key(login),
                login.kind(),
                login.issuer(),
                login.subject(),
                account);
    }

    private static void insert(Handle handle, Account account, Instant now) {
        PersonId learner = account.learner();
        handle.createUpdate("""
                        insert into account (id, name, email, learner, disabled, created)
                        values (:id, :name, :email, :learner, :disabled, :now)""")
                .bind("id", account.id())
                .bind("name", account.name())
                .bind("email", account.email())
                .bind("learner", learner == null ? null : Columns.bytes(learner.value()))
                .bind("disabled", account.isDisabled() ? 1 : 0)
                .bind("now", now)
                .execute();
        for (Role role : account.roles()) {
            handle.execute("insert into account_role (account, role) values (?, ?)", account.id(), role.word());
        }
    }

    @Override
    public Optional<Account> find(UUID id) {
        return database.read(handle -> find(handle, id));
    }

    private static Optional<Account> find(Handle handle, UUID id) {
        return handle.createQuery(SELECT + "where a.id = :id")
                .bind("id", id)
                .map((rows, context) -> account(rows))
                .findOne();
    }

    @Override
    public Optional<Account> find(Login login) {
        return database.read(handle -> handle.createQuery(
                        SELECT + "where a.id = (select account from account_login where login_key = :key)")
                .bind("key", key(login))
                .map((rows, context) -> account(rows))
                .findOne());
    }

    @Override
    public List<Known> list() {
        return database.read(handle -> {
            Map<UUID, List<Login>> logins = logins(handle);
            return handle.createQuery(SELECT + "order by a.name, a.id").map((rows, context) -> account(rows)).stream()
                    .map(account -> new Known(account, logins.getOrDefault(account.id(), List.of())))
                    .toList();
        });
    }

    private static Map<UUID, List<Login>> logins(Handle handle) {
        record Row(UUID account, Login login) {}
        return handle
                .createQuery("select account, kind, issuer, subject from account_login order by kind, issuer, subject")
                .map((rows, context) -> new Row(
                        Columns.uuid(rows.getBytes("account")),
                        new Login(rows.getString("kind"), rows.getString("issuer"), rows.getString("subject"))))
                .stream()
                .collect(Collectors.groupingBy(Row::account, Collectors.mapping(Row::login, Collectors.toList())));
    }

    @Override
    public void link(UUID account, PersonId learner) {
        database.change(handle -> {
            new PeopleRows(handle).stopJoining(database.dialect());
            UUID before = find(handle, account)
                    .map(Account::learner)
                    .map(PersonId::value)
                    .orElse(null);
            if (!learner.value().equals(before)) {
                handle.execute("update account set learner = ? where id = ?", learner.value(), account);
                new Evaluations(handle, database.dialect()).learns(learner.value(), account);
                trail.record(
                        handle,
                        Change.of("account.linked", "account", account)
                                .about(learner.value())
                                .from("learner", before)
                                .to("learner", learner));
            }
        });
    }

    @Override
    public void grant(UUID account, Role role) {
        database.change(handle -> {
            Set<Role> before = find(handle, account).map(Account::roles).orElse(Set.of());
            handle.createUpdate("insert into account_role (account, role) values (:account, :role)"
                            + database.dialect().orLeave("account"))
                    .bind("account", account)
                    .bind("role", role.word())
                    .execute();
            Set<Role> after = find(handle, account).map(Account::roles).orElse(Set.of());
            if (!after.equals(before)) {
                trail.record(
                        handle,
                        Change.of("account.granted", "account", account)
                                .from("roles", words(before))
                                .to("roles", words(after)));
            }
        });
    }

    @Override
    public void withdraw(UUID account, Role role) {
        database.change(handle -> {
            Set<Role> before = find(handle, account).map(Account::roles).orElse(Set.of());
            int changed =
                    handle.execute("delete from account_role where account = ? and role = ?", account, role.word());
            if (changed == 1) {
                Set<Role> after = find(handle, account).map(Account::roles).orElse(Set.of());
                trail.record(
                        handle,
                        Change.of("account.withdrawn", "account", account)
                                .from("roles", words(before))
                                .to("roles", words(after)));
            }
        });
    }

    @Override
    public void disable(UUID account, boolean isDisabled) {
        database.change(handle -> {
            int changed = handle.execute(
                    "update account set disabled = ? where id = ? and disabled <> ?",
                    isDisabled ? 1 : 0,
                    account,
                    isDisabled ? 1 : 0);
            if (changed == 1) {
                trail.record(
                        handle, Change.of(isDisabled ? "account.disabled" : "account.enabled", "account", account));
            }
        });
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::word).sorted().collect(Collectors.joining(", "));
    }

    private static byte[] key(Login login) {
        return Fingerprint.of(login.kind(), login.issuer(), login.subject());
    }

    static Account account(ResultSet rows) throws SQLException {
        UUID learner = Columns.uuidOrNull(rows.getBytes("learner"));
        return new Account(
                Columns.uuid(rows.getBytes("id")),
                rows.getString("name"),
                rows.getString("email"),
                roles(rows.getString("roles")),
                learner == null ? null : new PersonId(learner),
                rows.getInt("disabled") == 1);
    }

    private static Set<Role> roles(@Nullable String words) {
        return words == null
                ? Set.of()
                : Arrays.stream(words.split(",", -1)).map(Role::of).collect(Collectors.toUnmodifiableSet());
    }
}
