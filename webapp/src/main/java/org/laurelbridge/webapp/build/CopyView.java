package org.laurelbridge.webapp.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.admin.Stand;
import org.laurelbridge.webapp.build.BuilderView.Option;
import org.laurelbridge.webapp.teach.TeachFrame;

/**
 * Badges of a course that can be copied to another, or what became of them.
 *
 * @param path of this page
 * @param back of the course
 * @param courses where they can be copied to
 * @param badges that the course has
 * @param stand how far it is; null where nothing was asked for
 * @param copied null while that is not known
 */
public record CopyView(
        TeachFrame frame,
        String path,
        String back,
        String title,
        List<Option> courses,
        List<Option> badges,
        @Nullable Stand stand,
        @Nullable CopyJson copied) {

    public boolean isUnderWay() {
        return stand != null && stand.isUnderWay();
    }
}
