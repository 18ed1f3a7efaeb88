package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.AccountDirectory;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;

/** Looks accounts up, with a fixed number of queries a page. */
public final class AccountDirectoryStore implements AccountDirectory {
    private static final String SELECT = AccountStore.SELECT.replace(
            "a.disabled,",
            "a.disabled, (select max(s.seen) from browser_session s where s.holder_kind = 'account' and s.holder = a.id)"
                    + " as seen,");
    private static final String PAGE = """
            where (:like = '%%%%' or %s like :like escape '!' or a.email like :like escape '!')
              and (:role = '' or exists (select 1 from account_role w where w.account = a.id and w.role = :role))
              and (:first = 1 or exists (select 1 from account b where b.id = :after
                and (a.name > b.name or (a.name = b.name and a.id > b.id))))
            order by a.name, a.id limit :limit""";

    private final Database database;

    public AccountDirectoryStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Entry> list(String words, @Nullable Role role, @Nullable UUID after, int limit) {
        return database.read(handle -> withLogins(
                handle,
                handle.createQuery(SELECT + PAGE.formatted(database.dialect().small("a.name")))
                        .bind("like", "%" + escaped(words) + "%")
                        .bind("role", role == null ? "" : role.word())
                        .bind("first", after == null ? 1 : 0)
                        .bind("after", after == null ? new UUID(0, 0) : after)
                        .bind("limit", limit)
                        .map((rows, context) ->
                                new Entry(AccountStore.account(rows), List.of(), Columns.instantOrNull(rows, "seen")))
                        .list()));
    }

    @Override
    public Optional<Entry> find(UUID id) {
        return database
                .read(handle -> withLogins(
                        handle,
                        handle.createQuery(SELECT + "where a.id = :id")
                                .bind("id", id)
                                .map((rows, context) -> new Entry(
                                        AccountStore.account(rows), List.of(), Columns.instantOrNull(rows, "seen")))
                                .list()))
                .stream()
                .findFirst();
    }

    private static String escaped(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }

    private record Row(UUID account, Login login) {}

    private static List<Entry> withLogins(Handle handle, List<Entry> entries) {
        if (entries.isEmpty()) {
            return entries;
        }
        Map<UUID, List<Login>> logins = handle
                .createQuery("""
                        select account, kind, issuer, subject from account_login
                        where account in (<accounts>) order by kind, issuer, subject""")
                .bindList(
                        "accounts",
                        entries.stream().map(Entry::account).map(Account::id).toList())
                .map((rows, context) -> new Row(
                        Columns.uuid(rows.getBytes("account")),
                        new Login(rows.getString("kind"), rows.getString("issuer"), rows.getString("subject"))))
                .stream()
                .collect(Collectors.groupingBy(Row::account, Collectors.mapping(Row::login, Collectors.toList())));
        return entries.stream()
                .map(entry -> new Entry(
                        entry.account(), logins.getOrDefault(entry.account().id(), List.of()), entry.seen()))
                .toList();
    }
}
