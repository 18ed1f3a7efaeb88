package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.PersonId;

/** Tables course_roster and course_member. */
public final class CourseStore implements Courses {
    private static final int LONGEST_SYSTEM = 300;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TITLE = 500;
    private static final String SELECT = """
            select system, course, source, title, due_at, read_at, trouble,
              (select count(*) from course_member m where m.system = r.system and m.course = r.course) as members
            from course_roster r """;
    private static final String OF = " where system = :system and course = :course";

    private final Database database;

    public CourseStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Course> list(String source, Collection<Listed> courses) {
        Map<Course, Listed> listed = new LinkedHashMap<>();
        courses.stream().filter(one -> fits(one.course())).forEach(one -> listed.putIfAbsent(one.course(), one));
        return database.write(handle -> {
            List<Course> gone = new ArrayList<>(handle.createQuery(SELECT + "where source = :source")
                    .bind("source", source)
                    .map((rows, context) -> standing(rows).course())
                    .list());
            gone.removeAll(listed.keySet());
            gone.forEach(course -> forget(handle, course));
            Batches.write(
                    handle,
                    "insert into course_roster (system, course, source, title, due_at)"
                            + " values (:system, :course, :source, :title, 0)"
                            + database.dialect()
                                    .orChange(
                                            "system, course",
                                            "title = case when source = new.source then new.title else title end"),
                    listed.values(),
                    (batch, one) -> of(batch, one.course()).bind("source", source).bind("title", cut(one.title())));
            return gone;
        });
    }

    private static boolean fits(Course course) {
        return course.system().length() <= LONGEST_SYSTEM && course.id().length() <= LONGEST_ID;
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
        return database.read(
                handle -> handle.createQuery(SELECT + "where source = :source and due_at <= :now order by due_at, course")
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
    public void replace(Course course, Collection<Member> members, Instant now, Instant dueAt) {
        database.lookAndWrite(handle -> {
            // whoever places a badge in the course meanwhile waits, and then finds who learns there
            new PeopleRows(handle).stopJoining(database.dialect());
            int here = of(
                            handle.createUpdate("update course_roster set read_at = :now, due_at = :due, trouble = null"
                                    + OF),
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

    @Override
    public void troubled(Course course, String trouble, Instant now, Instant dueAt) {
        database.change(handle -> of(
                        handle.createUpdate(
                                "update course_roster set trouble = :trouble, troubled_at = :now, due_at = :due" + OF),
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
        Member both = MemberRows.both(earlier.member(), later.member());
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
                rows.getString("title"),
                rows.getInt("members"),
                Columns.instant(rows.getLong("due_at")),
                Columns.instantOrNull(rows, "read_at"),
                rows.getString("trouble"));
    }

    private static @Nullable String cut(@Nullable String title) {
        return title == null || title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }
}
