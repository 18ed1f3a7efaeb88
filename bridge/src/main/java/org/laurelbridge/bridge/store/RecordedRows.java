package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.FactLog.Located;
import org.laurelbridge.mapping.RecordedStatement;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.Statement;
import org.laurelbridge.xapi.StatementObject;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.XapiVersion;

/** Reads statements back as they are mapped: each united with its equal copies (rules: S1, S3). */
final class RecordedRows {

    private static final Json JSON = new Json();
    /** What was kept was checked when it came: now as much as can be used is used. */
    private static final StatementReader READER = new StatementReader(StatementReader.Manner.LENIENT, XapiVersion.V2_0);

    private final Handle handle;

    private record Row(long seq, UUID id, String source, String raw, Instant received) {}

    RecordedRows(Handle handle) {
        this.handle = handle;
    }

    /** The statements of each of these intakes, in order. */
    List<List<Located>> load(List<Long> intakes) {
        Map<Long, List<Located>> loaded = new HashMap<>();
        Intakes.stretches(intakes, Long::longValue).forEach(stretch -> load(stretch, loaded));
        return intakes.stream()
                .map(intake -> loaded.getOrDefault(intake, List.of()))
                .toList();
    }

    private void load(List<Long> stretch, Map<Long, List<Located>> loaded) {
        long from = Intakes.firstSeq(stretch.get(0));
        long to = Intakes.lastSeq(stretch.get(stretch.size() - 1));
        Map<UUID, List<String>> copies = listed("select c.statement, c.raw from statement_copy c", from, to);
        Map<UUID, List<String>> others = listed("select c.statement, c.source from statement_also_from c", from, to);
        handle.createQuery("""
                        select s.seq, s.id, s.source, s.raw, i.stored_at
                        from statement s join intake i on i.id = s.seq >> 16
                        where s.seq between :from and :to order by s.seq""")
                .bind("from", from)
                .bind("to", to)
                .map((rows, context) -> row(rows))
                .map(row -> located(
                        row, copies.getOrDefault(row.id(), List.of()), others.getOrDefault(row.id(), List.of())))
                .forEach(located -> loaded.computeIfAbsent(Intakes.of(located.seq()), intake -> new ArrayList<>())
                        .add(located));
    }

    /** What else there is of statements, as a table with the alias c lists it. */
    private Map<UUID, List<String>> listed(String select, long from, long to) {
        Map<UUID, List<String>> listed = new HashMap<>();
        handle.createQuery(select + " join statement s on s.id = c.statement where s.seq between :from and :to")
                .bind("from", from)
                .bind("to", to)
                .map((rows, context) -> Map.entry(Columns.uuid(rows.getBytes(1)), rows.getString(2)))
                .forEach(one -> listed.computeIfAbsent(one.getKey(), id -> new ArrayList<>())
                        .add(one.getValue()));
        return listed;
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getLong("seq"),
                Columns.uuid(rows.getBytes("id")),
                rows.getString("source"),
                rows.getString("raw"),
                Columns.instant(rows.getLong("stored_at")));
    }

    private static Located located(Row row, List<String> copies, List<String> others) {
        Reading reading = read(row.raw());
        if (!(reading instanceof Reading.Usable usable)) {
            String why = reading == null ? "no JSON" : reading.problems().toString();
            return new Located(row.seq(), row.id(), null, "it cannot be read any more: " + why);
        }
        List<Statement> all = new ArrayList<>(List.of(usable.statement()));
        for (String copy : copies) {
            if (read(copy) instanceof Reading.Usable other) {
                all.add(other.statement());
            }
        }
        Set<String> types = new LinkedHashSet<>();
        all.forEach(statement -> addType(statement, types));
        Set<String> sources = new LinkedHashSet<>(others);
        sources.add(row.source());
        RecordedStatement recorded = new RecordedStatement(
                row.id(), usable.statement(), types, at(all, row.received()), row.received(), sources);
        return new Located(row.seq(), row.id(), recorded, null);
    }

    private static @Nullable Reading read(String raw) {
        return JSON.read(raw) instanceof Json.Parsed.Value value ? READER.read(value.node()) : null;
    }

    private static void addType(Statement statement, Set<String> types) {
        if (statement.object() instanceof StatementObject.Activity activity && activity.type() != null) {
            types.add(activity.type());
        }
    }

    /** All copies that have a timestamp have the same one. */
    private static Instant at(List<Statement> copies, Instant received) {
        return copies.stream()
                .map(Statement::timestamp)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> copies.stream()
                        .map(Statement::stored)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder()))
                .orElse(received);
    }
}
