package org.laurelbridge.bridge.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.GradeOrder;
import org.laurelbridge.bridge.award.Grades;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.MoodleCourses;

/**
 * The deliveries of one award: for each target and course a chain of revisions, of which the newest is what should stand there.
 * Revisions and stamps grow over all courses of a target.
 */
final class DeliveryChains {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Set<String> NEVER_SENT = Set.of("due", "stuck", "superseded");

    private final Handle handle;
    private final AwardId award;
    private final Instant now;
    private final Lane lane;
    private final Map<Chain, List<Row>> chains = new LinkedHashMap<>();

    private record Chain(String target, String course) {}

    private record Row(
            long id, int revision, BigDecimal grade, BigDecimal maximum, Instant stamp, String state, int attempts) {

        /** Where the course is missing, nothing arrives. */
        boolean mayHaveArrivedIn(String course) {
            boolean refused = course.isEmpty() && state.equals("stuck");
            return !refused && (attempts > 0 || !NEVER_SENT.contains(state));
        }

        boolean isOpen() {
            return state.equals("due") || state.equals("unknown") || state.equals("stuck");
        }
    }

    /** Those to configured targets. */
    DeliveryChains(Handle handle, AwardId award, Instant now) {
        this(handle, award, now, Lane.CONFIGURED);
    }

    DeliveryChains(Handle handle, AwardId award, Instant now, Lane lane) {
        this.handle = handle;
        this.award = award;
        this.now = now;
        this.lane = lane;
        handle.createQuery("""
                        select id, target, course, revision, grade, maximum, stamp, state, attempts from delivery
                        where award = :award and lane = :lane order by revision""")
                .bind("award", award.value())
                .bind("lane", lane.number())
                .map((rows, context) ->
                        Map.entry(new Chain(rows.getString("target"), rows.getString("course")), row(rows)))
                .forEach(entry -> chains.computeIfAbsent(entry.getKey(), chain -> new ArrayList<>())
                        .add(entry.getValue()));
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getLong("id"),
                rows.getInt("revision"),
                new BigDecimal(rows.getString("grade")),
                new BigDecimal(rows.getString("maximum")),
                Columns.instant(rows.getLong("stamp")),
                rows.getString("state"),
                rows.getInt("attempts"));
    }

    /** Lets these grades stand, and nothing else at the targets that they are about. */
    void let(Grades grades) {
        Set<Chain> wanted = new HashSet<>();
        for (GradeOrder order : grades.orders()) {
            Chain chain = new Chain(order.target(), order.course());
            if (wanted.add(chain) && !stands(chain, order)) {
                add(chain, order);
            }
        }
        for (Chain chain : List.copyOf(chains.keySet())) {
            if (!wanted.contains(chain) && grades.isAbout(chain.target())) {
                takeBack(chain, grades.takenBack());
            }
        }
    }

    /** Lets these stand besides what stands, where nothing does in the same course. */
    void letBesides(List<GradeOrder> orders) {
        for (GradeOrder order : orders) {
            Chain chain = new Chain(order.target(), order.course());
            if (chains.keySet().stream().noneMatch(other -> isHeld(other, chain))) {
                add(chain, order);
            }
        }
    }

    /** Lets these stand in the place of another grade in just their courses, where one stands. */
    void letInstead(List<GradeOrder> orders) {
        for (GradeOrder order : orders) {
            Chain chain = new Chain(order.target(), order.course());
            if (isHeld(chain, chain) && !stands(chain, order)) {
                add(chain, order);
            }
        }
    }

    /** Whether the course of a chain has a grade, by this or another name of it. */
    private boolean isHeld(Chain other, Chain chain) {
        Row newest = newest(other);
        return other.target().equals(chain.target())
                && MoodleCourses.isSame(other.course(), chain.course())
                && newest != null
                && !newest.state().equals("superseded")
                && newest.grade().signum() != 0;
    }

    /** Sends what there is of the award now, whatever was sent before. */
    void sendAgain(String target) {
        add(new Chain(target, ""), new GradeOrder(target, "", WHOLE, WHOLE, ""));
    }

    /** What was on its way to be taken back when another award took the place of this one goes on its way. */
    void goOnTakingBack() {
        for (Chain chain : chains.keySet()) {
            Row newest = newest(chain);
            if (newest != null
                    && newest.state().equals("superseded")
                    && newest.grade().signum() == 0) {
                handle.execute(
                        "update delivery set state = ?, next_at = ? where id = ?",
                        newest.attempts() == 0 ? "due" : "unknown",
                        now,
                        newest.id());
            }
        }
    }

    private boolean stands(Chain chain, GradeOrder order) {
        Row newest = newest(chain);
        return newest != null
                && !newest.state().equals("superseded")
                && newest.grade().compareTo(order.grade()) == 0
                && newest.maximum().compareTo(order.maximum()) == 0;
    }

    private @Nullable Row newest(Chain chain) {
        List<Row> rows = chains.getOrDefault(chain, List.of());
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
    }

    /** What never left needs no taking back. */
    private void takeBack(Chain chain, String remark) {
        List<Row> rows = chains.getOrDefault(chain, List.of());
        Row newest = rows.get(rows.size() - 1);
        if (rows.stream().noneMatch(row -> row.mayHaveArrivedIn(chain.course()))) {
            supersede(rows);
        } else if (newest.grade().signum() != 0) {
            add(chain, new GradeOrder(chain.target(), chain.course(), BigDecimal.ZERO, newest.maximum(), remark));
        }
    }

    private void add(Chain chain, GradeOrder order) {
        supersede(chains.getOrDefault(chain, List.of()));
        List<Row> ofTarget = chains.entrySet().stream()
                .filter(entry -> entry.getKey().target().equals(chain.target()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        int revision = 1 + ofTarget.stream().mapToInt(Row::revision).max().orElse(0);
        Instant stamp = stamp(ofTarget);
        long id = handle.createUpdate("""
                        insert into delivery (award, target, revision, course, grade, maximum, remark, stamp, state,
                          attempts, next_at, lane)
                        values (:award, :target, :revision, :course, :grade, :maximum, :remark, :stamp, 'due', 0, :now,
                          :lane)""")
                .bind("award", award.value())
                .bind("revision", revision)
                .bind("target", order.target())
                .bind("course", order.course())
                .bind("grade", order.grade().toPlainString())
                .bind("maximum", order.maximum().toPlainString())
                .bind("remark", order.remark())
                .bind("stamp", stamp)
                .bind("now", now)
                .bind("lane", lane.number())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one();
        chains.computeIfAbsent(chain, one -> new ArrayList<>())
                .add(new Row(id, revision, order.grade(), order.maximum(), stamp, "due", 0));
    }

    /** A gradebook takes only what is newer than what it has, by whole seconds (AGS 2.0 §3.4.4). */
    private Instant stamp(List<Row> ofTarget) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return ofTarget.stream()
                .map(row -> row.stamp().plusSeconds(1))
                .filter(second::isBefore)
                .max(Instant::compareTo)
                .orElse(second);
    }

    /** One that is being sent is left to its courier. */
    private void supersede(List<Row> rows) {
        for (Row row : rows) {
            if (row.isOpen()) {
                handle.execute(
                        "update delivery set state = 'superseded' where id = ? and state in ('due', 'unknown', 'stuck')",
                        row.id());
            }
        }
    }
}
