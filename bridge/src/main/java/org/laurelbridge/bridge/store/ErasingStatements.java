package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.bridge.subject.Subject;
import org.laurelbridge.bridge.subject.Traces;
import org.laurelbridge.bridge.subject.Traces.Found;

/** Statements of somebody go, and they themselves out of those of others, with all copies. Within a transaction. */
final class ErasingStatements {
    /** Read at a time: what is found of them is written in the same transaction. */
    static final int AT_ONCE = 2_000;

    private static final int IDS_AT_ONCE = 500;

    private final Handle handle;
    private final Traces traces;
    private final Predicate<String> mayBeIn;
    private Report report;

    /** A statement, or a copy of one. */
    record Row(long seq, UUID id, String raw) {}

    private record Copy(UUID statement, String raw) {}

    ErasingStatements(Handle handle, Subject subject, Report report) {
        this.handle = handle;
        this.traces = subject.traces();
        this.mayBeIn = subject.mayBeIn();
        this.report = report;
    }

    Report report() {
        return report;
    }

    /** Those after a place in the log; returns the place up to which it came, empty at the end. */
    Optional<Long> eraseAfter(long place) {
        List<Row> rows = handle.createQuery("""
                        select seq, id, raw from statement where seq > :place order by seq limit :limit""")
                .bind("place", place)
                .bind("limit", AT_ONCE)
                .map((row, context) ->
                        new Row(row.getLong("seq"), Columns.uuid(row.getBytes("id")), row.getString("raw")))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Row> theirs = new ArrayList<>();
        List<Row> mentions = new ArrayList<>();
        for (Row row : rows) {
            Found found = mayBeIn.test(row.raw()) ? traces.in(row.raw()) : new Found.Nothing();
            if (found instanceof Found.Whole) {
                theirs.add(row);
            } else if (found instanceof Found.Mention mention) {
                mentions.add(new Row(row.seq(), row.id(), mention.without()));
            }
        }
        remove(theirs);
        blank(mentions);
        long last = rows.get(rows.size() - 1).seq();
        blankCopies(place, last);
        overtake(theirs, mentions);
        return Optional.of(last);
    }

    private void remove(List<Row> theirs) {
        List<UUID> ids = theirs.stream().map(Row::id).toList();
        for (String from : List.of(
                "statement_copy where statement",
                "statement_also_from where statement",
                "quarantine where statement",
                "voiding where target",
                "fact where statement")) {
            removeWhere(from, ids);
        }
        for (String table : List.of("parked", "statement")) {
            Batches.write(
                    handle,
                    "delete from " + table + " where seq = :seq",
                    theirs,
                    (batch, row) -> batch.bind("seq", row.seq()));
        }
        report = report.erased("statements", theirs.size());
    }

    private void removeWhere(String from, List<UUID> ids) {
        for (int at = 0; at < ids.size(); at += IDS_AT_ONCE) {
            handle.createUpdate("delete from " + from + " in (<ids>)")
                    .bindList("ids", ids.subList(at, Math.min(ids.size(), at + IDS_AT_ONCE)))
                    .execute();
        }
    }

    private void blank(List<Row> mentions) {
        Batches.write(
                handle,
                "update statement set raw = :raw where seq = :seq",
                mentions,
                (batch, row) -> batch.bind("raw", row.raw()).bind("seq", row.seq()));
        report = report.blanked("statements of others", mentions.size());
    }

    private void blankCopies(long after, long last) {
        List<Copy> copies = handle.createQuery("""
                        select c.statement, c.raw from statement_copy c
                        join statement s on s.id = c.statement where s.seq > :after and s.seq <= :last""")
                .bind("after", after)
                .bind("last", last)
                .map((row, context) -> new Copy(Columns.uuid(row.getBytes("statement")), row.getString("raw")))
                .list();
        for (Copy copy : copies) {
            Found found = mayBeIn.test(copy.raw()) ? traces.in(copy.raw()) : new Found.Nothing();
            if (!(found instanceof Found.Nothing)) {
                handle.execute(
                        "delete from statement_copy where statement = ? and fingerprint = ?",
                        copy.statement(),
                        Fingerprint.of(copy.raw()));
            }
            if (found instanceof Found.Mention mention) {
                handle.execute(
                        "insert into statement_copy (statement, fingerprint, source, raw)"
                                + " select id, ?, source, ? from statement where id = ?",
                        Fingerprint.of(mention.without()),
                        mention.without(),
                        copy.statement());
            }
        }
    }

    /** Who maps these now has read what is gone: they notice by the mark. */
    private void overtake(List<Row> theirs, List<Row> mentions) {
        TreeSet<Long> intakes = new TreeSet<>();
        theirs.forEach(row -> intakes.add(Intakes.of(row.seq())));
        mentions.forEach(row -> intakes.add(Intakes.of(row.seq())));
        Batches.write(
                handle,
                "update intake set mark = mark + 1 where id = :id",
                intakes,
                (batch, intake) -> batch.bind("id", intake));
    }

    /** Quarantined ones that name them, after a moment; returns the moment up to which it came, empty at the end. */
    Optional<Long> eraseQuarantinedAfter(long moment) {
        Optional<Long> edge = handle.createQuery("""
                        select received_at from quarantine where received_at > :moment
                        order by received_at limit 1 offset :many""")
                .bind("moment", moment)
                .bind("many", AT_ONCE)
                .mapTo(Long.class)
                .findOne();
        long last = edge.orElse(Long.MAX_VALUE);
        List<byte[]> theirs = new ArrayList<>();
        handle.createQuery("""
                        select fingerprint, raw, why from quarantine
                        where received_at > :moment and received_at <= :last""")
                .bind("moment", moment)
                .bind("last", last)
                .map((row, context) -> {
                    String raw = row.getString("raw");
                    boolean isFound = mayBeIn.test(raw) && !(traces.in(raw) instanceof Found.Nothing);
                    if (isFound || traces.without(row.getString("why")).isPresent()) {
                        theirs.add(row.getBytes("fingerprint"));
                    }
                    return isFound;
                })
                .forEach(found -> {});
        Batches.write(
                handle,
                "delete from quarantine where fingerprint = :fingerprint",
                theirs,
                (batch, fingerprint) -> batch.bind("fingerprint", fingerprint));
        report = report.erased("quarantined statements", theirs.size());
        return edge;
    }
}
