package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Rows of the people whose ids are in a range, and of who was merged into them. Within one read. */
final class PartOfPeople {
    private static final int AT_ONCE = 500;

    private final Handle handle;
    private final int part;
    /** Who stands for those who were merged into somebody of this part, or are of this part themselves. */
    private final Map<UUID, UUID> roots = new HashMap<>();

    /** Takes a row of somebody, or of who was merged into them. */
    interface Taker {
        /**
         * Takes one row.
         *
         * @param person whose row it is
         * @param root who stands for them
         */
        void take(UUID person, UUID root, ResultSet rows) throws SQLException;
    }

    private PartOfPeople(Handle handle, int part) {
        this.handle = handle;
        this.part = part;
    }

    static PartOfPeople of(Handle handle, int part) {
        PartOfPeople people = new PartOfPeople(handle, part);
        for (String side : List.of("merged", "root")) {
            people.ranged(handle.createQuery(
                            "select merged, root from merged_person where " + side + " between :from and :to"))
                    .map((rows, context) ->
                            people.roots.put(Columns.uuid(rows.getBytes(1)), Columns.uuid(rows.getBytes(2))))
                    .forEach(before -> {});
        }
        return people;
    }

    /** What it reads by. */
    Handle handle() {
        return handle;
    }

    boolean has(UUID person) {
        return person.getMostSignificantBits() >>> 56 == part;
    }

    /**
     * Reads the rows of all people of this part.
     *
     * @param select whose first column, and whose last word, is the person
     */
    void each(String select, UnaryOperator<Query> bound, Taker taker) {
        take(ranged(bound.apply(handle.createQuery(select + " between :from and :to"))), taker);
        List<UUID> elsewhere = new ArrayList<>();
        roots.forEach((merged, root) -> {
            if (has(root) && !has(merged)) {
                elsewhere.add(merged);
            }
        });
        those(elsewhere, select, bound, taker);
    }

    /**
     * The same of some people.
     *
     * @param people who stand for themselves
     */
    void each(Collection<UUID> people, String select, UnaryOperator<Query> bound, Taker taker) {
        List<UUID> all = new ArrayList<>(people);
        roots.forEach((merged, root) -> {
            if (people.contains(root)) {
                all.add(merged);
            }
        });
        those(all, select, bound, taker);
    }

    private void those(List<UUID> people, String select, UnaryOperator<Query> bound, Taker taker) {
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            Query query = bound.apply(handle.createQuery(select + " in (<people>)"));
            take(query.bindList("people", people.subList(from, Math.min(people.size(), from + AT_ONCE))), taker);
        }
    }

    private void take(Query query, Taker taker) {
        query.map((rows, context) -> {
                    UUID person = Columns.uuid(rows.getBytes(1));
                    UUID root = roots.getOrDefault(person, person);
                    if (has(root)) {
                        taker.take(person, root, rows);
                    }
                    return root;
                })
                .forEach(root -> {});
    }

    private Query ranged(Query query) {
        return query.bind("from", edge(0)).bind("to", edge(-1));
    }

    /** The first (filled with 0) or last (filled with ones) id of this part. */
    private UUID edge(long filled) {
        long top = (long) part << 56;
        return new UUID(top | (filled >>> 8), filled);
    }
}
