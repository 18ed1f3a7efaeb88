package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Due;

/** Reasons to decide anew, left in the transaction of another store. */
final class Evaluations {

    private final Handle handle;
    private final Dialect dialect;

    /** A person and a badge. */
    record Touched(UUID person, String badge) implements Comparable<Touched> {
        @Override
        public int compareTo(Touched other) {
            int byPerson = person.compareTo(other.person);
            return byPerson == 0 ? badge.compareTo(other.badge) : byPerson;
        }
    }

    Evaluations(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /** A mark that no earlier reason had, even one that was concluded and forgotten. */
    static long newMark() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }

    void add(Collection<Touched> touched, Instant now) {
        String sql = "insert into evaluation (person, badge, due, mark) values (:person, :badge, :now, :mark)";
        // sorted: two that touch the same never wait for each other in a circle
        Batches.write(
                handle,
                sql + orSooner(),
                new TreeSet<>(touched),
                (batch, one) -> batch.bind("person", one.person())
                        .bind("badge", one.badge())
                        .bind("now", now)
                        .bind("mark", newMark()));
    }

    /** Everyone with facts on these activities. */
    void decideAnew(String badge, Collection<String> activities, Instant now) {
        decideAnew(badge, activities, now, newMark());
    }

    private void decideAnew(String badge, Collection<String> activities, Instant now, long mark) {
        if (activities.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into evaluation (person, badge, due, mark)
                        select distinct person, :badge, :now, :mark from fact where activity in (<activities>)""" + orSooner())
                .bind("badge", badge)
                .bind("now", now)
                .bind("mark", mark)
                .bindList("activities", List.copyOf(activities))
                .execute();
    }

    /** Everyone with facts on these activities, and everyone who holds the badge; known until then as left by a re-evaluation. */
    void reevaluate(String badge, Collection<String> activities, Instant now) {
        long mark = -newMark();
        decideAnew(badge, activities, now, mark);
        handle.createUpdate("""
                        insert into evaluation (person, badge, due, mark)
                        select person, badge, :now, :mark from award where badge = :badge""" + orSooner())
                .bind("badge", badge)
                .bind("now", now)
                .bind("mark", mark)
                .execute();
    }

    /** How many reasons of re-evaluations are left. Any newer reason takes the place of one. */
    long countReevaluated() {
        return handle.createQuery("select count(*) from evaluation where mark < 0")
                .mapTo(long.class)
                .one();
    }

    /**
     * Takes reasons off the queue, or puts them off until it has to be looked at again. All are marked first, in the order given:
     * who concludes some of the same waits for this one, and then finds another mark.
     *
     * @return for each, whether its reason was the newest
     */
    boolean[] takeOff(List<Conclusion> conclusions) {
        PreparedBatch marks = handle.prepareBatch("""
                update evaluation set due = coalesce(:again, due), mark = :next
                where person = :person and badge = :badge and mark = :mark""");
        conclusions.forEach(one -> marks.bind("person", one.due().person().value())
                .bind("badge", one.due().badge())
                .bind("mark", one.due().mark())
                .bind("next", newMark())
                .bindByType("again", one.lookAgain(), Instant.class)
                .add());
        int[] marked = marks.execute();
        boolean[] ours = new boolean[marked.length];
        List<Due> done = new ArrayList<>();
        for (int i = 0; i < marked.length; i++) {
            ours[i] = marked[i] == 1;
            if (ours[i] && conclusions.get(i).lookAgain() == null) {
                done.add(conclusions.get(i).due());
            }
        }
        Batches.write(
                handle,
                "delete from evaluation where person = :person and badge = :badge",
                done,
                (batch, one) -> batch.bind("person", one.person().value()).bind("badge", one.badge()));
        return ours;
    }

    private String orSooner() {
        return dialect.orChange(
                "person, badge", "due = case when due < new.due then due else new.due end, mark = new.mark");
    }
}
