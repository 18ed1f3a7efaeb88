package org.laurelbridge.bridge.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.map.RuleDocuments.Against;
import org.laurelbridge.bridge.map.RuleDocuments.Built;
import org.laurelbridge.bridge.map.RuleDocuments.Draft;

/** Rows of table course_badge. A badge that was never in force is of nobody: whoever puts it in force has it. */
final class CourseBadges {
    private final Handle handle;
    private final Trail trail;

    CourseBadges(Handle handle, Trail trail) {
        this.handle = handle;
        this.trail = trail;
    }

    /** Before these come into force: that somebody else had one of them wait, or refused, says nothing any more. */
    void forget(List<Draft> documents) {
        List<String> badges = documents.stream()
                .filter(document -> document.kind().equals("badge"))
                .map(Draft::name)
                .toList();
        if (!badges.isEmpty()) {
            handle.createUpdate("""
                            delete from course_badge where badge in (<badges>) and not exists (
                              select 1 from rule_document d where d.kind = 'badge' and d.name = course_badge.badge)""").bindList("badges", badges).execute();
        }
    }

    /** What came into force belongs to the course that it was built in; that of a plan to the plan's. */
    void give(@Nullable Against against) {
        if (against == null) {
            return;
        }
        if (against.plan() != null) {
            handle.createQuery("select badge, site, course from plan_course where plan = :plan")
                    .bind("plan", against.plan())
                    .map((rows, context) ->
                            new Built(rows.getString("badge"), rows.getString("site"), rows.getString("course")))
                    .list()
                    .forEach(this::give);
        }
        if (against.built() != null) {
            give(against.built());
        }
    }

    /** Unless it belongs to a course already. */
    void give(Built built) {
        int given = handle.createUpdate("""
                        insert into course_badge (badge, site, course)
                        select :badge, :site, :course from (select 1 as one) single
                        where not exists (select 1 from course_badge where badge = :badge)""").bindMethods(built).execute();
        if (given > 0) {
            trail.record(
                    handle, Change.of("badge.course", "badge", built.badge()).to("course", built.course()));
        }
    }
}
