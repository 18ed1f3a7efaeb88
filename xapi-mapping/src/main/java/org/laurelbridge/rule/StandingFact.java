package org.laurelbridge.rule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Percent;

/**
 * A fact as it stands after its regrades (S2).
 *
 * @param fact its score and success are those of the last regrade; everything else is its own, {@code at} too
 * @param regrade the statement that brought the score it has now; null when it was never regraded
 */
public record StandingFact(Fact fact, @Nullable UUID regrade) {

    public Instant at() {
        return fact.at();
    }

    @Nullable
    Percent percent() {
        return fact.percent();
    }

    /** The statements that it rests on: its own, and the one that regraded it. */
    public List<UUID> statements() {
        return regrade == null ? List.of(fact.statement()) : List.of(fact.statement(), regrade);
    }

    /** What the regrade does not say stays: missing is not zero (S11). */
    StandingFact regradedBy(Fact later) {
        boolean scored = later.percent() != null;
        boolean counted = later.points() != null && later.points().raw() != null;
        if (!scored && !counted && later.success() == null) {
            return this;
        }
        Fact changed = new Fact(
                fact.activity(),
                fact.kind(),
                fact.verb(),
                fact.at(),
                scored ? later.percent() : fact.percent(),
                later.success() == null ? fact.success() : later.success(),
                fact.completion(),
                fact.duration(),
                fact.registration(),
                fact.attempt(),
                fact.sources(),
                fact.proctored(),
                counted ? later.points() : fact.points(),
                fact.object(),
                fact.target(),
                fact.course(),
                fact.refersTo(),
                fact.cmi5(),
                fact.heldUntil(),
                fact.late(),
                later.success() == null ? fact.mastery() : later.mastery(),
                fact.statement());
        return new StandingFact(changed, later.statement());
    }
}
