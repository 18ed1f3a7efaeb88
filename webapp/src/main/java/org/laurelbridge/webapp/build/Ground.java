package org.laurelbridge.webapp.build;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.map.RuleDocuments.Built;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.teach.CourseAddress;

/**
 * Where somebody builds.
 *
 * @param base of the addresses of its rules
 * @param back where one came from
 * @param taught the course; null where every badge may be built
 */
record Ground(String base, String back, @Nullable Taught taught) {
    static final Ground EVERYWHERE = new Ground("/admin/rules", "/admin/badges", null);

    /** A badge that is built there; null where it belongs to no course. */
    @Nullable
    Built built(String badge) {
        return taught == null
                ? null
                : new Built(badge, taught.course().system(), taught.course().id());
    }

    /** The page of a run. */
    String run(UUID run) {
        return (taught == null ? RunServlet.EVERYWHERE : RunServlet.TAUGHT) + "/" + run;
    }

    /** The page of a plan. */
    String plan(long plan) {
        return (taught == null ? "/admin/plans/" : "/teach/plans/") + plan;
    }

    /** Who of the course has a badge; null where it is no course. */
    @Nullable
    String holders(String badge) {
        return taught == null ? null : CourseAddress.holders(taught.course(), badge);
    }

    /** The page of a badge's rule. */
    String of(String badge) {
        return base + "/" + ReturnPath.encoded(badge);
    }
}
