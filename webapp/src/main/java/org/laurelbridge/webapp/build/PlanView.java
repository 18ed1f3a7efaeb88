package org.laurelbridge.webapp.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.map.RuleChange;
import org.laurelbridge.webapp.admin.Frame;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.teach.TeachFrame;

/**
 * What a change of rules would do to awards, and a person's word on it.
 *
 * @param admin what is around it; null for an instructor
 * @param teach the same for an instructor; null for an administrator
 * @param course of whose rule it is; null for another
 * @param changes of documents; empty when they cannot be told any more
 */
public record PlanView(
        @Nullable Frame admin,
        @Nullable TeachFrame teach,
        Line line,
        @Nullable String course,
        boolean mayAccept,
        boolean mayDrop,
        List<RuleChange> changes,
        Part part) {

    /** All plans that somebody may see. */
    public record All(@Nullable Frame admin, @Nullable TeachFrame teach, List<Line> waiting, List<Line> ended) {}

    /** Where a plan stands. */
    public enum Standing {
        OPEN,
        /** Other rules came in force. */
        OUTDATED,
        ACCEPTED,
        DROPPED
    }

    /**
     * A plan in a line.
     *
     * @param ended null while it waits
     */
    public record Line(
            long id,
            String path,
            List<String> titles,
            Standing standing,
            Moment made,
            @Nullable Moment ended,
            long gains,
            long losses,
            long moves) {

        public String tone() {
            return switch (standing) {
                case OPEN -> "open";
                case ACCEPTED -> "good";
                case OUTDATED, DROPPED -> "bad";
            };
        }
    }

    /**
     * Some effects.
     *
     * @param page from 1 on
     * @param elsewhere how many concern people of whom the reader is told no more
     */
    public record Part(List<Row> rows, int page, boolean hasNext, int elsewhere) {}

    /**
     * What happens to somebody's badge.
     *
     * @param name null for who is nobody yet
     * @param why in English
     */
    public record Row(
            Effect.What what,
            String badge,
            int version,
            @Nullable String name,
            String path,
            Moment at,
            String why) {}

    public String csrf() {
        return admin != null ? admin.csrf() : teach == null ? "" : teach.csrf();
    }
}
