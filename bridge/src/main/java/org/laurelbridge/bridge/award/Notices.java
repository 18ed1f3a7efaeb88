package org.laurelbridge.bridge.award;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Span;
import org.laurelbridge.rule.Status;

/**
 * What a learner is to be told of one badge now, and when there is more to tell. Of what was missed while nobody looked, only the
 * newest is told.
 */
final class Notices {
    private static final Duration BEFORE_DEADLINE = Duration.ofDays(5);

    private final String badge;
    private final Instant now;
    private final List<Notice> due = new ArrayList<>();
    private @Nullable Instant next;

    Notices(String badge, Instant now) {
        this.badge = badge;
        this.now = now;
    }

    /**
     * Looks at one award, or one that is not there yet.
     *
     * @param after the awards of all cycles as they are from now on: who has the next one already is not told that this one ends
     */
    void look(Case one, List<Award> after) {
        Award award = after.stream()
                .filter(other -> other.cycle() == one.cycle())
                .findFirst()
                .orElse(null);
        boolean isFollowed =
                after.stream().anyMatch(other -> other.cycle() > one.cycle() && other.status() == AwardStatus.VALID);
        if (award != null && award.status() == AwardStatus.VALID && award.expiresAt() != null && !isFollowed) {
            lookAtExpiry(one, award.expiresAt());
        }
        if (award == null && one.decision() != null) {
            lookAtProgress(one);
        }
    }

    private void lookAtExpiry(Case one, Instant expiry) {
        ZonedDateTime end = expiry.atZone(one.badge().zone());
        Notice newest = null;
        for (Span span : one.badge().terms().remind()) {
            Instant moment = span.before(end).toInstant();
            if (isOver(moment) && now.isBefore(expiry)) {
                newest = new Notice(badge, Notice.What.EXPIRING, expiry, Duration.between(moment, expiry));
            }
        }
        if (newest != null) {
            due.add(newest);
        }
        if (isOver(expiry)) {
            due.add(new Notice(badge, Notice.What.EXPIRED, expiry, Duration.ZERO));
        }
    }

    /** A window in which an award may be renewed, and a deadline that comes near. */
    private void lookAtProgress(Case one) {
        if (one.decision() == null || one.decision().isMet()) {
            return;
        }
        Instant closes = one.decision().cycle().closes();
        if (closes != null) {
            Instant opens = one.decision().cycle().opens();
            if (isOver(opens) && now.isBefore(closes)) {
                due.add(new Notice(badge, Notice.What.RENEWABLE, closes, Duration.between(opens, closes)));
            }
        } else if (one.decision().status() instanceof Status.Open open && open.deadline() != null) {
            Instant moment = open.deadline().minus(BEFORE_DEADLINE);
            if (isOver(moment) && now.isBefore(open.deadline())) {
                due.add(new Notice(badge, Notice.What.DEADLINE, open.deadline(), BEFORE_DEADLINE));
            }
        }
    }

    /** Whether it has come; what has not is looked at again then. */
    private boolean isOver(Instant moment) {
        if (!moment.isAfter(now)) {
            return true;
        }
        next = next == null || moment.isBefore(next) ? moment : next;
        return false;
    }

    List<Notice> due() {
        return List.copyOf(due);
    }

    @Nullable
    Instant next() {
        return next;
    }
}
