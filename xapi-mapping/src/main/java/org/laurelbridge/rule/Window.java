package org.laurelbridge.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Span;

/**
 * When a fact must have happened to count.
 *
 * @param since from the first moment of this day; null from the beginning
 * @param until to the last moment of this day; null to the end
 * @param within some days after another condition became true; null for no such bound
 * @param inLast how far back it is looked from the moment that is asked about; null for all the way
 * @param zone in which days begin; UTC where none of them matters, so that what says the same is equal
 */
public record Window(
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable Within within,
        @Nullable Span inLast,
        ZoneId zone) {

    public Window {
        zone = since == null && until == null && within == null ? ZoneOffset.UTC : zone;
    }

    static final Window ALWAYS = new Window(null, null, null, null, ZoneOffset.UTC);

    /**
     * From the moment on at which another condition became true, to the end of a day.
     *
     * @param days that follow the day of that moment, at least 1
     * @param after the name of that condition
     */
    public record Within(int days, String after) {}

    /** The first moment that counts; null when that is not known yet, since it is counted from what has not happened. */
    @Nullable
    Instant opens(View view) {
        Instant day = since == null ? Instant.MIN : start(since);
        if (within == null) {
            return day;
        }
        Instant moment = view.moment(within.after());
        return moment == null || moment.isAfter(day) ? moment : day;
    }

    /** The first moment that does not count any more; null when there is none, or it is not known yet. */
    @Nullable
    Instant closes(View view) {
        Instant day = until == null ? null : start(until.plusDays(1));
        Instant moment = within == null ? null : view.moment(within.after());
        if (within == null || moment == null) {
            return day;
        }
        Instant end = start(moment.atZone(zone).toLocalDate().plusDays(within.days() + 1L));
        return day == null || end.isBefore(day) ? end : day;
    }

    /** The first moment at which something that happened then is too long ago, in days of 24 hours; null for never. */
    @Nullable
    Instant leaves(Instant at) {
        return inLast == null ? null : inLast.after(at.atZone(ZoneOffset.UTC)).toInstant();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    List<Phrase> narrowings() {
        List<Phrase> phrases = new ArrayList<>();
        if (since != null) {
            phrases.add(Phrase.of("only.since", since.toString()));
        }
        if (until != null) {
            phrases.add(Phrase.of("only.until", until.toString()));
        }
        if (within != null) {
            phrases.add(Phrase.of("only.within", String.valueOf(within.days()), new Phrase.Named(within.after())));
        }
        if (inLast != null) {
            phrases.add(Phrase.of("only.inLast", inLast));
        }
        return phrases;
    }
}
