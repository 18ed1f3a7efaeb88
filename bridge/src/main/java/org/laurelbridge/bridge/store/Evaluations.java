package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Due;
import org.laurelbridge.bridge.deliver.LineItems;
import org.laurelbridge.bridge.map.RuleDocuments.Anew;
import org.laurelbridge.bridge.record.Courses.Course;
import org.laurelbridge.bridge.record.Courses.Member;
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

    /** For whoever was merged, who stands for them; nobody may be merged meanwhile. */
    void add(Collection<Touched> touched, Instant now) {
        String sql = "insert into evaluation (person, badge, due, mark) values (:person, :badge, :now, :mark)";
        Map<UUID, UUID> roots = new MergedPeople(handle)
                .roots(touched.stream().map(Touched::person).toList());
        // sorted: two that touch the same never wait for each other in a circle
        TreeSet<Touched> sorted = new TreeSet<>();
        touched.forEach(one -> sorted.add(new Touched(roots.getOrDefault(one.person(), one.person()), one.badge())));
        Batches.write(
                handle,
                sql + orSooner(),
                sorted,
                (batch, one) -> batch.bind("person", one.person())
                        .bind("badge", one.badge())
                        .bind("now", now)
                        .bind("mark", newMark()));
        news(sorted);
    }

    /** Pages of these people that are open somewhere are told that something moved. */
    private void news(Collection<Touched> sorted) {
        Batches.write(
                handle,
                "insert into person_news (person, number) values (:person, 1)"
                        + dialect.orChange("person", "number = person_news.number + 1"),
                sorted.stream().map(Touched::person).distinct().toList(),
                (batch, person) -> batch.bind("person", person));
    }

    /** Every badge in force, for these people, and what was approved under these names. */
    void decideAllAnew(Collection<UUID> people, Collection<String> names, Instant now) {
        List<String> badges = handle.createQuery(
                        "select distinct name from rule_document where kind = 'badge' and in_force = 1")
                .mapTo(String.class)
                .list();
        List<Touched> touched = approved(names);
        people.forEach(person -> badges.forEach(badge -> touched.add(new Touched(person, badge))));
        add(touched, now);
    }

    /** Whose approvals these are is known otherwise: two may be of one person now, or of two again. */
    private List<Touched> approved(Collection<String> names) {
        return new ArrayList<>(handle.createQuery(
                        "select distinct person, subject from attestation where topic = :topic and said_by in (<names>)")
                .bind("topic", Topic.APPROVED.word())
                .bindList("names", List.copyOf(names))
                .map((rows, context) -> new Touched(Columns.uuid(rows.getBytes("person")), rows.getString("subject")))
                .list());
    }

    /** Everyone with facts on its activities, or of whom something is attested about its subjects; nobody may be merged meanwhile. */
    void decideAnew(Anew anew, Instant now) {
        decideAnew(anew, now, newMark());
    }

    private void decideAnew(Anew anew, Instant now, long mark) {
        if (!anew.activities().isEmpty()) {
            everyone(anew.badge(), "fact", "activity in (<of>)", anew.activities(), now, mark);
        }
        Map<Topic, List<String>> subjects = new EnumMap<>(Topic.class);
        anew.subjects()
                .forEach(subject -> subjects.computeIfAbsent(subject.topic(), topic -> new ArrayList<>())
                        .add(subject.name()));
        subjects.forEach((topic, names) -> {
            boolean held = topic == Topic.HOLDS;
            String which = held ? "badge in (<of>)" : "topic = '" + topic.word() + "' and subject in (<of>)";
            everyone(anew.badge(), held ? "award" : "attestation", which, names, now, mark);
        });
    }

    private void everyone(String badge, String table, String which, Collection<String> named, Instant now, long mark) {
        handle.createUpdate("insert into evaluation (person, badge, due, mark)"
                        + " select distinct coalesce(root, person), :badge, :now, :mark"
                        + " from " + table + " left join merged_person on merged = person where " + which + orSooner())
                .bind("badge", badge)
                .bind("now", now)
                .bind("mark", mark)
                .bindList("of", List.copyOf(named))
                .execute();
    }

    /** A badge stands in a course: everyone who learns there; nobody may be merged meanwhile. */
    void learners(LearnerCourses.Course course, String badge, Instant now) {
        add(
                new LearnerCourses(handle)
                        .learners(course).stream()
                                .map(learner -> new Touched(learner, badge))
                                .toList(),
                now);
    }

    /** What a badge is worth in a course changed: everyone who has a grade for it there; nobody may be merged meanwhile. */
    void graded(LineItems.Key column, Instant now) {
        add(
                handle
                        .createQuery("""
                                select distinct a.person from award a join delivery d on d.award = a.id and d.lane = 0
                                where a.badge = :badge and d.target = :target and d.course = :course""")
                        .bind("badge", column.badge())
                        .bind("target", column.target())
                        .bind("course", column.course())
                        .mapTo(UUID.class)
                        .stream()
                        .map(person -> new Touched(person, column.badge()))
                        .toList(),
                now);
    }

    /** These learn in a course of an LMS from now on: every badge that stands there; nobody may be merged meanwhile. */
    void enter(Collection<Member> learners, Course course, Instant now) {
        Set<String> badges =
                learners.isEmpty() ? Set.of() : new LearnerCourses(handle).badges(course.system(), course.id());
        add(
                badges.stream()
                        .flatMap(badge -> learners.stream()
                                .map(member -> new Touched(member.person().value(), badge)))
                        .toList(),
                now);
    }

    /** Somebody learns in a course from now on: every badge that stands there; nobody may be merged meanwhile. */
    void enters(UUID person, UUID platform, String course, Instant now) {
        add(
                handle
                        .createQuery("select distinct badge from lti_placement"
                                + " where platform = :platform and course = :course")
                        .bind("platform", platform)
                        .bind("course", course)
                        .mapTo(String.class)
                        .stream()
                        .map(badge -> new Touched(person, badge))
                        .toList(),
                now);
    }

    /**
     * Somebody is who comes in by an account: every badge that stands where it learns, and what was approved by it; nobody may be
     * merged meanwhile.
     */
    void learns(UUID person, UUID account) {
        Set<String> badges = new LinkedHashSet<>(handle.createQuery("""
                        select distinct p.badge from lti_course_role r
                        join lti_placement p on p.platform = r.platform and p.course = r.course
                        where r.account = :account and r.teaches = 0""")
                .bind("account", account)
                .mapTo(String.class)
                .list());
        List<Touched> touched = approved(List.of(Speakers.name(account)));
        badges.forEach(badge -> touched.add(new Touched(person, badge)));
        // due since ever: whoever links them has no clock
        add(touched, Instant.EPOCH);
    }

    /** As {@link #decideAnew(Anew, Instant)}, and everyone who holds the badge; known until then as left by a re-evaluation. */
    void reevaluate(Anew anew, Instant now) {
        long mark = -newMark();
        decideAnew(anew, now, mark);
        everyone(anew.badge(), "award", "badge in (<of>)", List.of(anew.badge()), now, mark);
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
