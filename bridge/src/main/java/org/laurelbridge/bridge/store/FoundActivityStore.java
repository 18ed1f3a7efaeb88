package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.bridge.map.FoundActivities;

/** Tables found_activity and found_until. */
public final class FoundActivityStore implements FoundActivities {
    private final Database database;

    public FoundActivityStore(Database database) {
        this.database = database;
    }

    /** No more intakes than statements are looked at, and those by their index in time. */
    @Override
    public Optional<Long> before(int statements) {
        List<Intake> newest = database.read(handle -> handle.createQuery(
                        "select id, statements from intake order by stored_at desc, id desc limit :limit")
                .bind("limit", statements + 1)
                .map((rows, context) -> new Intake(rows.getLong("id"), rows.getInt("statements")))
                .list());
        int sum = 0;
        for (Intake intake : newest) {
            if (sum >= statements) {
                return Optional.of(Intakes.lastSeq(intake.id()));
            }
            sum += intake.statements();
        }
        return Optional.empty();
    }

    private record Intake(long id, int statements) {}

    @Override
    public Optional<Long> until(String what) {
        return database.read(handle -> handle.createQuery("select until from found_until where what = :what")
                .bind("what", what)
                .mapTo(long.class)
                .findOne());
    }

    @Override
    public void keep(Collection<Placed> found, Instant now, String what, long until) {
        // sorted, as every node locks in the same order
        List<Placed> all = found.stream()
                .sorted(Comparator.comparing(Placed::place)
                        .thenComparing(one -> one.found().id()))
                .toList();
        String set = "title = coalesce(new.title, title), type = coalesce(new.type, type), seen = new.seen";
        database.change(handle -> {
            Batches.write(
                    handle,
                    """
                    insert into found_activity (place, activity, id, title, type, seen)
                    values (:place, :activity, :id, :title, :type, :seen)""" + database.dialect().orChange("place, activity", set),
                    all,
                    (batch, one) -> batch.bind("place", Fingerprint.of(one.place()))
                            .bind("activity", Fingerprint.of(one.found().id()))
                            .bind("id", one.found().id())
                            .bind("title", one.found().title())
                            .bind("type", one.found().type())
                            .bind("seen", now));
            handle.createUpdate("insert into found_until (what, until) values (:what, :until)"
                            + database.dialect().orChange("what", "until = new.until"))
                    .bind("what", what)
                    .bind("until", until)
                    .execute();
        });
    }

    @Override
    public List<Found> list(Collection<String> places, int limit) {
        Map<String, Found> found = new LinkedHashMap<>();
        database.read(handle -> handle.createQuery(
                                "select id, title, type from found_activity where place in (<places>) order by seen desc, activity limit :limit")
                        .bindList("places", places.stream().map(Fingerprint::of).toList())
                        .bind("limit", limit)
                        .map((rows, context) ->
                                new Found(rows.getString("id"), rows.getString("title"), rows.getString("type")))
                        .list())
                .forEach(one -> found.putIfAbsent(one.id(), one));
        return List.copyOf(found.values());
    }

    @Override
    public void forget(Instant before) {
        database.change(handle -> handle.createUpdate("delete from found_activity where seen < :before")
                .bind("before", before)
                .execute());
    }
}
