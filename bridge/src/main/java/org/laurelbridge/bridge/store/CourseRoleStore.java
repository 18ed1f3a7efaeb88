package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.lti.CourseRoles;

/** Who teaches where. */
public final class CourseRoleStore implements CourseRoles {
    private static final int LONGEST_ID = 255;

    private final Database database;

    public CourseRoleStore(Database database) {
        this.database = database;
    }

    @Override
    public void see(CourseRole role, Instant now) {
        if (role.course().length() > LONGEST_ID) {
            return;
        }
        boolean isNew = list(role.account()).stream()
                .noneMatch(known -> known.platform().equals(role.platform())
                        && known.course().equals(role.course())
                        && known.teaches() == role.teaches());
        database.change(handle -> {
            if (isNew && !role.teaches()) {
                enter(handle, role, now);
            }
            put(handle, role, now);
        });
    }

    /** Badges that stand in the course are looked at anew for who learns there from now on. */
    private void enter(Handle handle, CourseRole role, Instant now) {
        new PeopleRows(handle).stopJoining(database.dialect());
        handle.createQuery("select learner from account where id = :account and learner is not null")
                .bind("account", role.account())
                .mapTo(UUID.class)
                .findOne()
                .ifPresent(learner -> new Evaluations(handle, database.dialect())
                        .enters(learner, role.platform(), role.course(), now));
    }

    private void put(Handle handle, CourseRole role, Instant now) {
        handle.createUpdate("""
                        insert into lti_course_role (account, platform, course, title, teaches, seen)
                        values (:account, :platform, :course, :title, :teaches, :now)"""
                        + database.dialect()
                                .orChange(
                                        "account, platform, course",
                                        "title = new.title, teaches = new.teaches, seen = new.seen"))
                .bind("account", role.account())
                .bind("platform", role.platform())
                .bind("course", role.course())
                .bind("title", role.title().orElse(null))
                .bind("teaches", role.teaches() ? 1 : 0)
                .bind("now", now)
                .execute();
    }

    @Override
    public List<CourseRole> list(UUID account) {
        return database.read(handle -> handle.createQuery("""
                        select platform, course, title, teaches from lti_course_role
                        where account = :account order by title, course""")
                .bind("account", account)
                .map((rows, context) -> new CourseRole(
                        account,
                        Columns.uuid(rows.getBytes("platform")),
                        rows.getString("course"),
                        Optional.ofNullable(rows.getString("title")),
                        rows.getInt("teaches") == 1))
                .list());
    }
}
