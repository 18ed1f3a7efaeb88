package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.lti.CourseRoles;

/** Who teaches where. */
public final class CourseRoleStore implements CourseRoles {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TITLE = 500;

    private final Database database;

    public CourseRoleStore(Database database) {
        this.database = database;
    }

    @Override
    public void see(CourseRole role, Instant now) {
        if (role.course().length() > LONGEST_ID) {
            return;
        }
        String title = role.title().map(CourseRoleStore::cut).orElse(null);
        database.change(handle -> handle.createUpdate("""
                        insert into lti_course_role (account, platform, course, title, teaches, seen)
                        values (:account, :platform, :course, :title, :teaches, :now)"""
                        + database.dialect()
                                .orChange(
                                        "account, platform, course",
                                        "title = new.title, teaches = new.teaches, seen = new.seen"))
                .bind("account", role.account())
                .bind("platform", role.platform())
                .bind("course", role.course())
                .bind("title", title)
                .bind("teaches", role.teaches() ? 1 : 0)
                .bind("now", now)
                .execute());
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

    private static String cut(String title) {
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
}
