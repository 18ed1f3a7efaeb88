package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.record.Courses.Course;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.PersonId;

/** The members of one course, within a transaction or a read of another store. */
final class MemberRows {
    private final Handle handle;
    private final Course course;

    MemberRows(Handle handle, Course course) {
        this.handle = handle;
        this.course = course;
    }

    List<Member> list() {
        Map<UUID, Member> members = new TreeMap<>();
        CourseStore.of(handle.createQuery("""
                                select coalesce(root, person) as who, teaches, learns from course_member
                                left join merged_person on merged = person where system = :system and course = :course"""), course)
                .map((rows, context) -> member(rows, Columns.uuid(rows.getBytes("who"))))
                .forEach(member -> members.merge(member.person().value(), member, Member::with));
        return List.copyOf(members.values());
    }

    /** Those of these who are none yet. */
    List<Member> missing(Collection<Member> members) {
        Set<UUID> known = written().keySet();
        return members.stream()
                .filter(member -> !known.contains(member.person().value()))
                .toList();
    }

    /** Adds these, unless others did; returns who of them learns there. */
    List<Member> add(List<Member> some, Dialect dialect, Instant now) {
        insert(some, dialect.orLeave("person"), now);
        return some.stream().filter(Member::learns).toList();
    }

    private Map<UUID, Member> written() {
        Map<UUID, Member> written = new LinkedHashMap<>();
        CourseStore.of(
                        handle.createQuery("select person, teaches, learns from course_member"
                                + " where system = :system and course = :course"),
                        course)
                .map((rows, context) -> member(rows, Columns.uuid(rows.getBytes("person"))))
                .forEach(member -> written.put(member.person().value(), member));
        return written;
    }

    /** Writes what differs; returns who learns there from now on. */
    List<Member> replace(Collection<Member> members, Instant now) {
        Map<UUID, Member> before = written();
        List<Member> joined = new ArrayList<>();
        List<Member> changed = new ArrayList<>();
        for (Member member : members) {
            Member known = before.remove(member.person().value());
            if (known == null) {
                joined.add(member);
            } else if (!known.equals(member)) {
                changed.add(member);
            }
        }
        insert(joined, "", now);
        update(changed);
        delete(before.keySet());
        return Stream.concat(joined.stream(), changed.stream())
                .filter(Member::learns)
                .toList();
    }

    private void insert(List<Member> joined, String orElse, Instant now) {
        Batches.write(
                handle,
                """
                insert into course_member (system, course, person, teaches, learns, since)
                values (:system, :course, :person, :teaches, :learns, :now)""" + orElse,
                joined,
                (batch, member) -> CourseStore.of(batch, course)
                        .bind("person", member.person().value())
                        .bind("teaches", member.teaches() ? 1 : 0)
                        .bind("learns", member.learns() ? 1 : 0)
                        .bind("now", now));
    }

    private void update(List<Member> changed) {
        Batches.write(
                handle,
                """
                update course_member set teaches = :teaches, learns = :learns
                where system = :system and course = :course and person = :person""",
                changed,
                (batch, member) -> CourseStore.of(batch, course)
                        .bind("person", member.person().value())
                        .bind("teaches", member.teaches() ? 1 : 0)
                        .bind("learns", member.learns() ? 1 : 0));
    }

    private void delete(Collection<UUID> gone) {
        Batches.write(
                handle,
                "delete from course_member where system = :system and course = :course and person = :person",
                gone,
                (batch, person) -> CourseStore.of(batch, course).bind("person", person));
    }

    static Member member(ResultSet rows, UUID person) throws SQLException {
        return new Member(new PersonId(person), rows.getInt("teaches") == 1, rows.getInt("learns") == 1);
    }
}
