package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.health.Figures.Brought;
import org.laurelbridge.bridge.health.Figures.SourceFigures;

/** What each source has brought, by what was counted as it came; read at once. */
final class SourceTallies {
    /** Commits that wait to be mapped; of more than that the statements are not counted. */
    private static final int MOST_WAITING = 500;

    private final Map<String, Row> rows;
    private final @Nullable Map<String, Long> waiting;
    private final Map<String, Long> parked;
    private final Map<String, Long> rejected;

    private record Row(long kept, @Nullable Instant last) {}

    private SourceTallies(
            Map<String, Row> rows,
            @Nullable Map<String, Long> waiting,
            Map<String, Long> parked,
            Map<String, Long> rejected) {
        this.rows = rows;
        this.waiting = waiting;
        this.parked = parked;
        this.rejected = rejected;
    }

    static SourceTallies read(Handle handle) {
        Map<String, Row> rows = new TreeMap<>();
        handle.createQuery(
                        "select source, sum(kept) as kept, max(last_at) as last_at from source_tally group by source")
                .map((row, context) -> Map.entry(
                        row.getString("source"), new Row(row.getLong("kept"), Columns.instantOrNull(row, "last_at"))))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return new SourceTallies(
                rows,
                waiting(handle),
                counts(handle, "select source, count(*) as amount from parked group by source"),
                counts(handle, "select source, count(*) as amount from quarantine group by source"));
    }

    private static @Nullable Map<String, Long> waiting(Handle handle) {
        List<Long> intakes = handle.createQuery("select id from intake where mapped_with = 0 order by id limit :most")
                .bind("most", MOST_WAITING + 1)
                .mapTo(Long.class)
                .list();
        if (intakes.size() > MOST_WAITING) {
            return null;
        }
        Map<String, Long> waiting = new TreeMap<>();
        for (List<Long> stretch : Intakes.stretches(intakes, Long::longValue)) {
            handle.createQuery("""
                            select source, count(*) as amount from statement where seq between :from and :to group by source""")
                    .bind("from", Intakes.firstSeq(stretch.get(0)))
                    .bind("to", Intakes.lastSeq(stretch.get(stretch.size() - 1)))
                    .map((row, context) -> Map.entry(row.getString("source"), row.getLong("amount")))
                    .forEach(row -> waiting.merge(row.getKey(), row.getValue(), Long::sum));
        }
        return waiting;
    }

    private static Map<String, Long> counts(Handle handle, String sql) {
        return handle
                .createQuery(sql)
                .map((row, context) -> Map.entry(row.getString("source"), row.getLong("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Brought of(String source) {
        Row row = rows.get(source);
        return new Brought(
                row == null ? 0 : row.kept(),
                waiting == null ? null : waiting.getOrDefault(source, 0L),
                parked.getOrDefault(source, 0L),
                rejected.getOrDefault(source, 0L));
    }

    /** Those that brought something and are not read. */
    List<SourceFigures> senders(Set<String> read) {
        return rows.entrySet().stream()
                .filter(one -> !read.contains(one.getKey()))
                .map(one -> sender(one.getKey(), one.getValue().last()))
                .toList();
    }

    private SourceFigures sender(String source, @Nullable Instant last) {
        return new SourceFigures(
                "sender:" + source, last == null ? Instant.EPOCH : last, last != null, null, null, of(source));
    }
}
