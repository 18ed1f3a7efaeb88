package org.laurelbridge.webapp.teach;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.ClassStandings.Cell;
import org.laurelbridge.bridge.award.ClassStandings.Mark;

/**
 * How a cell reads.
 *
 * @param text what stands there
 * @param tone "good", "bad", "open" or "none"
 * @param missing the one condition that is missing, in words; null when it is not one alone, or not asked for
 */
public record Shown(String text, String tone, @Nullable String missing) {
    private static final Shown NOT_BEGUN = new Shown("not begun", "none", null);

    static Shown of(Cell cell, @Nullable String missing) {
        if (cell.mark() == Mark.NOT_BEGUN) {
            return NOT_BEGUN;
        }
        return new Shown(text(cell), tone(cell.mark()), missing);
    }

    private static String text(Cell cell) {
        return switch (cell.mark()) {
            case EARNED -> "earned";
            case REVIEW -> "under review";
            case PROPOSED -> "waits for approval";
            case OFFERED -> "to be claimed";
            case SUSPENDED -> "suspended";
            case REVOKED -> "taken back";
            case EXPIRED -> "expired";
            case UNDER_WAY -> cell.of() > 1 ? cell.done() + " of " + cell.of() : "under way";
            case NOT_BEGUN -> "not begun";
            case IMPOSSIBLE -> "not possible any more";
        };
    }

    private static String tone(Mark mark) {
        return switch (mark) {
            case EARNED -> "good";
            case SUSPENDED, REVOKED, IMPOSSIBLE -> "bad";
            case REVIEW, PROPOSED, OFFERED, EXPIRED, UNDER_WAY -> "open";
            case NOT_BEGUN -> "none";
        };
    }
}
