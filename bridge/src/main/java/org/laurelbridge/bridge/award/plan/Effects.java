package org.laurelbridge.bridge.award.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.plan.Effect.What;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Missing;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Badge;

/** What other rules do to one person's badge. Awards are decided by the version they were earned under, so that only other facts touch them (S9). */
final class Effects {
    private final Question question;
    private final Holders holders;
    private final Wording wording;

    Effects(Question question, Holders holders, Wording wording) {
        this.question = question;
        this.holders = holders;
        this.wording = wording;
    }

    /** @param decision by the badge's new version */
    Optional<Effect> of(PersonId person, @Nullable Award award, List<Fact> facts, Decision decision) {
        if (award == null) {
            return decision.isMet()
                    ? Optional.of(effect(person, question.badge(), What.GAIN, earnedAt(decision), decision))
                    : Optional.empty();
        }
        return question.plan() == 0
                ? Optional.empty()
                : holders.rule(award).flatMap(rule -> {
                    boolean same = rule.version() == question.badge().version();
                    return ofAward(award, rule, same ? decision : Ruling.of(rule, facts, question.now()));
                });
    }

    private Optional<Effect> ofAward(Award award, Badge rule, Decision decision) {
        if (award.status() == AwardStatus.REVIEW && decision.isMet()) {
            return Optional.of(effect(award.person(), rule, What.GAIN, earnedAt(decision), decision));
        }
        if (award.status() != AwardStatus.VALID || award.reason() != null || award.unsupportedSince() != null) {
            return Optional.empty();
        }
        if (!decision.isMet()) {
            Instant settled = question.now().plus(rule.settle().lose());
            return rule.unsupported() == Badge.Unsupported.KEEP
                    ? Optional.empty()
                    : Optional.of(effect(award.person(), rule, What.LOSS, settled, decision));
        }
        boolean stays =
                award.earnedAt().equals(earnedAt(decision)) && award.evidence().equals(decision.evidence());
        return stays
                ? Optional.empty()
                : Optional.of(effect(award.person(), rule, What.MOVE, earnedAt(decision), decision));
    }

    private Effect effect(PersonId person, Badge rule, What what, Instant at, Decision decision) {
        String why = Missing.one(decision, wording)
                .orElseGet(() -> decision.explanation().lines(wording).get(0).text());
        return new Effect(rule.id(), rule.version(), person, what, at, why);
    }

    /** As awards keep it. */
    private static Instant earnedAt(Decision decision) {
        return Objects.requireNonNull(decision.earnedAt()).truncatedTo(ChronoUnit.MICROS);
    }
}
