package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Workshop;
import org.laurelbridge.bridge.map.RuleDocuments.Built;

/** Tables rule_draft, course_badge and plan_course. */
public final class WorkshopStore implements Workshop {
    private final Database database;
    private final Trail trail;

    public WorkshopStore(Database database) {
        this(database, Trail.OWN);
    }

    private WorkshopStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Workshop by(Doer doer) {
        return new WorkshopStore(database, Trail.by(doer));
    }

    @Override
    public Optional<Draft> find(UUID account, String badge) {
        return database.read(handle -> handle.createQuery(
                        "select badge, text, changed from rule_draft where account = :account and badge = :badge")
                .bind("account", account)
                .bind("badge", badge)
                .map((rows, context) -> draft(rows))
                .findOne());
    }

    @Override
    public List<Draft> list(UUID account) {
        return database.read(handle -> handle.createQuery(
                        "select badge, text, changed from rule_draft where account = :account order by changed desc, badge")
                .bind("account", account)
                .map((rows, context) -> draft(rows))
                .list());
    }

    private static Draft draft(ResultSet rows) throws SQLException {
        return new Draft(rows.getString("badge"), rows.getString("text"), Columns.instant(rows.getLong("changed")));
    }

    @Override
    public void keep(UUID account, Draft draft) {
        database.change(handle -> {
            handle.createUpdate("""
                        insert into rule_draft (account, badge, text, changed)
                        values (:account, :badge, :text, :changed)"""
                            + database.dialect().orChange("account, badge", "text = new.text, changed = new.changed"))
                    .bind("account", account)
                    .bind("badge", draft.badge())
                    .bind("text", draft.text())
                    .bind("changed", draft.changed())
                    .execute();
            trail.record(handle, Change.of("rule.draft", "badge", draft.badge()));
        });
    }

    @Override
    public boolean copy(UUID account, Draft draft) {
        return database.lookAndWrite(handle -> {
            if (isChanged(handle, account, draft.badge())) {
                return false;
            }
            handle.createUpdate("""
                        insert into rule_draft (account, badge, text, changed, copied)
                        values (:account, :badge, :text, :changed, :copied)"""
                            + database.dialect()
                                    .orChange(
                                            "account, badge",
                                            "text = new.text, changed = new.changed, copied = new.copied"))
                    .bind("account", account)
                    .bind("badge", draft.badge())
                    .bind("text", draft.text())
                    .bind("changed", draft.changed())
                    .bind("copied", Fingerprint.of(draft.text()))
                    .execute();
            trail.record(handle, Change.of("rule.draft", "badge", draft.badge()));
            return true;
        });
    }

    private boolean isChanged(Handle handle, UUID account, String badge) {
        return handle.createQuery("select text, copied from rule_draft where account = :account and badge = :badge"
                        + database.dialect().lockForUpdate())
                .bind("account", account)
                .bind("badge", badge)
                .map((rows, context) -> !Arrays.equals(Fingerprint.of(rows.getString("text")), rows.getBytes("copied")))
                .findOne()
                .orElse(false);
    }

    @Override
    public void forget(UUID account, String badge) {
        database.change(handle -> {
            if (handle.execute("delete from rule_draft where account = ? and badge = ?", account, badge) > 0) {
                trail.record(handle, Change.of("rule.draft-forgotten", "badge", badge));
            }
        });
    }

    @Override
    public Optional<Course> course(String badge) {
        return database.read(handle -> handle.createQuery("select site, course from course_badge where badge = :badge")
                .bind("badge", badge)
                .map((rows, context) -> new Course(rows.getString("site"), rows.getString("course")))
                .findOne());
    }

    @Override
    public Set<String> badges(Course course) {
        return database.read(
                handle -> handle.createQuery("select badge from course_badge where course = :course and site = :site")
                        .bind("course", course.id())
                        .bind("site", course.system())
                        .mapTo(String.class)
                        .set());
    }

    @Override
    public void plan(Planned planned) {
        database.change(handle -> {
            int asked = handle.createUpdate("""
                        insert into plan_course (plan, badge, site, course)
                        select :plan, :badge, :site, :course from (select 1 as one) single
                        where not exists (select 1 from plan_course where plan = :plan)""")
                    .bind("plan", planned.plan())
                    .bind("badge", planned.badge())
                    .bind("site", planned.course().system())
                    .bind("course", planned.course().id())
                    .execute();
            if (asked > 0) {
                trail.record(
                        handle,
                        Change.of("rule.planned", "plan", planned.plan()).to("badge", planned.badge()));
            }
        });
    }

    @Override
    public Optional<Planned> planned(long plan) {
        return database.read(handle -> handle.createQuery("select * from plan_course where plan = :plan")
                .bind("plan", plan)
                .map((rows, context) -> planned(rows))
                .findOne());
    }

    @Override
    public List<Planned> plans(Course course, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select * from plan_course where course = :course and site = :site
                        order by plan desc limit :limit""")
                .bind("course", course.id())
                .bind("site", course.system())
                .bind("limit", limit)
                .map((rows, context) -> planned(rows))
                .list());
    }

    @Override
    public List<Planned> plans(String badge) {
        return database.read(handle -> handle.createQuery("""
                        select p.* from plan_course p join rule_plan r on r.id = p.plan
                        where p.badge = :badge and r.state = 'open' order by p.plan desc""")
                .bind("badge", badge)
                .map((rows, context) -> planned(rows))
                .list());
    }

    private static Planned planned(ResultSet rows) throws SQLException {
        return new Planned(
                rows.getLong("plan"),
                rows.getString("badge"),
                new Course(rows.getString("site"), rows.getString("course")));
    }

    @Override
    public void give(String badge, Course course) {
        database.change(handle -> new CourseBadges(handle, trail).give(new Built(badge, course.system(), course.id())));
    }
}
