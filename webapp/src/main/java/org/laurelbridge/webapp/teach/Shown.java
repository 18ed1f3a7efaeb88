package org.laurelbridge.webapp.teach;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.ClassStandings.Cell;
import org.laurelbridge.bridge.award.ClassStandings.Mark;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.words.Saying;

/**
 * How a cell reads.
 *
 * @param text what stands there
 * @param tone "good", "bad", "open" or "none"
 * @param version of the rule that the badge was earned under; 0 where there is but one, or none
 * @param missing the one condition that is missing, in words; null when it is not one alone, or not asked for
 */
public record Shown(Saying text, String tone, @Nullable String missing, int version) {
    static final String SENT_BACK = "teach.mark.sent-back";
    private static final Shown NOT_BEGUN = new Shown(Saying.of("teach.mark.not-begun"), "none", null, 0);

    static Shown of(Cell cell, @Nullable String missing) {
        if (cell.mark() == Mark.NOT_BEGUN) {
            return NOT_BEGUN;
        }
        return new Shown(text(cell), tone(cell.mark()), missing, 0);
    }

    /** The same with the version of the rule, where there is more than one. */
    Shown of(Badge badge, Cell cell) {
        return badge.version() > 1 ? new Shown(text, tone, missing, cell.version()) : this;
    }

    /** Of work that was sent back: it waits for the learner. */
    Shown sentBack() {
        return new Shown(Saying.of(SENT_BACK), tone, missing, version);
    }

    private static Saying text(Cell cell) {
        return switch (cell.mark()) {
            case EARNED -> Saying.of("teach.mark.earned");
            case REVIEW -> Saying.of("teach.mark.review");
            case PROPOSED -> Saying.of("teach.mark.proposed");
            case OFFERED -> Saying.of("teach.mark.offered");
            case SUSPENDED -> Saying.of("teach.mark.suspended");
            case REVOKED -> Saying.of("teach.mark.revoked");
            case EXPIRED -> Saying.of("teach.mark.expired");
            case UNDER_WAY ->
                cell.of() > 1
                        ? Saying.of("teach.mark.done", cell.done(), cell.of())
                        : Saying.of("teach.mark.under-way");
            case NOT_BEGUN -> Saying.of("teach.mark.not-begun");
            case IMPOSSIBLE -> Saying.of("teach.mark.impossible");
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
