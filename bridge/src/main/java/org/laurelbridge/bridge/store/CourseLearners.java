package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.laurelbridge.bridge.lti.Classes.Course;

/**
 * A {@code select} of who learns in a course, by whom they are known now, to stand in brackets: by its roster, and where none was read by
 * who came in.
 */
record CourseLearners(String select, Course course, List<UUID> platforms) {
    private static final String ROSTERED = """
            select coalesce(m.root, c.person) from course_member c left join merged_person m on m.merged = c.person
            where c.system = :system and c.course = :course and c.learns = 1""";
    private static final String LAUNCHED = """
            select coalesce(m.root, a.learner) from lti_course_role r join account a on a.id = r.account
            left join merged_person m on m.merged = a.learner
            where r.platform in (<platforms>) and r.course = :course and r.teaches = 0 and a.learner is not null""";

    /** @param platforms of its system; never empty */
    static CourseLearners of(Handle handle, Course course, List<UUID> platforms) {
        return new CourseLearners(isRostered(handle, course) ? ROSTERED : LAUNCHED, course, platforms);
    }

    static boolean isRostered(Handle handle, Course course) {
        return handle.createQuery("""
                        select count(*) from course_roster
                        where system = :system and course = :course and read_at is not null""")
                        .bind("system", course.system())
                        .bind("course", course.id())
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        statement.bind("course", course.id());
        return select.equals(ROSTERED)
                ? statement.bind("system", course.system())
                : statement.bindList("platforms", platforms);
    }

    /** Whether one of these people, who are one, is among them. */
    boolean has(Handle handle, List<UUID> people) {
        String narrowed = select + (select.equals(ROSTERED) ? " and c.person" : " and a.learner") + " in (<people>)";
        return bind(handle.createQuery("select count(*) from (" + narrowed + ") these"))
                        .bindList("people", people)
                        .mapTo(int.class)
                        .one()
                > 0;
    }
}
