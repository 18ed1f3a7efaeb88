package org.laurelbridge.webapp.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.run.Runs.Listed;
import org.laurelbridge.webapp.admin.Frame;
import org.laurelbridge.webapp.admin.Stand;
import org.laurelbridge.webapp.build.BuildDesk.Saved;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.teach.TeachFrame;

/**
 * Something that takes a while, and what came of it.
 *
 * @param admin what is around it; null for an instructor
 * @param teach the same for an instructor; null for an administrator
 * @param title of the badge
 * @param back where one goes on with the rule as it was asked about
 * @param sentence what the rule asks for; null when that cannot be said any more
 * @param underway for whom a new version is; null for the first
 * @param refused why it is not in force; null where that is not told
 * @param told whom it would concern; null while that is not known
 */
public record RunView(
        @Nullable Frame admin,
        @Nullable TeachFrame teach,
        String title,
        String back,
        @Nullable String sentence,
        @Nullable Underway underway,
        Stand stand,
        Saved.@Nullable Refused refused,
        @Nullable Told told) {

    /**
     * Whom a rule would concern.
     *
     * @param people how many were asked
     * @param shown the list that is shown
     */
    public record Told(
            long people, List<Tab> tabs, Listed shown, List<Row> rows, List<TrialJson.Touched> others, Part part) {
        /** The list that is shown. */
        public Tab tab() {
            return tabs.stream().filter(tab -> tab.list() == shown).findFirst().orElseThrow();
        }
    }

    /**
     * One of the lists.
     *
     * @param elsewhere how many are on it besides, of whom the asker is told no more
     * @param current the word of {@code aria-current}; null on another
     */
    public record Tab(
            Listed list,
            int count,
            int elsewhere,
            String href,
            @Nullable String current) {}

    /**
     * Somebody.
     *
     * @param path of their page
     * @param at null for no time
     * @param words what is missing; null for nothing
     */
    public record Row(
            String name,
            String path,
            @Nullable Moment at,
            @Nullable String words) {}

    /**
     * Which part of a list is shown.
     *
     * @param before the address of the part before; null for none
     * @param next that of the next; null for none
     */
    public record Part(
            int from,
            int to,
            @Nullable String before,
            @Nullable String next) {}
}
