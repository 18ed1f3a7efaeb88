package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.record.StatementLog.VoidRight;

/** One try to keep submissions in one transaction. Used once. */
final class Appending implements AutoCloseable {

    /** A commit that took longer gets its moment again at its end: nothing may appear long after its moment. */
    private static final long SLOW_NANOS = Duration.ofMillis(200).toNanos();

    private final Dialect dialect;
    private final CopyRule rule;
    private final Moments moments;
    private final Instant now;
    private final int slot;
    private final long start = System.nanoTime();

    private final List<Long> begun = new ArrayList<>();
    private final Map<Long, Long> intakes = new HashMap<>();

    /** @param slot of this writer in table source_tally */
    Appending(Dialect dialect, CopyRule rule, Moments moments, Instant now, int slot) {
        this.dialect = dialect;
        this.rule = rule;
        this.moments = moments;
        this.now = now;
        this.slot = slot;
    }

    List<Receipt> run(Handle handle, List<Submission> submissions, VoidRight right) {
        KnownStatements known = KnownStatements.load(handle, dialect, submissions);
        List<Decided> decided = new ArrayList<>();
        for (Submission submission : submissions) {
            Decided one = new Decision(submission, known, rule, right).decide();
            known.put(one.known());
            decided.add(one);
        }
        StatementRows rows = new StatementRows(handle, dialect);
        write(rows, submissions, decided);
        Voids voids = Voids.load(handle, dialect, voidedPerhaps(decided));
        rows.addIdleVoids(voids.idle(), now);
        Set<Long> touched = touched(decided);
        touched.addAll(voids.wake());
        // what came with this commit is to be mapped anyway
        touched.remove(0L);
        touched.removeAll(intakes.keySet());
        Intakes.mapAnew(handle, touched);
        tally(handle, submissions, decided);
        return decided.stream().map(Decided::receipt).toList();
    }

    private void write(StatementRows rows, List<Submission> submissions, List<Decided> decided) {
        List<StatementRows.Row> fresh = new ArrayList<>();
        for (int i = 0; i < decided.size(); i++) {
            String source = submissions.get(i).source();
            decided.get(i).fresh().forEach(candidate -> fresh.add(new StatementRows.Row(candidate, source)));
            rows.addVoids(source, decided.get(i).voids());
            rows.addWitnesses(source, decided.get(i).witnesses());
            rows.addCopies(source, decided.get(i).copies());
            rows.addTroubles(source, decided.get(i).troubles(), now);
        }
        for (int from = 0; from < fresh.size(); from += StatementRows.INTAKE) {
            long moment = begin();
            intakes.put(
                    rows.addIntake(moment, fresh.subList(from, Math.min(fresh.size(), from + StatementRows.INTAKE))),
                    moment);
        }
        if (System.nanoTime() - start > SLOW_NANOS) {
            intakes.keySet().stream().sorted().forEach(intake -> rows.moveIntake(intake, begin()));
        }
    }

    /** Last, and in order: two writers of one slot wait for each other, if ever, for a moment and never in a circle. */
    private void tally(Handle handle, List<Submission> submissions, List<Decided> decided) {
        Map<String, Integer> kept = new TreeMap<>();
        for (int i = 0; i < decided.size(); i++) {
            int brought =
                    decided.get(i).fresh().size() + decided.get(i).witnesses().size();
            if (brought > 0) {
                kept.merge(submissions.get(i).source(), brought, Integer::sum);
            }
        }
        Batches.write(
                handle,
                "insert into source_tally (source, slot, kept, last_at) values (:source, :slot, :kept, :now)"
                        + dialect.orChange(
                                "source, slot", "kept = source_tally.kept + new.kept, last_at = new.last_at"),
                kept.entrySet(),
                (batch, one) -> batch.bind("source", one.getKey())
                        .bind("slot", slot)
                        .bind("kept", one.getValue())
                        .bind("now", now));
    }

    private long begin() {
        long moment = moments.begin(Columns.micros(now.plusNanos(System.nanoTime() - start)));
        begun.add(moment);
        return moment;
    }

    /** The intakes of statements of which more is known now: what they say, or who brought them. */
    private static Set<Long> touched(List<Decided> decided) {
        Set<Long> intakes = new TreeSet<>();
        for (Decided one : decided) {
            one.copies().stream().map(Decided.Copy::intake).forEach(intakes::add);
            one.witnesses().stream().map(Decided.Witness::intake).forEach(intakes::add);
        }
        return intakes;
    }

    /** What came, what it wants to void, and what has a new source: of these the voids may have changed. */
    private static Set<UUID> voidedPerhaps(List<Decided> decided) {
        Set<UUID> ids = new TreeSet<>();
        for (Decided one : decided) {
            one.fresh().forEach(candidate -> ids.add(candidate.id()));
            one.voids().forEach(voiding -> ids.add(voiding.target()));
            one.witnesses().forEach(witness -> ids.add(witness.statement()));
        }
        return ids;
    }

    /** After the commit or the failure: its moments are no longer under way. */
    @Override
    public void close() {
        begun.forEach(moments::end);
    }
}
