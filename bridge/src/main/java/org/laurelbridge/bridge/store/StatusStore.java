package org.laurelbridge.bridge.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.StatusLists;
import org.laurelbridge.bridge.issue.StatusPlace;
import org.laurelbridge.bridge.issue.StatusPlace.Purpose;

/** Places in status lists. Unique keys decide when two want the same. */
public final class StatusStore implements StatusLists {

    /** A list takes no more: a free place is found at the second try, on average, until then. */
    private static final int MOST = StatusPlace.PLACES / 2;

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    public StatusStore(Database database) {
        this.database = database;
    }

    @Override
    public StatusPlace place(AwardId credential, Purpose purpose, Instant now) {
        return database.read(handle -> find(handle, credential))
                .orElseGet(() -> database.lookAndWrite(handle -> take(handle, credential, purpose, now)));
    }

    private StatusPlace take(Handle handle, AwardId credential, Purpose purpose, Instant now) {
        Optional<StatusPlace> taken = find(handle, credential);
        if (taken.isPresent()) {
            return taken.get();
        }
        UUID list = open(handle, purpose, now);
        StatusPlace place = new StatusPlace(list, purpose, free(handle, list), UUID.randomUUID());
        handle.execute(
                "insert into status_entry (credential, list, place, refresh) values (?, ?, ?, ?)",
                credential.value(),
                list,
                place.place(),
                place.refresh());
        handle.execute("update status_list set entries = entries + 1 where id = ?", list);
        return place;
    }

    private int free(Handle handle, UUID list) {
        int place = random.nextInt(StatusPlace.PLACES);
        while (isTaken(handle, list, place)) {
            place = random.nextInt(StatusPlace.PLACES);
        }
        return place;
    }

    private static boolean isTaken(Handle handle, UUID list, int place) {
        return handle.createQuery("select count(*) from status_entry where list = :list and place = :place")
                        .bind("list", list)
                        .bind("place", place)
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    private static UUID open(Handle handle, Purpose purpose, Instant now) {
        return handle.createQuery("""
                        select id from status_list where purpose = :purpose and entries < :most
                        order by created desc, id limit 1""")
                .bind("purpose", purpose.word())
                .bind("most", MOST)
                .mapTo(UUID.class)
                .findOne()
                .orElseGet(() -> add(handle, purpose, now));
    }

    private static UUID add(Handle handle, Purpose purpose, Instant now) {
        UUID list = UUID.randomUUID();
        handle.execute(
                "insert into status_list (id, purpose, entries, created) values (?, ?, 0, ?)",
                list,
                purpose.word(),
                now);
        return list;
    }

    private static Optional<StatusPlace> find(Handle handle, AwardId credential) {
        return handle.createQuery("""
                        select e.list, l.purpose, e.place, e.refresh from status_entry e
                        join status_list l on l.id = e.list where e.credential = :credential""")
                .bind("credential", credential.value())
                .map((rows, context) -> place(rows))
                .findOne();
    }

    private static StatusPlace place(ResultSet rows) throws SQLException {
        return new StatusPlace(
                Columns.uuid(rows.getBytes("list")),
                Purpose.of(rows.getString("purpose")),
                rows.getInt("place"),
                Columns.uuid(rows.getBytes("refresh")));
    }

    /** Gives each credential of an award another refresh address: whoever saw the last is not answered any more. */
    static void forgetRefresh(Handle handle, AwardId award) {
        handle.createQuery("""
                        select e.credential from status_entry e join credential c on c.id = e.credential
                        where c.award = :award""")
                .bind("award", award.value())
                .mapTo(UUID.class)
                .list()
                .forEach(credential -> handle.execute(
                        "update status_entry set refresh = ? where credential = ?", UUID.randomUUID(), credential));
    }

    @Override
    public Optional<AwardId> findRefreshed(UUID refresh) {
        return database.read(
                handle -> handle.createQuery("select credential from status_entry where refresh = :refresh")
                        .bind("refresh", refresh)
                        .mapTo(UUID.class)
                        .findOne()
                        .map(AwardId::new));
    }

    @Override
    public Optional<Standing> find(UUID list) {
        return database.read(handle -> handle.createQuery("select purpose from status_list where id = :list")
                .bind("list", list)
                .mapTo(String.class)
                .findOne()
                .map(purpose -> new Standing(Purpose.of(purpose), set(handle, list), superseded(handle, list))));
    }

    // one that was followed by another of the same award was taken back before
    private static List<Integer> set(Handle handle, UUID list) {
        return handle.createQuery("""
                        select e.place from status_entry e join credential c on c.id = e.credential
                        join award a on a.id = c.award
                        where e.list = :list and (a.status in ('revoked', 'suspended') or a.credential <> e.credential)
                        union all
                        select e.place from status_entry e join erased_credential x on x.id = e.credential
                        where e.list = :list""").bind("list", list).mapTo(Integer.class).list();
    }

    private static List<Superseded> superseded(Handle handle, UUID list) {
        return handle.createQuery("""
                        select e.credential, e.place from status_entry e join credential c on c.id = e.credential
                        join award a on a.id = c.award where e.list = :list and a.status = 'superseded'""")
                .bind("list", list)
                .map((rows, context) ->
                        new Superseded(new AwardId(Columns.uuid(rows.getBytes("credential"))), rows.getInt("place")))
                .list();
    }
}
