package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.health.Figures;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@link Figures} from the tables of all stages. */
public final class FiguresStore implements Figures {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final InstantSource clock;

    public FiguresStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Snapshot read() {
        return database.read(handle -> {
            long generation = generation(handle);
            return new Snapshot(
                    count(handle, "select coalesce(sum(statements), 0) from intake"),
                    count(handle, "select count(*) from intake where mapped_with <> " + generation),
                    oldest(handle, generation),
                    count(handle, "select coalesce(sum(facts), 0) from intake"),
                    count(handle, "select coalesce(sum(unmatched), 0) from intake"),
                    count(handle, "select count(*) from parked"),
                    count(handle, "select count(*) from unknown_actor"),
                    count(handle, "select count(*) from quarantine"),
                    count(
                            handle,
                            "select count(*) from (select distinct target as id from voiding) s where "
                                    + Voids.voided("s.id")),
                    count(handle, "select count(*) from person where id not in (select merged from merged_person)"),
                    due(handle),
                    awards(handle),
                    count(handle, "select count(*) from credential where wanted = 1"),
                    states(handle, "select state, count(*) as amount from delivery where lane <> 1 group by state"),
                    sources(handle));
        });
    }

    private static long generation(Handle handle) {
        return handle.createQuery(
                        "select coalesce(max(generation) + 1, 1) from rule_document where kind = 'mapping' and in_force = 1")
                .mapTo(long.class)
                .one();
    }

    private static long count(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(long.class).one();
    }

    private static @Nullable Instant oldest(Handle handle, long generation) {
        return handle.createQuery(
                        "select stored_at from intake where mapped_with <> :generation order by mapped_with, id limit 1")
                .bind("generation", generation)
                .mapTo(Instant.class)
                .findFirst()
                .orElse(null);
    }

    private long due(Handle handle) {
        return handle.createQuery("select count(*) from evaluation where due <= :now")
                .bind("now", clock.instant())
                .mapTo(long.class)
                .one();
    }

    /** Those of people who were erased among them. */
    private static List<Count> awards(Handle handle) {
        return states(handle, """
                select status as state, sum(awards) as amount from (
                  select status, count(*) as awards from award group by status
                  union all select status, awards from erased_award) as everyones
                group by status""");
    }

    private static List<Count> states(Handle handle, String sql) {
        return handle.createQuery(sql)
                .map((rows, context) -> new Count(rows.getString("state"), rows.getLong("amount")))
                .list();
    }

    private static List<SourceFigures> sources(Handle handle) {
        SourceTallies tallies = SourceTallies.read(handle);
        List<SourceFigures> sources = new ArrayList<>(handle.createQuery("""
                        select source, coalesce(read_at, since, 0) as looked_at, read_at, position, trouble
                          from source_position order by source""")
                .map((rows, context) -> source(rows, tallies))
                .list());
        Set<String> read = sources.stream().map(SourceFigures::name).collect(Collectors.toSet());
        sources.addAll(tallies.senders(read));
        return sources;
    }

    private static SourceFigures source(ResultSet rows, SourceTallies tallies) throws SQLException {
        String source = rows.getString("source");
        SourceFigures plain = new SourceFigures(
                source,
                Columns.instant(rows.getLong("looked_at")),
                Columns.instantOrNull(rows, "read_at") != null,
                through(source, rows.getString("position")),
                rows.getString("trouble"),
                null);
        return plain.isFile()
                ? plain
                : new SourceFigures(
                        source,
                        plain.readAt(),
                        plain.wasRead(),
                        plain.through(),
                        plain.trouble(),
                        tallies.of(plain.name()));
    }

    /** A file's position has no such moment. */
    private static @Nullable Instant through(String source, @Nullable String position) {
        if (position == null || source.startsWith("file:")) {
            return null;
        }
        String moment = JSON.readTree(position).path("watermark").stringValue(null);
        return moment == null ? null : Instant.parse(moment);
    }
}
