package org.laurelbridge.webapp.session;

import java.util.UUID;

/** How much waits for somebody's word, as menus tell. Asked once for each page, so it has to be cheap. */
public interface Waiting {
    /** Nothing ever waits. */
    Waiting NOTHING = (visitor, area) -> new Counts(0, 0);

    /**
     * What waits.
     *
     * @param decisions awards and approvals
     * @param questions of learners
     */
    record Counts(int decisions, int questions) {}

    /** Whether some course has a leaderboard. */
    default boolean hasBoards() {
        return false;
    }

    /** Who has this account comes in, or changes something: what was counted for them before may be otherwise now. */
    default void forget(UUID account) {}

    /** What waits for somebody in a part of the site. */
    Counts of(Visitor visitor, Area area);
}
