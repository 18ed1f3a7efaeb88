package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.map.RuleDocuments.Anew;
import org.laurelbridge.rule.Topic;

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

    /** Everyone with facts on its activities, or of whom something is attested about its subjects. */
    void decideAnew(Anew anew, Instant now) {
        if (!anew.activities().isEmpty()) {
            everyone(anew.badge(), "fact where activity in (<of>)", anew.activities(), now);
        }
        Map<Topic, List<String>> subjects = new EnumMap<>(Topic.class);
        anew.subjects()
                .forEach(subject -> subjects.computeIfAbsent(subject.topic(), topic -> new ArrayList<>())
                        .add(subject.name()));
        subjects.forEach((topic, names) -> everyone(
                anew.badge(),
                topic == Topic.HOLDS
                        ? "award where badge in (<of>)"
                        : "attestation where topic = '" + topic.word() + "' and subject in (<of>)",
                names,
                now));
    }

    private void everyone(String badge, String of, Collection<String> named, Instant now) {
        handle.createUpdate(
                        "insert into evaluation (person, badge, due, mark) select distinct person, :badge, :now, :mark"
                                + " from " + of + orSooner())
                .bind("badge", badge)
                .bind("now", now)
                .bind("mark", newMark())
                .bindList("of", List.copyOf(named))
                .execute();
    }

    private String orSooner() {
        return dialect.orChange(
                "person, badge", "due = case when due < new.due then due else new.due end, mark = new.mark");
    }
}
