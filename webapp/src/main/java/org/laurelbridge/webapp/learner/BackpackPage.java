package org.laurelbridge.webapp.learner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.server.Moment;

/**
 * One backpack of a learner.
 *
 * @param path of this page
 * @param lost why it must be connected again; null while it works
 * @param isOld whether its host takes Open Badges 2.0
 */
public record BackpackPage(
        MyFrame frame,
        String path,
        String name,
        String host,
        @Nullable String lost,
        boolean isOld,
        boolean all,
        boolean fresh,
        List<Line> lines) {

    /**
     * A badge.
     *
     * @param award its id
     * @param state the key of it
     * @param tone {@code good}, {@code bad} or {@code open}
     * @param next when it is tried again; null when it is not
     * @param trouble what the host said; null for nothing
     * @param canSend whether it stands, so that it can be sent
     */
    public record Line(
            String award,
            String title,
            String state,
            String tone,
            @Nullable Moment next,
            @Nullable String trouble,
            boolean canSend) {}
}
