package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * What a token opens once and for a time, in a table that keeps the fingerprint of the token. Of two who take one, the delete decides.
 */
final class TakenOnce<T> {
    private final Database database;
    private final String table;
    private final String token;
    private final String good;
    private final RowMapper<T> mapper;

    /**
     * One kind of it.
     *
     * @param token the column of the fingerprint
     * @param good the condition on {@code :time} under which a row still is
     */
    TakenOnce(Database database, String table, String token, String good, RowMapper<T> mapper) {
        this.database = database;
        this.table = table;
        this.token = token;
        this.good = good;
        this.mapper = mapper;
    }

    /** What a token opens; empty for one that was taken, that is over, or that nobody gave. */
    Optional<T> find(String given, Instant time) {
        return database.read(handle -> find(handle, given, time));
    }

    /** The same, and it opens nothing any more. */
    Optional<T> take(String given, Instant time) {
        return take(given, time, any -> true);
    }

    /** @param fits what it opens, else it stays */
    Optional<T> take(String given, Instant time, Predicate<T> fits) {
        return database.write(handle -> {
            Optional<T> found = find(handle, given, time).filter(fits);
            boolean isOurs = found.isPresent()
                    && handle.execute(
                                    "delete from " + table + " where " + token + " = ?", (Object) Fingerprint.of(given))
                            == 1;
            return isOurs ? found : Optional.empty();
        });
    }

    private Optional<T> find(Handle handle, String given, Instant time) {
        return handle.createQuery("select * from " + table + " where " + token + " = :token and " + good)
                .bind("token", Fingerprint.of(given))
                .bind("time", time)
                .map(mapper)
                .findOne();
    }
}
