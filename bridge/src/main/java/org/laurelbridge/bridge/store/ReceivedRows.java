package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.laurelbridge.bridge.backpack.Backpack;
import org.laurelbridge.bridge.backpack.Backpack.Keeping;
import org.laurelbridge.bridge.backpack.Brought;
import org.laurelbridge.bridge.record.PersonId;

/** Rows of brought badges within a transaction that has the person's row. */
final class ReceivedRows {

    private final Handle handle;

    ReceivedRows(Handle handle) {
        this.handle = handle;
    }

    private record Before(UUID id, Instant validFrom, boolean isProven) {}

    Keeping keep(PersonId person, Brought brought, Instant now) {
        List<UUID> people = new MergedPeople(handle).group(person.value());
        Optional<Before> before = before(people, brought);
        if (before.isEmpty()) {
            if (!hasRoom(people, new UUID(0, 0), brought)) {
                return Keeping.FULL;
            }
            insert(person, brought, now);
            return Keeping.CREATED;
        }
        if (before.get().isProven() && !brought.isProven()) {
            return Keeping.UNPROVEN;
        }
        // what nobody vouches for may say any date
        boolean isDated = before.get().isProven() == brought.isProven();
        if (isDated && before.get().validFrom().isAfter(brought.validFrom())) {
            return Keeping.OLDER;
        }
        if (!hasRoom(people, before.get().id(), brought)) {
            return Keeping.FULL;
        }
        replace(before.get().id(), brought, now);
        return Keeping.REPLACED;
    }

    /** The same one; else the one of the same id whose issuer could not be asked. */
    private Optional<Before> before(List<UUID> people, Brought brought) {
        return handle.createQuery("""
                        select id, valid_from, proven from received_credential
                        where person in (<people>) and name in (:name, :bare)
                        order by case when name = :name then 0 else 1 end, proven desc, valid_from desc""")
                .bindList("people", people)
                .bind("name", name(brought, brought.name().issuer()))
                .bind("bare", name(brought, ""))
                .map((rows, context) -> new Before(
                        Columns.uuid(rows.getBytes("id")),
                        Columns.instant(rows.getLong("valid_from")),
                        rows.getInt("proven") == 1))
                .findFirst();
    }

    private boolean hasRoom(List<UUID> people, UUID replaced, Brought brought) {
        record Held(int count, long bytes) {}
        Held held = handle.createQuery("""
                        select count(*) as number, coalesce(sum(size), 0) as bytes from received_credential
                        where person in (<people>) and id <> :replaced""")
                .bindList("people", people)
                .bind("replaced", replaced)
                .map((rows, context) -> new Held(rows.getInt("number"), rows.getLong("bytes")))
                .one();
        return held.count() < Backpack.MOST && held.bytes() + brought.content().bytes().length <= Backpack.MOST_BYTES;
    }

    private void insert(PersonId person, Brought brought, Instant now) {
        bind(
                        handle.createUpdate("""
                        insert into received_credential
                          (id, person, name, proven, standard, form, title, issuer, valid_from, verdict, client, content, size, changed)
                        values (:id, :person, :name, :proven, :standard, :form, :title, :issuer, :validFrom, :verdict, :client,
                          :content, :size, :now)""")
                                .bind("person", person.value())
                                .bind("standard", brought.standard().word()),
                        UUID.randomUUID(),
                        brought,
                        now)
                .execute();
    }

    private void replace(UUID id, Brought brought, Instant now) {
        bind(handle.createUpdate("""
                        update received_credential
                        set name = :name, proven = :proven, form = :form, title = :title, issuer = :issuer, valid_from = :validFrom, verdict = :verdict,
                          client = :client, content = :content, size = :size, changed = :now
                        where id = :id"""), id, brought, now).execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, UUID id, Brought brought, Instant now) {
        return statement
                .bind("id", id)
                .bind("name", name(brought, brought.name().issuer()))
                .bind("proven", brought.isProven() ? 1 : 0)
                .bind("form", brought.isToken() ? "jws" : "json")
                .bind("title", brought.shown().title())
                .bind("issuer", brought.shown().issuer())
                .bind("validFrom", brought.validFrom())
                .bind("verdict", brought.shown().verdict().name().toLowerCase(Locale.ROOT))
                .bind("client", brought.client())
                .bind("content", brought.content().bytes())
                .bind("size", brought.content().bytes().length)
                .bind("now", now);
    }

    private static byte[] name(Brought brought, String issuer) {
        return Fingerprint.of(brought.standard().word(), issuer, brought.name().credential());
    }
}
