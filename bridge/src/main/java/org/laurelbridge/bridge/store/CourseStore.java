package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.record.RosterDoubt;

/** Tables course_roster and course_member. */
public final class CourseStore implements Courses {
    private static final int LONGEST_SYSTEM = 300;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_SUBJECT = 600;
    private static final String SELECT = """
            select system, course, source, subject, title, due_at, read_at, trouble, troubled_at,
              (select count(*) from course_member m where m.system = r.system and m.course = r.course) as members
            from course_roster r\s""";
    private static final String OF = " where system = :system and course = :course";

    private final Database database;
    private final Trail trail;

    public CourseStore(Database database) {
        this(database, Trail.OWN);
    }

    private CourseStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Courses by(Doer doer) {
        return new CourseStore(database, Trail.by(doer));
    }

    @Override
    public List<Source> listSources() {
        return database.read(handle -> handle.createQuery(
                        "select name, due_at, listed_at, trouble from roster_source order by name")
                .map((rows, context) -> new Source(
                        rows.getString("name"),
                        Columns.instant(rows.getLong("due_at")),
                        Columns.instantOrNull(rows, "listed_at"),
                        rows.getString("trouble")))
                .list());
    }

    @Override
    public boolean isListDue(String source, Instant now) {
        return listSources().stream()
                .noneMatch(one -> one.name().equals(source) && one.dueAt().isAfter(now));
    }

    @Override
    public void list(String source, Collection<Listed> courses, Instant now, Instant dueAt) {
        Map<Course, Listed> listed = new LinkedHashMap<>();
        courses.stream().filter(CourseStore::fits).forEach(one -> listed.putIfAbsent(one.course(), one));
        database.change(handle -> {
            put(handle, source, "listed_at = new.listed_at, trouble = null", now, null, dueAt);
            Map<Course, Listed> fresh = new LinkedHashMap<>(listed);
            for (Standing one : of(handle, source)) {
                if (listed.containsKey(one.course())) {
                    fresh.remove(one.course(), new Listed(one.course(), one.subject(), one.title()));
                } else {
                    forget(handle, one.course());
                }
            }
            insert(handle, source, fresh.values());
        });
    }

    @Override
    public void forget(String source) {
        database.change(handle -> {
            of(handle, source).forEach(one -> forget(handle, one.course()));
            handle.execute("delete from roster_source where name = ?", source);
        });
    }

    private static List<Standing> of(Handle handle, String source) {
        return handle.createQuery(SELECT + "where source = :source order by system, course")
                .bind("source", source)
                .map((rows, context) -> standing(rows))
                .list();
    }

    @Override
    public void give(Course course, String source) {
        database.change(handle -> of(handle.createUpdate("update course_roster set source = :source" + OF), course)
                .bind("source", source)
                .execute());
    }

    private void insert(Handle handle, String source, Collection<Listed> fresh) {
        Batches.write(
                handle,
                "insert into course_roster (system, course, source, subject, title, due_at)"
                        + " values (:system, :course, :source, :subject, :title, 0)"
                        + database.dialect()
                                .orChange(
                                        "system, course",
                                        "title = case when source = new.source then new.title else title end"),
                fresh,
                (batch, one) -> of(batch, one.course())
                        .bind("source", source)
                        .bind("subject", one.subject())
                        .bind("title", one.title()));
    }

    @Override
    public void unlisted(String source, String trouble, Instant dueAt) {
        database.change(handle -> put(handle, source, "trouble = new.trouble", null, trouble, dueAt));
    }

    private void put(
            Handle handle,
            String source,
            String change,
            @Nullable Instant listedAt,
            @Nullable String trouble,
            Instant dueAt) {
        handle.createUpdate("insert into roster_source (name, due_at, listed_at, trouble)"
                        + " values (:name, :due, :listed, :trouble)"
                        + database.dialect().orChange("name", "due_at = new.due_at, " + change))
                .bind("name", source)
                .bind("due", dueAt)
                .bindByType("listed", listedAt, Instant.class)
                .bind("trouble", trouble)
                .execute();
    }

    private static boolean fits(Listed one) {
        return one.course().system().length() <= LONGEST_SYSTEM
                && one.course().id().length() <= LONGEST_ID
                && one.subject().length() <= LONGEST_SUBJECT;
    }

    private static void forget(Handle handle, Course course) {
        of(handle.createUpdate("delete from course_member" + OF), course).execute();
        of(handle.createUpdate("delete from course_roster" + OF), course).execute();
    }

    @Override
    public List<Standing> list() {
        return database.read(handle -> handle.createQuery(SELECT + "order by system, title, course")
                .map((rows, context) -> standing(rows))
                .list());
    }

    @Override
    public List<Standing> listDue(String source, Instant now) {
        return database.read(handle -> handle.createQuery(
                        SELECT + "where source = :source and due_at <= :now order by due_at, course")
                .bind("source", source)
                .bind("now", now)
                .map((rows, context) -> standing(rows))
                .list());
    }

    @Override
    public boolean readSoon(Course course) {
        return database.write(handle -> of(handle.createUpdate("update course_roster set due_at = 0" + OF), course)
                        .execute()
                == 1);
    }

    @Override
    public boolean believe(Course course) {
        return database.write(handle -> {
            boolean isDoubted = of(
                                    handle.createUpdate("update course_roster set due_at = 0, troubled_at = 0" + OF
                                            + " and trouble in (<doubts>)"),
                                    course)
                            .bindList("doubts", RosterDoubt.allWords())
                            .execute()
                    == 1;
            if (isDoubted) {
                trail.record(handle, Change.of("roster.believed", "course", course.system() + " " + course.id()));
            }
            return isDoubted;
        });
    }

    @Override
    public void replace(Course course, Collection<Member> members, Instant now, Instant dueAt) {
        // a great course that is new is not one long commit: most are added before the list is made just this
        List<List<Member>> parts =
                Batches.parts(database.read(handle -> new MemberRows(handle, course).missing(members)));
        parts.stream().skip(1).forEach(some -> add(course, some, now));
        database.lookAndWrite(handle -> {
            // whoever places a badge in the course meanwhile waits, and then finds who learns there
            new PeopleRows(handle).stopJoining(database.dialect());
            int here = of(
                            handle.createUpdate(
                                    "update course_roster set read_at = :now, due_at = :due, trouble = null,"
                                            + " troubled_at = null" + OF),
                            course)
                    .bind("now", now)
                    .bind("due", dueAt)
                    .execute();
            if (here == 1) {
                List<Member> learners = new MemberRows(handle, course).replace(members, now);
                new Evaluations(handle, database.dialect()).enter(learners, course, now);
            }
            return here;
        });
    }

    private void add(Course course, List<Member> some, Instant now) {
        database.lookAndWrite(handle -> {
            new PeopleRows(handle).stopJoining(database.dialect());
            boolean isThere = of(handle.createQuery("select 1 from course_roster" + OF), course)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (isThere) {
                List<Member> learners = new MemberRows(handle, course).add(some, database.dialect(), now);
                new Evaluations(handle, database.dialect()).enter(learners, course, now);
            }
            return isThere;
        });
    }

    @Override
    public void troubled(Course course, String trouble, Instant now, Instant dueAt) {
        database.change(handle -> of(
                        handle.createUpdate(
                                // in this order: MySQL reads what it has written
                                "update course_roster set troubled_at = case when trouble = :trouble then troubled_at"
                                        + " else :now end, trouble = :trouble, due_at = :due" + OF),
                        course)
                .bind("trouble", trouble)
                .bind("now", now)
                .bind("due", dueAt)
                .execute());
    }

    @Override
    public List<Member> members(Course course) {
        return database.read(handle -> new MemberRows(handle, course).list());
    }

    @Override
    public List<Membership> list(PersonId person) {
        return database.read(handle -> {
            List<UUID> group = new MergedPeople(handle).group(person.value());
            Map<Course, Membership> found = new LinkedHashMap<>();
            handle.createQuery("""
                            select m.system, m.course, r.title, m.teaches, m.learns, m.since from course_member m
                            left join course_roster r on r.system = m.system and r.course = m.course
                            where m.person in (<people>) order by r.title, m.system, m.course, m.since""")
                    .bindList("people", group)
                    .map((rows, context) -> new Membership(
                            course(rows),
                            rows.getString("title"),
                            MemberRows.member(rows, group.get(0)),
                            Columns.instant(rows.getLong("since"))))
                    .forEach(one -> found.merge(one.course(), one, CourseStore::both));
            return List.copyOf(found.values());
        });
    }

    private static Membership both(Membership earlier, Membership later) {
        Member both = earlier.member().with(later.member());
        return new Membership(earlier.course(), earlier.title(), both, earlier.since());
    }

    static <S extends SqlStatement<S>> S of(S statement, Course course) {
        return statement.bind("system", course.system()).bind("course", course.id());
    }

    private static Course course(ResultSet rows) throws SQLException {
        return new Course(rows.getString("system"), rows.getString("course"));
    }

    private static Standing standing(ResultSet rows) throws SQLException {
        return new Standing(
                course(rows),
                rows.getString("source"),
                rows.getString("subject"),
                rows.getString("title"),
                rows.getInt("members"),
                Columns.instant(rows.getLong("due_at")),
                Columns.instantOrNull(rows, "read_at"),
                rows.getString("trouble"),
                Columns.instantOrNull(rows, "troubled_at"));
    }
}
