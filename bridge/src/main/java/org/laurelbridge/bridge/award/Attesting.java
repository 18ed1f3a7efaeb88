package org.laurelbridge.bridge.award;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Subject;
import org.laurelbridge.rule.Topic;

/** Takes in what people and systems say of a learner: approvals, evidence, what the LMS knows. */
public final class Attesting implements Recorded<Attesting> {
    private static final Duration AGAIN = Duration.ofDays(1);
    /** No sender tries longer, and nobody means another one so soon. */
    private static final Duration RETRY = Duration.ofHours(1);

    private final Attestations attestations;
    private final Awards awards;
    private final RuleBook rules;
    private final InstantSource clock;

    public Attesting(Attestations attestations, Awards awards, RuleBook rules, InstantSource clock) {
        this.attestations = attestations;
        this.awards = awards;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Attesting by(Doer doer) {
        return new Attesting(attestations.by(doer), awards, rules, clock);
    }

    /**
     * What is said; see {@link Attestation}.
     *
     * @param topic any but {@link Topic#HOLDS}, which awards alone say
     * @param from null for now
     * @param until null while no end is known
     */
    public record Saying(
            Topic topic,
            String subject,
            String value,
            String detail,
            String by,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * Keeps it. The same said twice is kept once; with another end, only that changes. Where no time is given, it is the same while
     * it lasts; of what happens at a moment, for a day, or for an hour where an award was earned by it: the next one is about another.
     */
    public Attestation say(PersonId person, Saying saying) {
        if (saying.topic() == Topic.HOLDS) {
            throw new IllegalArgumentException("that a badge is held is said by its award alone");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant from = from(person, saying, now);
        Attestation said = new Attestation(
                id(person, saying, from),
                saying.topic(),
                saying.subject(),
                saying.value(),
                saying.detail(),
                saying.by(),
                from,
                saying.until() == null ? null : saying.until().truncatedTo(ChronoUnit.MICROS));
        while (!isKept(person, said, now)) {
            rules.refresh();
        }
        return said;
    }

    /** Its time; where none is given, that of the same before, else now. */
    private Instant from(PersonId person, Saying saying, Instant now) {
        return saying.from() != null
                ? saying.from().truncatedTo(ChronoUnit.MICROS)
                : attestations.list(person).stream()
                        .filter(known -> isSame(known, saying) && isFresh(person, known, now))
                        .map(Attestation::from)
                        .findFirst()
                        .orElse(now);
    }

    private static boolean isSame(Attestation known, Saying saying) {
        return known.topic() == saying.topic()
                && known.subject().equals(saying.subject())
                && known.value().equals(saying.value())
                && known.detail().equals(saying.detail())
                && known.by().equals(saying.by());
    }

    private boolean isFresh(PersonId person, Attestation known, Instant now) {
        if (known.from().isAfter(now)) {
            return false;
        }
        if (!known.topic().isEvent()) {
            return known.until() == null || known.until().isAfter(now);
        }
        boolean isRetry = known.from().plus(RETRY).isAfter(now);
        return isRetry || (known.from().plus(AGAIN).isAfter(now) && !hasPaid(person, known));
    }

    /** Whether an award of the badge that it is about was earned with it, or after it: for the next one it counts no more. */
    private boolean hasPaid(PersonId person, Attestation known) {
        return awards.find(person, List.of(known.subject())).getOrDefault(known.subject(), List.of()).stream()
                .anyMatch(award -> !award.earnedAt().isBefore(known.from()));
    }

    private boolean isKept(PersonId person, Attestation said, Instant now) {
        InForce inForce = rules.current();
        List<String> badges = inForce.badgesOf(new Subject(said.topic(), said.subject()));
        return attestations.put(person, said, badges, inForce.turn(), now);
    }

    /** What a system says of who takes part in something is just this from now on. Saying it again changes nothing. */
    public void replace(Attestations.Part part, Collection<PersonId> people) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        InForce inForce = rules.current();
        while (!attestations.replace(part, people, inForce.badgesOf(part.subject()), inForce.turn(), now)) {
            inForce = current();
        }
    }

    /** By what is said, so that a retry says the same. */
    private static UUID id(PersonId person, Saying saying, Instant from) {
        String all = String.join(
                "\u0000",
                person.toString(),
                saying.topic().word(),
                saying.subject(),
                saying.value(),
                saying.detail(),
                saying.by(),
                from.toString());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes back what was said.
     *
     * @return false when nothing was said under this id
     */
    public boolean takeBack(PersonId person, UUID id) {
        return attestations.list(person).stream()
                .filter(said -> said.id().equals(id))
                .anyMatch(said -> attestations.remove(
                        person, id, current().badgesOf(new Subject(said.topic(), said.subject())), clock.instant()));
    }

    /** All that is said of a person, awards left out, the newest first. */
    public List<Attestation> list(PersonId person) {
        return attestations.list(person);
    }

    private InForce current() {
        rules.refresh();
        return rules.current();
    }
}
