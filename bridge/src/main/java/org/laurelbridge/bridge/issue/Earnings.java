package org.laurelbridge.bridge.issue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Recipients;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings together what a badge is written from: the award, its recipient and what it means. */
public final class Earnings {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Awards awards;
    private final People people;
    private final Achievements achievements;
    private final Recipients recipients;
    private final Salts salts;
    private final Function<AwardId, Sharing> choices;

    /** Where nobody has chosen anything. */
    public Earnings(Awards awards, People people, Achievements achievements, Recipients recipients, Salts salts) {
        this(awards, people, achievements, recipients, salts, award -> Sharing.UNCHOSEN);
    }

    public Earnings(
            Awards awards,
            People people,
            Achievements achievements,
            Recipients recipients,
            Salts salts,
            Function<AwardId, Sharing> choices) {
        this.awards = awards;
        this.people = people;
        this.achievements = achievements;
        this.recipients = recipients;
        this.salts = salts;
        this.choices = choices;
    }

    /**
     * What a credential stands for; empty when there is none, since nothing was given.
     *
     * @param credential its id: that of an award, or of a later revision
     *
     * @throws IllegalStateException when its person or the version of its badge is gone
     */
    public Optional<Earned> find(UUID credential) {
        return awards.find(credential)
                .filter(award -> award.status().isGiven() || isEarlier(award, credential))
                .map(award -> earned(award, new AwardId(credential)));
    }

    /** What it means as a page tells it to a reader of this language; what is signed of it keeps its own. */
    public Achievement told(Earned earned, Locale reader) {
        Achievement signed = earned.achievement();
        return achievements.told(signed.badge(), signed.version(), reader).orElse(signed);
    }

    /** Whether a credential was given and does not hold: taken back, suspended, or superseded by one that is. */
    public boolean isFallen(AwardId credential) {
        return find(credential.value())
                .filter(earned -> !earned.standing().holds())
                .isPresent();
    }

    /** Whether an award was given by this credential once, and goes by another now, or will. */
    private static boolean isEarlier(Award award, UUID credential) {
        return !award.credential().value().equals(credential);
    }

    private Earned earned(Award award, AwardId credential) {
        Person person = recipient(award)
                .orElseThrow(() -> new IllegalStateException("there is no person for the award " + award.id()));
        Achievement achievement = achievements
                .find(award.badge(), award.badgeVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "there is no badge " + award.badge() + " in version " + award.badgeVersion()));
        Sharing sharing = choices.apply(award.id());
        Recipient recipient = new Recipient(
                recipients.recipient(award, person.id()),
                person.email().orElse(null),
                salts.of(award.id()),
                sharing.plain());
        return new Earned(
                credential,
                recipient,
                achievement,
                award.earnedAt(),
                award.expiresAt(),
                award.evidence().size(),
                standing(award, credential),
                score(award),
                new Earned.Shown(sharing.evidence(), sharing.score()));
    }

    /** A superseded one stays that of the account that earned it, under whose address others know it. */
    private Optional<Person> recipient(Award award) {
        return award.status() == AwardStatus.SUPERSEDED
                ? people.findAlone(awards.grantee(award.id()).value())
                : people.find(award.person().value());
    }

    /** As the explanation that is kept with it says. */
    private static @Nullable BigDecimal score(Award award) {
        JsonNode score = JSON.readTree(award.explanation()).path("score");
        return score.isNumber() ? score.decimalValue() : null;
    }

    /** The award in the place of a superseded one; empty for any other. */
    public Optional<Award> inPlaceOf(Award award) {
        return award.status() == AwardStatus.SUPERSEDED
                ? awards.find(award.person(), List.of(award.badge())).getOrDefault(award.badge(), List.of()).stream()
                        .filter(other -> other.cycle() == award.cycle())
                        .findFirst()
                : Optional.empty();
    }

    /** Whoever was merged and has an award taken back cannot show an earlier one of the same badge instead. */
    private Standing standing(Award itself, AwardId credential) {
        if (isEarlier(itself, credential.value())) {
            return Standing.revoked("taken back" + (itself.status().isGiven() ? "; its learner earned it anew" : ""));
        }
        Award award = inPlaceOf(itself).orElse(itself);
        String reason = award.reason();
        return switch (award.status()) {
            case REVOKED -> Standing.revoked(reason == null ? "revoked" : reason);
            case SUSPENDED -> Standing.suspended("suspended" + (reason == null ? "" : ": " + reason));
            default -> Standing.STANDS;
        };
    }
}
