package org.laurelbridge.bridge.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A table with rows of people.
 *
 * @param which the condition that a row is of {@code <people>}
 * @param by a column along which its rows are taken some at a time; several rows may have the same value
 */
record PersonalTable(String name, String which, String by) {

    /**
     * Removes some of their rows.
     *
     * @param most about how many
     * @return how many went; 0 when there was none
     */
    int remove(Handle handle, Collection<UUID> people, int most) {
        Optional<Object> edge = edge(handle, people, null, most);
        var update = handle.createUpdate("delete from " + name + " where (" + which + ")"
                        + (edge.isPresent() ? " and " + by + " <= :edge" : ""))
                .bindList("people", List.copyOf(people));
        edge.ifPresent(value -> update.bind("edge", value));
        return update.execute();
    }

    /** What its rows are called in reports. */
    String words() {
        return words(name);
    }

    /** The same of any table. */
    static String words(String table) {
        return table.replace('_', ' ');
    }

    /** The value of {@link #by} up to which there are about so many rows after another; empty when there are fewer. */
    Optional<Object> edge(Handle handle, Collection<UUID> people, @Nullable Object after, int many) {
        var query = handle.createQuery("select " + by + " from " + name + " where (" + which + ")"
                        + (after == null ? "" : " and " + by + " > :after") + " order by " + by
                        + " limit 1 offset :many")
                .bindList("people", List.copyOf(people))
                .bind("many", many - 1);
        if (after != null) {
            query.bind("after", after);
        }
        return query.map((rows, context) -> rows.getObject(1)).findOne();
    }
}
