package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The courses of platforms that somebody learns in, within a transaction or a read of another store. */
final class LearnerCourses {
    private final Handle handle;

    /** @param id the platform's id of the context */
    record Course(UUID platform, String id) {}

    LearnerCourses(Handle handle) {
        this.handle = handle;
    }

    /** Of a person, and of who is one with them: by what platforms said when they came in. */
    List<Course> of(UUID person) {
        return handle.createQuery("""
                        select distinct r.platform, r.course from account a join lti_course_role r on r.account = a.id
                        where a.learner in (<people>) and r.teaches = 0""")
                .bindList("people", new MergedPeople(handle).group(person))
                .map((rows, context) ->
                        new Course(Columns.uuid(rows.getBytes("platform")), rows.getString("course")))
                .list();
    }
}
