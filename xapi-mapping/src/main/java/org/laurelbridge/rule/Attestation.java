package org.laurelbridge.rule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person or a system says of a learner, for a time (S4: people-events and held awards).
 *
 * @param id of this saying; of an award, where that is what is held
 * @param subject what it is about, by its topic: the id of a badge, cohort, course or competency, or the name of a field
 * @param value what it says about it, by its topic: a level, a field's value, a role, a sort of evidence; empty for nothing
 * @param detail the rubric of an approval, or what was handed in; empty for nothing
 * @param by who says so, by a name that tells them apart; empty where that plays no part
 * @param from when it began, or happened
 * @param until the first moment at which it is not so any more; null while no end is known
 */
public record Attestation(
        UUID id,
        Topic topic,
        String subject,
        String value,
        String detail,
        String by,
        Instant from,
        @Nullable Instant until) {

    /** Another badge, held by its award. */
    public static Attestation holds(UUID award, String badge, Instant earnedAt, @Nullable Instant until) {
        return new Attestation(award, Topic.HOLDS, badge, "", "", "", earnedAt, until);
    }

    /** Whether it is so at a moment. */
    boolean isAt(Instant moment) {
        return !from.isAfter(moment) && (until == null || until.isAfter(moment));
    }

    /** The same, said by another. */
    public Attestation by(String other) {
        return new Attestation(id, topic, subject, value, detail, other, from, until);
    }

    /** The same for another time. */
    Attestation lasting(Instant nowFrom, @Nullable Instant nowUntil) {
        return new Attestation(id, topic, subject, value, detail, by, nowFrom, nowUntil);
    }

    /** Whether it is ever so. */
    boolean lasts() {
        return until == null || until.isAfter(from);
    }
}
