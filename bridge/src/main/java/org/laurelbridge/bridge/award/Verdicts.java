package org.laurelbridge.bridge.award;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.award.Award.Consent;
import org.laurelbridge.bridge.award.Award.Standing;
import org.laurelbridge.bridge.award.Awards.Change;
import org.laurelbridge.bridge.award.Awards.Event;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Subject;
import org.laurelbridge.rule.Topic;

/** What a person decides about an award. Each is about the award as that person saw it. */
public final class Verdicts implements Recorded<Verdicts> {

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

    @Override
    public Verdicts by(Doer doer) {
        return new Verdicts(awards.by(doer), rules, orders, clock);
    }

    /**
     * Takes an award back, for good; its grades go with it.
     *
     * @param why up to 1,000 characters
     * @return false when it stands otherwise meanwhile, is revoked already, was never given, or is superseded: then the one in its
     *     place counts
     */
    public boolean revoke(Award award, String why) {
        boolean isOver = award.status() == AwardStatus.REVOKED || award.status() == AwardStatus.SUPERSEDED;
        if (isOver || !award.status().isGiven()) {
            return false;
        }
        var badge = rules.current().find(award.badge(), award.badgeVersion());
        String title = badge.map(Badge::title).orElse(award.badge());
        ZoneId zone = badge.map(Badge::zone).orElse(ZoneOffset.UTC);
        Award revoked = award.with(award.standing().decided(AwardStatus.REVOKED, why));
        Grades taken = orders.takenBack(title, zone, revoked, clock.instant());
        // the gradebook has one place for all cycles of a badge: what another one holds there stays
        Grades grades = isHeldBesides(award) ? orders.withoutGradebooks(taken) : taken;
        return isChanged(award, revoked, new Event("revoked", why, true), grades);
    }

    /**
     * Keeps an award that is under review or suspended, though its evidence does not support it. What was suspended gets its
     * grades back when its evidence does.
     *
     * @param why up to 1,000 characters
     * @return false when it stands otherwise meanwhile, or is neither under review nor suspended
     */
    public boolean restore(Award award, String why) {
        boolean doubted = award.status() == AwardStatus.REVIEW || award.status() == AwardStatus.SUSPENDED;
        Award kept = award.with(award.standing().decided(AwardStatus.VALID, why));
        return doubted && isChanged(award, kept, new Event("restored", why, true), null);
    }

    /**
     * The learner takes an award that is offered, or that they left. It is given with the next decision, a moment later.
     *
     * @return false when it stands otherwise meanwhile, was claimed before, or is neither offered nor left
     */
    public boolean claim(Award award) {
        Standing standing = award.standing();
        Consent consent = new Consent(true, standing.consent().approved());
        Standing claimed = new Standing(AwardStatus.OFFERED, consent, standing.unsupportedSince(), null, false);
        return (standing.isToBeClaimed() || standing.isLeft())
                && isChanged(award, award.with(claimed), new Event("claimed", "the learner claimed it", false), null);
    }

    /**
     * The learner does not want an award that is offered. It may be claimed later all the same.
     *
     * @return false when it stands otherwise meanwhile, was claimed, or is not offered
     */
    public boolean leave(Award award) {
        Award left = award.with(award.standing().decided(AwardStatus.WITHDRAWN, Standing.LEFT));
        return award.standing().isToBeClaimed()
                && isChanged(award, left, new Event("left", Standing.LEFT, false), null);
    }

    /**
     * Somebody approves an award that is proposed. It is given with the next decision, a moment later.
     *
     * @param why up to 1,000 characters
     * @return false when it stands otherwise meanwhile, or is not proposed
     */
    public boolean approve(Award award, String why) {
        Consent consent = new Consent(award.standing().consent().claimed(), true);
        return award.status() == AwardStatus.PROPOSED && isAgreed(award, consent, new Event("approved", why, false));
    }

    /**
     * Somebody declines an award that is proposed, for good.
     *
     * @param why up to 1,000 characters
     * @return false when it stands otherwise meanwhile, or is not proposed
     */
    public boolean decline(Award award, String why) {
        // by those words it would be taken for left, and its learner could claim it
        String said = why.equals(Standing.LEFT) ? why + "." : why;
        Award declined = award.with(award.standing().decided(AwardStatus.WITHDRAWN, said));
        return award.status() == AwardStatus.PROPOSED
                && isChanged(award, declined, new Event("declined", said, false), null);
    }

    /**
     * Sends back an award that is proposed: it still waits, and its learner is to do more for it.
     *
     * @param why up to 1,000 characters
     * @return false when it stands otherwise meanwhile, or is not proposed
     */
    public boolean sendBack(Award award, String why) {
        return award.status() == AwardStatus.PROPOSED
                && isChanged(award, award, new Event("returned", why, false), null);
    }

    private boolean isHeldBesides(Award award) {
        return awards.find(award.person(), List.of(award.badge())).getOrDefault(award.badge(), List.of()).stream()
                .anyMatch(other ->
                        other.cycle() != award.cycle() && other.status().holdsGrade());
    }

    private boolean isAgreed(Award award, Consent consent, Event event) {
        Standing standing = award.standing();
        Standing agreed = new Standing(
                standing.status(), consent, standing.unsupportedSince(), standing.reason(), standing.decided());
        return isChanged(award, award.with(agreed), event, null);
    }

    private boolean isChanged(Award seen, Award now, Event event, @Nullable Grades grades) {
        rules.refresh();
        List<String> readers = rules.current().badgesOf(new Subject(Topic.HOLDS, seen.badge()));
        return awards.change(seen, new Change(now, event, grades, null, readers), clock.instant());
    }
}
