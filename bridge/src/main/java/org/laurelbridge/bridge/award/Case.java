package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Awards.Change;
import org.laurelbridge.bridge.award.Awards.Event;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Badge;

/**
 * One award to conclude: what was decided about it, and how it stands.
 *
 * @param cycle which award of the badge it is
 * @param badge the version that it was decided by: that of the award, where there is one
 * @param decision null where it could not even be looked for, since the award before it is gone
 * @param before the award as it is, null when there is none
 * @param known what had to be known for it
 */
record Case(
        PersonId person,
        int cycle,
        Badge badge,
        @Nullable Decision decision,
        @Nullable Award before,
        Known known) {

    /**
     * What is the same for all awards of a badge and a person.
     *
     * @param facts that were read
     * @param readers the badges whose rules ask whether this one is held
     */
    record Known(long mappingGeneration, Wording wording, List<Fact> facts, List<String> readers) {}

    /**
     * What comes of it.
     *
     * @param change null when nothing changed
     * @param lookAgain null for never
     */
    record Outcome(@Nullable Change change, @Nullable Instant lookAgain) {}

    boolean isMet() {
        return decision != null && decision.isMet();
    }

    @Nullable
    Instant lookAgain() {
        return decision == null ? null : decision.lookAgain();
    }

    /** The award that was there. */
    Award award() {
        return Objects.requireNonNull(before);
    }

    Outcome nothing() {
        return new Outcome(null, lookAgain());
    }

    Outcome changed(Award award, String what, String why, boolean sign, @Nullable Grades grades) {
        return changed(award, what, why, sign, grades, null);
    }

    /** @param fingerprint of the facts; null leaves it as it is */
    Outcome changed(
            Award award, String what, String why, boolean sign, @Nullable Grades grades, @Nullable String fingerprint) {
        return new Outcome(
                new Change(award, new Event(what, why, sign), grades, fingerprint, known.readers()), lookAgain());
    }
}
