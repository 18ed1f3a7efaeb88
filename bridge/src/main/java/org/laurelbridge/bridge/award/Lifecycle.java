package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award.Basis;
import org.laurelbridge.bridge.award.Award.Consent;
import org.laurelbridge.bridge.award.Award.Standing;
import org.laurelbridge.bridge.award.Awards.Change;
import org.laurelbridge.bridge.award.Case.Outcome;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Terms;

/** What a decision means for an award (rules: S5 to S9). A function of its arguments; nothing is read or written. */
final class Lifecycle {

    private final AwardIds ids;
    private final GradeOrders orders;
    private final Losing losing;

    Lifecycle(AwardIds ids, GradeOrders orders) {
        this.ids = ids;
        this.orders = orders;
        this.losing = new Losing(orders);
    }

    Outcome conclude(Case one, Instant now) {
        Award before = one.before();
        if (before == null) {
            return one.isMet() ? given(one, fresh(one), now) : one.nothing();
        }
        Standing standing = before.standing();
        if (standing.isClosed() || (standing.decided() && !one.isMet())) {
            return one.nothing();
        }
        return switch (standing.status()) {
            case OFFERED, PROPOSED -> one.isMet() ? asked(one, now) : losing.withdrawn(one);
            case WITHDRAWN -> one.isMet() ? given(one, rested(one), now) : one.nothing();
            case VALID, REVIEW, SUSPENDED -> one.isMet() ? supported(one, now) : losing.unsupported(one, now);
            case REVOKED -> one.isMet() ? regained(one, now) : one.nothing();
            case SUPERSEDED -> one.nothing();
        };
    }

    private Award fresh(Case one) {
        AwardId id = ids.of(one.badge().id(), one.person(), one.cycle());
        boolean isPublic = one.badge().visibility() == Badge.Visibility.ALWAYS;
        return new Award(id, id, 1, one.badge().id(), one.person(), one.cycle(), basis(one), Standing.VALID, isPublic);
    }

    /** The award that was there, resting on what was found now. Costly, since its explanation is written out: only for what changes. */
    private static Award rested(Case one) {
        return one.award().with(basis(one));
    }

    private static Basis basis(Case one) {
        Decision decision = Objects.requireNonNull(one.decision());
        return new Basis(
                one.badge().version(),
                one.known().mappingGeneration(),
                micros(Objects.requireNonNull(decision.earnedAt())),
                expires(one.badge(), decision),
                decision.evidence(),
                decision.explanation()
                        .toJson(one.person().toString(), one.known().wording())
                        .toString());
    }

    /** As it is kept, so that it is the same when it is read back. */
    private static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** Valid, unless somebody has to say yes first. */
    private Outcome given(Case one, Award award, Instant now) {
        AwardStatus missing = missing(one, award.standing().consent());
        Award standing = award.with(award.standing().now(missing, null, null));
        String rule = "the rule " + one.badge().reference() + " is met";
        return switch (missing) {
            case OFFERED -> unsigned(one, standing, "offered", rule + "; the learner may claim it");
            case PROPOSED -> unsigned(one, standing, "proposed", rule + "; somebody has to approve it");
            default -> granted(one, standing, "granted", rule, now);
        };
    }

    /** Whose yes is missing: approval comes before the claim; valid when nobody's is. */
    private static AwardStatus missing(Case one, Consent consent) {
        return missing(one.badge(), one.decision(), consent);
    }

    static AwardStatus missing(Badge badge, @Nullable Decision decision, Consent consent) {
        Terms terms = badge.terms();
        boolean late = decision != null && decision.late();
        boolean needsApproval = terms.award() == Badge.AwardMode.APPROVE || (terms.approveLate() && late);
        if (needsApproval && !consent.approved()) {
            return AwardStatus.PROPOSED;
        }
        return terms.award() == Badge.AwardMode.CLAIM && !consent.claimed() ? AwardStatus.OFFERED : AwardStatus.VALID;
    }

    private Outcome asked(Case one, Instant now) {
        Award before = one.award();
        if (missing(one, before.standing().consent()) != before.status()) {
            return given(one, rested(one), now);
        }
        return isMoved(one)
                ? unsigned(one, rested(one), "changed", "it is earned by other statements now")
                : one.nothing();
    }

    private Outcome supported(Case one, Instant now) {
        Award before = one.award();
        boolean moved = isMoved(one);
        AwardStatus status = before.status();
        boolean doubted = before.unsupportedSince() != null || before.reason() != null;
        if (!moved && status == AwardStatus.VALID && !doubted) {
            return one.nothing();
        }
        if (missing(one, before.standing().consent()) == AwardStatus.PROPOSED
                && (moved || status != AwardStatus.VALID)) {
            return moved ? reviewed(one, rested(one)) : one.nothing();
        }
        Award held = (moved ? rested(one) : before).with(before.standing().now(AwardStatus.VALID, null, null));
        if (status != AwardStatus.VALID) {
            return granted(one, held, "restored", "its evidence supports it again", now);
        }
        return moved
                ? granted(one, held, "changed", "its evidence changed: it is earned by other statements now", now)
                : one.changed(
                        held,
                        "supported",
                        "its evidence supports it again before it settled",
                        false,
                        earned(one, held, now),
                        fingerprint(one, held));
    }

    private static boolean isMoved(Case one) {
        return isMoved(one.award(), one.badge(), Objects.requireNonNull(one.decision()));
    }

    /** @param decision one that is met */
    static boolean isMoved(Award before, Badge badge, Decision decision) {
        return !before.earnedAt().equals(micros(Objects.requireNonNull(decision.earnedAt())))
                || !Objects.equals(before.expiresAt(), expires(badge, decision))
                || !before.evidence().equals(decision.evidence());
    }

    private static @Nullable Instant expires(Badge badge, Decision decision) {
        Instant expires = decision.earned(badge).until();
        return expires == null ? null : micros(expires);
    }

    /** What nobody approved must not come to rest on what has to be approved (S3); what is suspended stays so until a person says. */
    private static Outcome reviewed(Case one, Award rested) {
        String why = "it rests on statements that came late: somebody has to approve that";
        boolean isSuspended = one.award().status() == AwardStatus.SUSPENDED;
        AwardStatus status = isSuspended ? AwardStatus.SUSPENDED : AwardStatus.REVIEW;
        Award doubted = rested.with(rested.standing().now(status, null, why));
        return one.changed(doubted, "review", why, false, null, fingerprint(one, doubted));
    }

    /** A revocation is final: what is earned anew is the same award with its next credential (S8), and needs its own approval. */
    private Outcome regained(Case one, Instant now) {
        Award rested = rested(one);
        Award reissued = rested.with(rested.standing().now(AwardStatus.VALID, null, null))
                .reissued(ids.credential(rested.id(), rested.revision() + 1));
        return missing(one, reissued.standing().consent()) == AwardStatus.VALID
                ? granted(one, reissued, "reissued", "its evidence supports it again: it has a new credential", now)
                : given(one, reissued, now);
    }

    /** What is over already is kept, not signed (S6). */
    private Outcome granted(Case one, Award award, String what, String why, Instant now) {
        return one.changed(award, what, why, !award.isExpired(now), earned(one, award, now), fingerprint(one, award));
    }

    private static Outcome unsigned(Case one, Award award, String what, String why) {
        return one.changed(award, what, why, false, null, fingerprint(one, award));
    }

    private @Nullable Grades earned(Case one, Award award, Instant now) {
        return orders.earned(one.badge(), award, Objects.requireNonNull(one.decision()), now);
    }

    /** What is left of a change while another cycle of the badge holds its place in the gradebook. */
    Change withoutGradebooks(Change change) {
        Grades grades = change.grades();
        return new Change(
                change.award(),
                change.event(),
                grades == null ? null : orders.withoutGradebooks(grades),
                change.factsFingerprint(),
                change.readers());
    }

    private static String fingerprint(Case one, Award award) {
        return FactsFingerprint.of(one.known().facts(), award.evidence());
    }
}
