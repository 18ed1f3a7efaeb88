package org.laurelbridge.bridge.store;

/** Removes an edition that nobody reads or writes any more, a part at a time. */
final class FrameworkRemoval {

    private static final long AT_A_TIME = 2_000;

    private FrameworkRemoval() {}

    static void of(Database database, long edition) {
        long last = database.read(handle -> handle.createQuery(
                        "select coalesce(max(place), -1) from framework_item where edition = :edition")
                .bind("edition", edition)
                .mapTo(long.class)
                .one());
        for (long end = AT_A_TIME; end < last + AT_A_TIME + 1; end += AT_A_TIME) {
            long before = end;
            database.change(handle -> {
                handle.execute("delete from framework_word where edition = ? and place < ?", edition, before);
                handle.execute("delete from framework_item where edition = ? and place < ?", edition, before);
            });
        }
        database.change(handle -> handle.execute("delete from framework_edition where id = ?", edition));
    }
}
