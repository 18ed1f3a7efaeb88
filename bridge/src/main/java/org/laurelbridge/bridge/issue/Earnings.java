package org.laurelbridge.bridge.issue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;

/** Brings together what a badge is written from: the award, its recipient and what it means. */
public final class Earnings {

    private final Awards awards;
    private final People people;
    private final Achievements achievements;
    private final AwardIds ids;
    private final Salts salts;

    public Earnings(Awards awards, People people, Achievements achievements, AwardIds ids, Salts salts) {
        this.awards = awards;
        this.people = people;
        this.achievements = achievements;
        this.ids = ids;
        this.salts = salts;
    }

    /**
     * What an award stands for; empty when there is no such award.
     *
     * @throws IllegalStateException when its person or the version of its badge is gone
     */
    public Optional<Earned> find(UUID award) {
        return awards.find(award).map(this::earned);
    }

    private Earned earned(Award award) {
        Person person = people.find(award.person().value())
                .orElseThrow(() -> new IllegalStateException("there is no person " + award.person()));
        Achievement achievement = achievements
                .find(award.badge(), award.badgeVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "there is no badge " + award.badge() + " in version " + award.badgeVersion()));
        Recipient recipient =
                new Recipient(ids.recipient(award.person()), person.email().orElse(null), salts.of(award.id()));
        return new Earned(
                award.id(),
                recipient,
                achievement,
                award.earnedAt(),
                award.evidence().size(),
                revoked(award));
    }

    /** The award in the place of a superseded one; empty for any other. */
    public Optional<Award> inPlaceOf(Award award) {
        return award.status() == AwardStatus.SUPERSEDED
                ? Optional.ofNullable(
                        awards.find(award.person(), List.of(award.badge())).get(award.badge()))
                : Optional.empty();
    }

    /** Whoever was merged and has an award taken back cannot show an earlier one of the same badge instead. */
    private @Nullable String revoked(Award itself) {
        Award award = inPlaceOf(itself).orElse(itself);
        if (award.status() != AwardStatus.REVOKED) {
            return null;
        }
        String reason = award.reason();
        return reason == null ? "revoked" : reason;
    }
}
