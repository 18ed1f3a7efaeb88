package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Awards.Change;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Due;
import org.laurelbridge.bridge.award.Awards.Event;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Badge;

/** What a decision means for an award (rules: S5 to S9). A function of its arguments; nothing is read or written. */
final class Lifecycle {

    private final AwardIds ids;
    private final GradeOrders orders;

    Lifecycle(AwardIds ids, GradeOrders orders) {
        this.ids = ids;
        this.orders = orders;
    }

    /**
     * A case to conclude.
     *
     * @param badge the version that it was decided by: that of the award, where there is one
     * @param facts that were read for it
     * @param before the award as it is, null when there is none
     */
    record Case(
            Due due,
            Badge badge,
            Wording wording,
            long mappingGeneration,
            Decision decision,
            List<Fact> facts,
            @Nullable Award before) {

        String explanation() {
            return decision.explanation()
                    .toJson(due.person().toString(), wording)
                    .toString();
        }
    }

    Conclusion conclude(Case one, Instant now) {
        Award before = one.before();
        if (before == null) {
            return one.decision().isMet()
                    ? granted(one, now)
                    : nothing(one, one.decision().lookAgain());
        }
        if (before.status() == AwardStatus.REVOKED) {
            return nothing(one, null);
        }
        return one.decision().isMet() ? supported(one, before, now) : unsupported(one, before, now);
    }

    private Conclusion granted(Case one, Instant now) {
        Award award = new Award(
                ids.of(one.badge().id(), one.due().person(), 1),
                one.badge().id(),
                one.badge().version(),
                one.mappingGeneration(),
                one.due().person(),
                1,
                AwardStatus.VALID,
                earnedAt(one),
                one.decision().evidence(),
                one.explanation(),
                null,
                null,
                one.badge().visibility() == Badge.Visibility.ALWAYS);
        return supported(
                one, award, new Event("granted", "the rule " + one.badge().reference() + " is met", true), now);
    }

    private Conclusion supported(Case one, Award before, Instant now) {
        boolean moved = !before.earnedAt().equals(earnedAt(one))
                || !before.evidence().equals(one.decision().evidence());
        boolean review = before.status() == AwardStatus.REVIEW;
        boolean doubted = before.unsupportedSince() != null || before.reason() != null;
        if (!moved && !review && !doubted) {
            return nothing(one, one.decision().lookAgain());
        }
        String explanation = moved ? one.explanation() : before.explanation();
        Award held = before.standing(AwardStatus.VALID, null, null)
                .resting(earnedAt(one), one.decision().evidence(), explanation, one.mappingGeneration());
        if (review) {
            return supported(one, held, new Event("restored", "its evidence supports it again", true), now);
        }
        return supported(
                one,
                held,
                moved
                        ? new Event("changed", "its evidence changed: it is earned by other statements now", true)
                        : new Event("supported", "its evidence supports it again before it settled", false),
                now);
    }

    private Conclusion supported(Case one, Award award, Event event, Instant now) {
        Change change = new Change(
                award,
                event,
                orders.earned(one.badge(), award, one.decision(), now),
                FactsFingerprint.of(one.facts(), award.evidence()));
        return new Conclusion(one.due(), change, one.decision().lookAgain());
    }

    private Conclusion unsupported(Case one, Award before, Instant now) {
        Instant again = one.decision().lookAgain();
        if (before.status() == AwardStatus.REVIEW || isKeptByAPerson(before)) {
            return nothing(one, again);
        }
        Instant since = before.unsupportedSince() == null ? now : before.unsupportedSince();
        Instant settled = since.plus(one.badge().settle().lose());
        if (!settled.isAfter(now)) {
            return settled(one, before.standing(before.status(), since, before.reason()), now);
        }
        Instant next = again == null || again.isAfter(settled) ? settled : again;
        if (before.unsupportedSince() != null) {
            return nothing(one, next);
        }
        Award waiting = before.standing(before.status(), since, before.reason());
        Event event =
                new Event("unsupported", "its evidence no longer supports it; it settles until " + settled, false);
        return new Conclusion(one.due(), new Change(waiting, event, null, null), next);
    }

    private Conclusion settled(Case one, Award award, Instant now) {
        Instant again = one.decision().lookAgain();
        String why = "its evidence no longer supports it";
        return switch (one.badge().unsupported()) {
            case KEEP -> kept(one, award);
            case REVIEW -> {
                Award review = award.standing(AwardStatus.REVIEW, award.unsupportedSince(), why);
                Event event = new Event("review", why + "; a person decides", false);
                yield new Conclusion(one.due(), new Change(review, event, null, null), again);
            }
            case REVOKE -> {
                Award revoked = award.standing(AwardStatus.REVOKED, award.unsupportedSince(), why);
                Change change = new Change(
                        revoked, new Event("revoked", why, true), takenBack(one.badge(), revoked, now), null);
                yield new Conclusion(one.due(), change, null);
            }
        };
    }

    /** Told once; after that the award just stays. */
    private static Conclusion kept(Case one, Award award) {
        Award before = Objects.requireNonNull(one.before());
        if (before.unsupportedSince() != null) {
            return nothing(one, one.decision().lookAgain());
        }
        Event event = new Event("unsupported", "its evidence no longer supports it; it is kept all the same", false);
        return new Conclusion(
                one.due(), new Change(award, event, null, null), one.decision().lookAgain());
    }

    private static Conclusion nothing(Case one, @Nullable Instant lookAgain) {
        return new Conclusion(one.due(), null, lookAgain);
    }

    private static boolean isKeptByAPerson(Award award) {
        return award.status() == AwardStatus.VALID && award.reason() != null;
    }

    private Grades takenBack(Badge badge, Award award, Instant now) {
        return orders.takenBack(badge.title(), badge.zone(), award, now);
    }

    /** As it is kept, so that it is the same when it is read back. */
    private static Instant earnedAt(Case one) {
        return Objects.requireNonNull(one.decision().earnedAt()).truncatedTo(ChronoUnit.MICROS);
    }
}
