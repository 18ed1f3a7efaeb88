package org.laurelbridge.webapp.build;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.webapp.session.ReturnPath;

/**
 * Where somebody builds.
 *
 * @param base of the addresses of its rules
 * @param back where one came from
 * @param taught the course; null where every badge may be built
 */
record Ground(String base, String back, @Nullable Taught taught) {
    static final Ground EVERYWHERE = new Ground("/admin/rules", "/admin/badges", null);

    /** The page of a badge's rule. */
    String of(String badge) {
        return base + "/" + ReturnPath.encoded(badge);
    }
}
