package org.laurelbridge.bridge.award;

import java.time.Instant;
import org.laurelbridge.bridge.award.Award.Standing;
import org.laurelbridge.bridge.award.Case.Outcome;

/** What becomes of an award whose evidence no longer supports it (rules: S8). */
final class Losing {
    /** As migration V2 knows it, too: any other reason of a revocation was a person's. */
    private static final String WHY = "its evidence no longer supports it";

    private final GradeOrders orders;

    Losing(GradeOrders orders) {
        this.orders = orders;
    }

    /** Nothing was given yet, so nothing has to settle. */
    Outcome withdrawn(Case one) {
        Award award = one.award();
        return one.changed(
                award.with(award.standing().now(AwardStatus.WITHDRAWN, null, WHY)), "withdrawn", WHY, false, null);
    }

    /** It settles first; then the policy of the badge decides. */
    Outcome unsupported(Case one, Instant now) {
        Award before = one.award();
        if (before.status() != AwardStatus.VALID) {
            return one.nothing();
        }
        Instant since = before.unsupportedSince() == null ? now : before.unsupportedSince();
        Instant settled = since.plus(one.badge().settle().lose());
        if (!settled.isAfter(now)) {
            return settled(one, before.standing().now(AwardStatus.VALID, since, null), now);
        }
        Instant again = one.lookAgain();
        Instant next = again == null || again.isAfter(settled) ? settled : again;
        if (before.unsupportedSince() != null) {
            return new Outcome(null, next);
        }
        Award waiting = before.with(before.standing().now(AwardStatus.VALID, since, null));
        Outcome told = one.changed(waiting, "unsupported", WHY + "; it settles until " + settled, false, null);
        return new Outcome(told.change(), next);
    }

    private Outcome settled(Case one, Standing unsupported, Instant now) {
        Award before = one.award();
        return switch (one.badge().unsupported()) {
            case KEEP -> kept(one, before.with(unsupported));
            case REVIEW ->
                one.changed(
                        before.with(unsupported.now(AwardStatus.REVIEW, unsupported.unsupportedSince(), WHY)),
                        "review",
                        WHY + "; a person decides",
                        false,
                        null);
            case SUSPEND -> {
                Award suspended =
                        before.with(unsupported.now(AwardStatus.SUSPENDED, unsupported.unsupportedSince(), WHY));
                yield one.changed(suspended, "suspended", WHY, true, takenBack(one, suspended, now));
            }
            case REVOKE -> {
                Award revoked = before.with(unsupported.now(AwardStatus.REVOKED, unsupported.unsupportedSince(), WHY));
                yield one.changed(revoked, "revoked", WHY, true, takenBack(one, revoked, now));
            }
        };
    }

    /** Told once; after that the award just stays. */
    private static Outcome kept(Case one, Award award) {
        return one.award().unsupportedSince() == null
                ? one.changed(award, "unsupported", WHY + "; it is kept all the same", false, null)
                : one.nothing();
    }

    private Grades takenBack(Case one, Award award, Instant now) {
        return orders.takenBack(one.badge().title(), one.badge().zone(), award, now);
    }
}
