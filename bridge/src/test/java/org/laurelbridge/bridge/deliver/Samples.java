package org.laurelbridge.bridge.deliver;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** One learner and one award, and deliveries of it. */
public final class Samples {

    public static final PersonId ADA = new PersonId(UUID.fromString("0d0f4b6a-7f3e-4d0c-9c53-1f0a6f6f0003"));
    public static final AwardId AWARD = new AwardId(UUID.fromString("9b1c3c0e-1111-8222-8333-444455556666"));
    public static final Instant EARNED = Instant.parse("2026-11-23T09:00:00Z");
    public static final String BADGE = "k8s-quiz";
    public static final String TARGET = "campus";
    public static final String REMARK = "Badge Kubernetes fundamentals, earned 2026-11-23";

    private Samples() {}

    public static Person ada(Identifier... identifiers) {
        return new Person(ADA, "Ada Lovelace", List.of(identifiers));
    }

    public static Award award() {
        return award(AWARD, BADGE);
    }

    public static Award award(AwardId id, String badge) {
        return new Award(
                id,
                id,
                1,
                badge,
                ADA,
                1,
                new Award.Basis(
                        3, 7, EARNED, null, List.of(UUID.fromString("11111111-1111-4111-8111-111111111111")), "{}"),
                Award.Standing.VALID,
                false);
    }

    /** The first revision, 100 of 100, in course 2. */
    public static Delivery delivery(Person person) {
        return delivery(person, 1, "100");
    }

    /** A revision with its grade; each has a stamp one second later than the one before. */
    public static Delivery delivery(Person person, int revision, String grade) {
        return new Delivery(
                revision,
                award(),
                person,
                "Kubernetes fundamentals",
                TARGET,
                revision,
                "2",
                new BigDecimal(grade),
                new BigDecimal("100"),
                REMARK,
                EARNED.plusSeconds(revision),
                0);
    }
}
