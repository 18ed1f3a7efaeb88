package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.Problem;

/**
 * Voiding statements and what they void (rules: S2). Whether one has the right to it is never written down: it follows from the
 * rows that are there, so that the order in which they came plays no part. Here: those of some targets.
 */
final class Voids {

    private static final int AT_ONCE = 500;

    private final Handle handle;
    private final Map<UUID, List<Row>> byVoider;

    /**
     * A voiding statement as one source told it.
     *
     * @param intake that its target came with; null when that is not here
     */
    private record Row(
            UUID voider,
            UUID target,
            String source,
            String reach,
            boolean own,
            @Nullable Long intake,
            String raw) {
        boolean isRightful() {
            return intake != null && (is(VoidReach.ANYTHING) || (is(VoidReach.OWN) && own));
        }

        boolean isIdle() {
            return is(VoidReach.NOTHING) || (intake != null && !isRightful());
        }

        private boolean is(VoidReach one) {
            return reach.equals(word(one));
        }
    }

    /** A voiding statement that voids nothing, for quarantine. */
    record Idle(UUID voider, String source, Decided.Trouble trouble) {
        /** One a voiding statement, whoever told it. */
        byte[] fingerprint() {
            return Voids.fingerprint(voider);
        }
    }

    private Voids(Handle handle, Map<UUID, List<Row>> byVoider) {
        this.handle = handle;
        this.byVoider = byVoider;
    }

    /**
     * The condition that a kept statement is voided. A voiding statement cannot be (xAPI 1.0.3 Data 2.3.2). The voids are asked
     * first, of which there are few: a history is read without a look at its statements.
     */
    static String voided(String id) {
        return """
                (exists (select 1 from voiding v where v.target = %1$s
                    and (v.reach = 'own' and exists (select 1 from statement_also_from a
                        where a.statement = v.target and a.source = v.source)
                      or v.reach in ('own', 'anything') and exists (select 1 from statement t
                        where t.id = v.target and (v.reach = 'anything' or t.source = v.source))))
                  and not exists (select 1 from voiding w where w.voider = %1$s))""".formatted(id);
    }

    static String word(VoidReach reach) {
        return reach.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the voids of these statements. To be asked after the commit's rows are written, and with a lock: of two commits at the
     * same time, one with the void and one with its target, the later one sees both.
     */
    static Voids load(Handle handle, Dialect dialect, Collection<UUID> targets) {
        // sorted: two commits that lock the same never wait for each other in a circle
        List<UUID> sorted = List.copyOf(new TreeSet<>(targets));
        Map<UUID, List<Row>> byVoider = new LinkedHashMap<>();
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            handle.createQuery("""
                            select v.voider, v.target, v.source, v.reach, s.raw, t.seq, t.source as brought, a.source as also
                            from voiding v join statement s on s.id = v.voider
                            left join statement t on t.id = v.target
                            left join statement_also_from a on a.statement = v.target and a.source = v.source
                            where v.target in (<targets>)""" + dialect.lockShared())
                    .bindList("targets", sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE)))
                    .map((rows, context) -> row(rows))
                    .forEach(row -> byVoider.computeIfAbsent(row.voider(), voider -> new ArrayList<>())
                            .add(row));
        }
        return new Voids(handle, byVoider);
    }

    private static Row row(ResultSet rows) throws SQLException {
        String source = rows.getString("source");
        boolean own = source.equals(rows.getString("brought")) || rows.getString("also") != null;
        long seq = rows.getLong("seq");
        Long intake = rows.wasNull() ? null : Intakes.of(seq);
        return new Row(
                Columns.uuid(rows.getBytes("voider")),
                Columns.uuid(rows.getBytes("target")),
                source,
                rows.getString("reach"),
                own,
                intake,
                rows.getString("raw"));
    }

    /** Those that void nothing, since none of the sources that told them may. */
    List<Idle> idle() {
        return byVoider.values().stream()
                .filter(rows -> rows.stream().allMatch(Row::isIdle))
                .map(rows -> idle(rows.get(0)))
                .toList();
    }

    /**
     * Takes those out of quarantine that lay there and have found their right: another source told them, or their own source has
     * told of the target.
     *
     * @return the intakes of what they void
     */
    Set<Long> wake() {
        Set<Long> woken = new TreeSet<>();
        for (List<Row> rows : byVoider.values()) {
            Row first = rows.get(0);
            Long intake = first.intake();
            if (intake != null && rows.stream().anyMatch(Row::isRightful) && leavesQuarantine(first)) {
                woken.add(intake);
            }
        }
        return woken;
    }

    private boolean leavesQuarantine(Row row) {
        return handle.execute("delete from quarantine where fingerprint = ?", fingerprint(row.voider())) > 0;
    }

    private static byte[] fingerprint(UUID voider) {
        return Fingerprint.of("void", voider.toString());
    }

    private static Idle idle(Row row) {
        Problem withoutRight = new Problem(
                "/object/id",
                "a void of " + row.target() + " by the source " + row.source(),
                "a source that may void it",
                "1.0.3 Data 2.3.2");
        return new Idle(
                row.voider(), row.source(), new Decided.Trouble(row.voider(), row.raw(), List.of(withoutRight)));
    }
}
