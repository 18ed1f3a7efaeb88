package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.deliver.mail.MailBook.Reader;

/** Addresses, as accounts and people have them. */
final class MailRows {
    private final Handle handle;

    private record Account(@Nullable String email, @Nullable Locale language) {}

    MailRows(Handle handle) {
        this.handle = handle;
    }

    /** By the newest of the accounts that may come in, else by what the learner is known by. */
    Optional<Reader> learner(UUID person) {
        List<UUID> group = new MergedPeople(handle).group(person);
        UUID root = new MergedPeople(handle).root(person);
        return handle.createQuery("""
                        select a.email, l.language from account a left join account_language l on l.account = a.id
                        where a.learner in (<people>) and a.disabled = 0
                        order by case when a.email is null then 1 else 0 end, a.created desc limit 1""")
                .bindList("people", group)
                .map((rows, context) -> new Account(rows.getString("email"), language(rows)))
                .findOne()
                .or(() -> Optional.of(new Account(null, null)))
                .flatMap(account -> Optional.ofNullable(account.email())
                        .or(() -> known(group))
                        .map(address -> new Reader(root, name(root), address, account.language())));
    }

    private Optional<String> known(List<UUID> group) {
        return handle
                .createQuery("select value from person_identifier where person in (<people>) and kind = 'email'")
                .bindList("people", group)
                .mapTo(String.class)
                .list()
                .stream()
                .sorted()
                .findFirst();
    }

    private @Nullable String name(UUID person) {
        return handle.createQuery("select name from person where id = :person")
                .bind("person", person)
                .map((rows, context) -> Optional.ofNullable(rows.getString("name")))
                .findOne()
                .flatMap(name -> name)
                .orElse(null);
    }

    /** Accounts of those who decide, with an address. */
    List<UUID> deciders() {
        return handle.createQuery("""
                        select a.id from account a join account_role r on r.account = a.id
                        where r.role = :role and a.disabled = 0 and a.email is not null order by a.id""")
                .bind("role", Role.ADMINISTRATOR.name().toLowerCase(Locale.ROOT))
                .mapTo(UUID.class)
                .list();
    }

    Optional<Reader> decider(UUID account) {
        return handle.createQuery("""
                        select a.name, a.email, l.language from account a
                        join account_role r on r.account = a.id
                        left join account_language l on l.account = a.id
                        where a.id = :account and r.role = :role and a.disabled = 0 and a.email is not null""")
                .bind("account", account)
                .bind("role", Role.ADMINISTRATOR.name().toLowerCase(Locale.ROOT))
                .map((rows, context) ->
                        new Reader(account, rows.getString("name"), rows.getString("email"), language(rows)))
                .findOne();
    }

    private static @Nullable Locale language(ResultSet rows) throws SQLException {
        String tag = rows.getString("language");
        return tag == null ? null : Locale.forLanguageTag(tag);
    }
}
