package org.laurelbridge.webapp.admin;

import java.util.List;
import org.laurelbridge.webapp.server.Moment;

/**
 * The keys that badges are signed with.
 *
 * @param lines the newest first
 */
public record KeysPage(Frame frame, List<Line> lines) {

    /**
     * A key.
     *
     * @param use the key of what it signs
     * @param state the key of whether it signs, is published still, or withdrawn
     */
    public record Line(String id, String use, String state, Moment created) {
        public boolean isPublished() {
            return !state.endsWith("withdrawn");
        }

        public String tone() {
            return state.endsWith("signs") ? "good" : isPublished() ? "open" : "bad";
        }
    }

    /** Those that can be withdrawn. */
    public List<Line> published() {
        return lines.stream().filter(Line::isPublished).toList();
    }
}
