package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.backpack.Backpack;
import org.laurelbridge.bridge.backpack.Brought;
import org.laurelbridge.bridge.backpack.Standard;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.verify.report.Verdict;

/** Badges of awards, and those in table received_credential. */
public final class BackpackStore implements Backpack {

    /** What was issued here: since when others can have it as it is. */
    private static final String OB3 = """
            select c.id as id, 'ours' as form, case when a.changed > c.kept_at then a.changed else c.kept_at end as changed
            from award a join credential c on c.id = a.credential
            where a.person in (<people>) and a.status in (<statuses>) and c.document is not null""";

    // 2.0 is written anew for whoever asks
    private static final String OB2 = """
            select a.credential as id, 'ours' as form,
              case when a.changed > coalesce(s.changed, 0) then a.changed else s.changed end as changed
            from award a left join sharing s on s.award = a.id
            where a.person in (<people>) and a.status in (<statuses>)""";

    private static final List<String> HOLDING = List.of("valid", "review");
    private static final List<String> GIVEN = List.of("valid", "review", "suspended", "revoked");

    private final Database database;
    private final Trail trail;

    public BackpackStore(Database database) {
        this(database, Trail.OWN);
    }

    private BackpackStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Backpack by(Doer doer) {
        return new BackpackStore(database, Trail.by(doer));
    }

    @Override
    public Page list(PersonId person, Wanted wanted, @Nullable Instant since, long offset, int limit) {
        return database.read(handle -> {
            List<UUID> people = new MergedPeople(handle).group(person.value());
            List<Entry> entries = bind(
                            handle.createQuery("select id, form from " + shelf(wanted)
                                    + " order by changed desc, id desc limit :limit offset :offset"),
                            people,
                            wanted,
                            since)
                    .bind("limit", limit)
                    .bind("offset", offset)
                    .map((rows, context) -> new Entry(
                            Columns.uuid(rows.getBytes("id")),
                            Form.valueOf(rows.getString("form").toUpperCase(Locale.ROOT))))
                    .list();
            long total = bind(handle.createQuery("select count(*) from " + shelf(wanted)), people, wanted, since)
                    .mapTo(long.class)
                    .one();
            return new Page(entries, total);
        });
    }

    private static String shelf(Wanted wanted) {
        String hosted = switch (wanted.ours()) {
            case ALL, HOLDING -> "";
            case HOSTED -> " and s.hosted = 1";
            case NONE -> " and 1 = 0";
        };
        return "(" + (wanted.standard() == Standard.OB3 ? OB3 : OB2) + hosted + """
                 union all select id, form, changed from received_credential
                where person in (<people>) and standard = :standard) shelf where changed > :since""";
    }

    private static Query bind(Query query, List<UUID> people, Wanted wanted, @Nullable Instant since) {
        return query.bindList("people", people)
                .bindList("statuses", wanted.ours() == Ours.ALL ? GIVEN : HOLDING)
                .bind("standard", wanted.standard().word())
                .bind("since", since == null ? Long.MIN_VALUE : Columns.micros(since));
    }

    @Override
    public Keeping keep(PersonId person, Brought brought, Instant now) {
        return database.write(handle -> {
            // of two at once, one waits for the other, and so do those who were merged
            handle.createQuery("select id from person where id = :person"
                            + database.dialect().lockForUpdate())
                    .bind("person", new MergedPeople(handle).root(person.value()))
                    .mapTo(UUID.class)
                    .findOne();
            Keeping keeping = new ReceivedRows(handle).keep(person, brought, now);
            trail.record(handle, Change.of("badge.brought", "person", person).about(person.value()));
            return keeping;
        });
    }

    @Override
    public Optional<byte[]> content(PersonId person, UUID id) {
        return database.read(handle -> handle.createQuery(
                        "select content from received_credential where id = :id and person in (<people>)")
                .bind("id", id)
                .bindList("people", new MergedPeople(handle).group(person.value()))
                .map((rows, context) -> rows.getBytes("content"))
                .findOne());
    }

    @Override
    public List<Received> listReceived(PersonId person) {
        return database.read(handle -> handle.createQuery("""
                        select id, standard, title, issuer, verdict, client, changed from received_credential
                        where person in (<people>) order by changed desc, id desc""")
                .bindList("people", new MergedPeople(handle).group(person.value()))
                .map((rows, context) -> received(rows))
                .list());
    }

    private static Received received(ResultSet rows) throws SQLException {
        return new Received(
                Columns.uuid(rows.getBytes("id")),
                Standard.valueOf(rows.getString("standard").toUpperCase(Locale.ROOT)),
                new Brought.Shown(
                        rows.getString("title"),
                        rows.getString("issuer"),
                        Verdict.valueOf(rows.getString("verdict").toUpperCase(Locale.ROOT))),
                Columns.uuid(rows.getBytes("client")),
                Columns.instant(rows.getLong("changed")));
    }

    @Override
    public boolean forget(PersonId person, UUID id) {
        return database.write(handle -> {
            boolean isForgotten = forget(handle, person, id) == 1;
            if (isForgotten) {
                trail.record(
                        handle, Change.of("badge.forgotten", "received", id).about(person.value()));
            }
            return isForgotten;
        });
    }

    private static int forget(Handle handle, PersonId person, UUID id) {
        return handle.createUpdate("delete from received_credential where id = :id and person in (<people>)")
                .bind("id", id)
                .bindList("people", new MergedPeople(handle).group(person.value()))
                .execute();
    }
}
