package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.map.FactLog;

/** The facts in the database. */
public final class FactStore implements FactLog {

    private final Database database;

    public FactStore(Database database) {
        this.database = database;
    }

    // two ranges: each reads the index in order
    @Override
    public List<ToMap> listToMap(long generation, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select id, mark, mapped_with, statements from (
                          select * from (select id, mark, mapped_with, statements from intake
                            where mapped_with < :generation order by mapped_with, id limit :limit) as older
                          union all
                          select * from (select id, mark, mapped_with, statements from intake
                            where mapped_with > :generation order by mapped_with, id limit :limit) as newer) as due
                        order by id limit :limit""")
                .bind("generation", generation)
                .bind("limit", limit)
                .map((rows, context) -> toMap(rows))
                .list());
    }

    private static ToMap toMap(ResultSet rows) throws SQLException {
        return new ToMap(
                rows.getLong("id"), rows.getLong("mark"), rows.getLong("mapped_with"), rows.getInt("statements"));
    }

    @Override
    public List<ToMap> listNewest(int statements) {
        List<ToMap> newest = database.read(handle -> handle.createQuery(
                        "select id, mark, mapped_with, statements from intake order by id desc limit :limit")
                .bind("limit", statements)
                .map((rows, context) -> toMap(rows))
                .list());
        int intakes = 0;
        for (int sum = 0; intakes < newest.size() && sum < statements; intakes++) {
            sum += newest.get(intakes).statements();
        }
        List<ToMap> inOrder = new ArrayList<>(newest.subList(0, intakes));
        Collections.reverse(inOrder);
        return inOrder;
    }

    @Override
    public long countToMap(long generation) {
        return database.read(handle -> handle.createQuery(
                        "select count(*) from intake where mapped_with < :generation or mapped_with > :generation")
                .bind("generation", generation)
                .mapTo(long.class)
                .one());
    }

    @Override
    public void setAside(long intake) {
        database.change(
                handle -> handle.execute("update intake set mapped_with = 0, mark = mark + 1 where id = ?", intake));
    }

    @Override
    public List<List<Located>> load(List<ToMap> intakes) {
        return database.read(handle -> new RecordedRows(handle)
                .load(intakes.stream().map(ToMap::intake).toList()));
    }

    @Override
    public List<Optional<Counted>> replace(List<Derived> derived, Basis basis, Instant now) {
        try {
            return database.lookAndWrite(handle -> new Replacing(handle, database.dialect(), basis, now).run(derived));
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (DatabaseFailure refused) {
            throw new Refused(refused);
        }
    }
}
