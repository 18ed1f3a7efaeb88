package org.laurelbridge.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One chance to earn a badge: the first time, or once more after an earlier award.
 *
 * @param number 1 for the first award, one more for each that follows
 * @param rule what must be true
 * @param opens it can be earned from this moment on
 * @param closes it can be earned before this moment; null for without end
 * @param since nothing that happened before counts
 * @param spent statements, approvals and the like that paid for an earlier award
 * @param validFrom where its time begins; null for when it is earned
 */
public record Cycle(
        int number,
        Condition rule,
        Instant opens,
        @Nullable Instant closes,
        Instant since,
        Set<UUID> spent,
        @Nullable Instant validFrom) {

    public Cycle {
        spent = Set.copyOf(spent);
    }

    /**
     * An award that was earned.
     *
     * @param until when it expires; null for never
     * @param spent what it and those before it rest on
     */
    public record Earned(int number, Instant at, @Nullable Instant until, Set<UUID> spent) {
        public Earned {
            spent = Set.copyOf(spent);
        }
    }

    /** The first award of a badge. */
    public static Cycle first(Badge badge) {
        return new Cycle(1, badge.when(), Instant.MIN, null, Instant.MIN, Set.of(), null);
    }

    /** The chances to earn it once more, in order of time; none where it is earned once only. */
    public static List<Cycle> after(Badge badge, Earned last) {
        Terms terms = badge.terms();
        Instant until = last.until();
        if (!terms.repeats()) {
            return List.of();
        }
        if (until == null) {
            return List.of(again(badge, last, last.at()));
        }
        Renewal renew = terms.renew();
        return renew == null ? List.of(again(badge, last, until)) : renewals(badge, last, until, renew);
    }

    private static List<Cycle> renewals(Badge badge, Earned last, Instant until, Renewal renew) {
        ZoneId zone = badge.zone();
        Instant opens =
                latest(last.at(), renew.opens().before(until.atZone(zone)).toInstant());
        Instant closes = renew.closes().after(until.atZone(zone)).toInstant();
        Condition rule = renew.when() == null ? badge.when() : renew.when();
        Instant validFrom = renew.from() == Renewal.From.EXPIRY ? until : null;
        return List.of(
                new Cycle(last.number() + 1, rule, opens, closes, last.at(), last.spent(), validFrom),
                again(badge, last, closes));
    }

    /** The whole rule once more, by what happens from a moment on. */
    private static Cycle again(Badge badge, Earned last, Instant from) {
        return new Cycle(last.number() + 1, badge.when(), from, null, from, last.spent(), null);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether it may be earned at a moment. */
    public boolean isOpenAt(Instant moment) {
        return !moment.isBefore(opens) && (closes == null || moment.isBefore(closes));
    }

    /** What an award of this cycle leaves for the next. */
    public Earned earned(Badge badge, Instant at, Collection<UUID> evidence) {
        Validity valid = badge.terms().valid();
        Instant until = valid == null ? null : valid.ends(validFrom == null ? at : validFrom, badge.zone());
        Set<UUID> all = new HashSet<>(spent);
        all.addAll(evidence);
        return new Earned(number, at, until, all);
    }

    /** The moments at which it begins and ends to be possible. */
    public Stream<Instant> bounds() {
        return Stream.concat(opens.equals(Instant.MIN) ? Stream.empty() : Stream.of(opens), Stream.ofNullable(closes));
    }
}
