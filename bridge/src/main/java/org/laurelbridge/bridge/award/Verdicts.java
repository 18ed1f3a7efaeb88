package org.laurelbridge.bridge.award;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.laurelbridge.bridge.award.Awards.Change;
import org.laurelbridge.bridge.award.Awards.Event;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.rule.Badge;

/** What a person decides about an award. */
public final class Verdicts {

    private final Awards awards;
    private final RuleBook rules;
    private final GradeOrders orders;
    private final InstantSource clock;

    public Verdicts(Awards awards, RuleBook rules, GradeOrders orders, InstantSource clock) {
        this.awards = awards;
        this.rules = rules;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Takes an award back, for good; its grades go with it.
     *
     * @param award as the person saw it
     * @param why up to 1,000 characters
     * @return false when it stands otherwise meanwhile, is revoked already, or is superseded: then the one in its place counts
     */
    public boolean revoke(Award award, String why) {
        if (award.status() == AwardStatus.REVOKED || award.status() == AwardStatus.SUPERSEDED) {
            return false;
        }
        var badge = rules.current().find(award.badge(), award.badgeVersion());
        String title = badge.map(Badge::title).orElse(award.badge());
        ZoneId zone = badge.map(Badge::zone).orElse(ZoneOffset.UTC);
        Award revoked = award.standing(AwardStatus.REVOKED, award.unsupportedSince(), why);
        Grades grades = orders.takenBack(title, zone, revoked, clock.instant());
        Change change = new Change(revoked, new Event("revoked", why, true), grades, null);
        return awards.change(award, change, clock.instant());
    }

    /**
     * Keeps an award that is under review, though its evidence does not support it.
     *
     * @param award as the person saw it
     * @param why up to 1,000 characters
     * @return false when it stands otherwise meanwhile, or is not under review
     */
    public boolean restore(Award award, String why) {
        if (award.status() != AwardStatus.REVIEW) {
            return false;
        }
        Award kept = award.standing(AwardStatus.VALID, award.unsupportedSince(), why);
        return awards.change(award, new Change(kept, new Event("restored", why, true), null, null), clock.instant());
    }
}
