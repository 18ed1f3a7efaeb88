package org.laurelbridge.bridge.listen.pull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lrs.LrsPage;

/**
 * How far an LRS has been read, by its own clock.
 *
 * @param watermark everything stored up to here has been read in an earlier round; null before the first
 * @param newest latest {@code stored} seen in this round
 * @param ceiling lowest moment of this round after which something may still turn up: by X-Experience-API-Consistent-Through,
 *     and by the LRS's clock, since a {@code stored} that is in its future says nothing
 * @param ordered whether this round's statements came oldest first, as asked
 * @param more where this round goes on; null when it is at its end
 * @param moreAt when that was heard, by our clock
 * @param begunAt when this round, or else the last one, had its first answer, by our clock; null before the first
 */
record Cursor(
        @Nullable Instant watermark,
        @Nullable Instant newest,
        @Nullable Instant ceiling,
        boolean ordered,
        @Nullable String more,
        @Nullable Instant moreAt,
        @Nullable Instant begunAt) {

    /** Read again each time, for what was stored out of order. */
    static final Duration OVERLAP = Duration.ofSeconds(60);
    /** The header Date tells whole seconds. */
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** An LRS keeps {@code more} for 24 hours at least (1.0.3 Communication 2.1.3). */
    private static final Duration MORE_LASTS = Duration.ofHours(23);

    static final Cursor START = new Cursor(null, null, null, true, null, null, null);

    /** What to ask after in a new round; null from the beginning. */
    @Nullable
    Instant since() {
        return watermark == null ? null : watermark.minus(OVERLAP);
    }

    /** Where the round goes on, null when a new one begins. */
    @Nullable
    String freshMore(Instant now) {
        return more != null && moreAt != null && now.isBefore(moreAt.plus(MORE_LASTS)) ? more : null;
    }

    /**
     * After a page.
     *
     * @param stored of its statements, in the order they came
     * @param now when it came, by our clock
     */
    Cursor after(List<Instant> stored, LrsPage page, Instant now) {
        boolean inOrder = ordered;
        Instant latest = newest;
        for (Instant moment : stored) {
            inOrder &= latest == null || !moment.isBefore(latest);
            latest = latest == null || moment.isAfter(latest) ? moment : latest;
        }
        boolean first = more == null;
        Instant lowest = earlier(ceiling, page.consistentThrough());
        Instant date = page.date();
        if (date != null) {
            lowest = earlier(lowest, date.plus(SECOND));
            // where its clock stands now, the last round was that long ago: when it was put back since, all after that
            // is to be read
            lowest = earlier(lowest, first && begunAt != null ? date.minus(Duration.between(begunAt, now)) : null);
        }
        return new Cursor(
                watermark,
                latest,
                lowest,
                inOrder,
                page.more(),
                page.more() == null ? null : now,
                first ? now : begunAt);
    }

    /** At the end of a round: what was seen counts, as far as the LRS stands by it. */
    Cursor finished() {
        return next(reached());
    }

    /** When {@code more} is of no use any longer: what came oldest first counts, the rest is read again. */
    Cursor restarted() {
        return ordered ? finished() : next(watermark == null ? null : earlier(watermark, ceiling));
    }

    private Cursor next(@Nullable Instant readUntil) {
        return new Cursor(readUntil, null, null, true, null, null, begunAt);
    }

    /** Whether the LRS's clock, or what it stands by, went back by more than is read again anyway. */
    boolean wentBackFrom(Cursor before) {
        return before.watermark != null && watermark != null && watermark.isBefore(before.watermark.minus(OVERLAP));
    }

    private @Nullable Instant reached() {
        Instant seen = watermark == null || (newest != null && newest.isAfter(watermark)) ? newest : watermark;
        return seen == null ? null : earlier(seen, ceiling);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
