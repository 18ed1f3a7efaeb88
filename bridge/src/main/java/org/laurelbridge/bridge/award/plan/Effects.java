package org.laurelbridge.bridge.award.plan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Cycles.Step;
import org.laurelbridge.bridge.award.plan.Effect.What;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Missing;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Cycle;

/**
 * What other rules do to one person's badge, in all of its cycles. Awards are decided by the version they were earned under, so that
 * only other facts, and other badges held, touch them (S9).
 */
final class Effects {
    private final PersonId person;
    private final Instant now;
    private final Wording wording;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Attestation> held = new ArrayList<>();
    private boolean isHoldingMoved;

    Effects(PersonId person, Instant now, Wording wording) {
        this.person = person;
        this.now = now;
        this.wording = wording;
    }

    /** @param isTouched whether something else than the rule changes for this person */
    void add(Step step, boolean isTouched) {
        Optional<What> what = what(step, isTouched);
        what.ifPresent(one -> effects.add(effect(step, one)));
        Optional<Attestation> before = held(step);
        Optional<Attestation> after = what.isPresent() ? heldAfter(step, what.get()) : before;
        after.ifPresent(held::add);
        isHoldingMoved |= !before.equals(after);
    }

    List<Effect> list() {
        return List.copyOf(effects);
    }

    /** The awards that would be valid, when these are not as now. */
    Optional<List<Attestation>> held() {
        return isHoldingMoved ? Optional.of(List.copyOf(held)) : Optional.empty();
    }

    private static Optional<What> what(Step step, boolean isTouched) {
        Award award = step.award();
        if (award == null) {
            return step.isMet() ? Optional.of(What.GAIN) : Optional.empty();
        }
        boolean isSettled = award.standing().decided() && (award.status() != AwardStatus.VALID || !step.isMet());
        if (!isTouched || !step.isReadable() || isSettled) {
            return Optional.empty();
        }
        return Optional.ofNullable(step.isMet() ? supported(step, award) : unsupported(step, award));
    }

    private static @Nullable What supported(Step step, Award award) {
        boolean gains = switch (award.status()) {
            case WITHDRAWN, REVIEW, SUSPENDED, REVOKED -> true;
            case OFFERED, PROPOSED -> step.given() == AwardStatus.VALID;
            case VALID, SUPERSEDED -> false;
        };
        if (gains) {
            return What.GAIN;
        }
        return step.isMoved() ? What.MOVE : null;
    }

    /** What is on its way to be lost already is not lost by other rules. */
    private static @Nullable What unsupported(Step step, Award award) {
        boolean loses = switch (award.status()) {
            case OFFERED, PROPOSED -> true;
            case VALID -> award.unsupportedSince() == null && step.badge().unsupported() != Badge.Unsupported.KEEP;
            case WITHDRAWN, REVIEW, SUSPENDED, REVOKED, SUPERSEDED -> false;
        };
        return loses ? What.LOSS : null;
    }

    private static Optional<Attestation> held(Step step) {
        Award award = step.award();
        return award == null || award.status() != AwardStatus.VALID
                ? Optional.empty()
                : Optional.of(
                        Attestation.holds(award.id().value(), award.badge(), award.earnedAt(), award.expiresAt()));
    }

    private Optional<Attestation> heldAfter(Step step, What what) {
        Award award = step.award();
        boolean isAsked = award == null || !award.status().isGiven() || award.status() == AwardStatus.REVOKED;
        if (what == What.LOSS || (isAsked && step.given() != AwardStatus.VALID)) {
            return Optional.empty();
        }
        Cycle.Earned earned = Objects.requireNonNull(step.decision()).earned(step.badge());
        Instant until = earned.until();
        return Optional.of(Attestation.holds(
                award == null ? id(step) : award.id().value(),
                step.badge().id(),
                micros(earned.at()),
                until == null ? null : micros(until)));
    }

    /** Of an award that is not there yet: it only has to be told from others. */
    private UUID id(Step step) {
        String name = step.badge().id() + "|" + person + "|" + step.cycle();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Effect effect(Step step, What what) {
        return new Effect(step.badge().id(), step.badge().version(), person, what, at(step, what), why(step));
    }

    /** What was given settles before it is lost; what was only offered does not. */
    private Instant at(Step step, What what) {
        if (what != What.LOSS) {
            return micros(Objects.requireNonNull(
                    Objects.requireNonNull(step.decision()).earnedAt()));
        }
        boolean settles = step.award() != null && step.award().status().isGiven();
        return settles ? now.plus(step.badge().settle().lose()) : now;
    }

    private String why(Step step) {
        Decision decision = step.decision();
        return decision == null
                ? "the award before it would be gone"
                : Missing.one(decision)
                        .map(missing -> missing.sentence(wording))
                        .orElseGet(() ->
                                decision.explanation().lines(wording).get(0).text());
    }

    /** As awards keep it. */
    private static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
