package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Ahead;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Missing;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Subject;

/** How each of many people stands with each of some badges. Writes nothing. */
public final class ClassStandings {
    private static final Set<Mark> HELD = Set.of(Mark.EARNED, Mark.REVIEW);

    private final ClassEvidence evidence;
    private final RuleBook rules;
    private final InstantSource clock;

    public ClassStandings(ClassEvidence evidence, RuleBook rules, InstantSource clock) {
        this.evidence = evidence;
        this.rules = rules;
        this.clock = clock;
    }

    /** How somebody stands with a badge. */
    public enum Mark {
        EARNED,
        /** Earned; its evidence is gone, and somebody decides. */
        REVIEW,
        /** Earned, and waits for somebody's approval. */
        PROPOSED,
        /** Earned, and waits for the learner. */
        OFFERED,
        SUSPENDED,
        REVOKED,
        EXPIRED,
        UNDER_WAY,
        /** Nothing is known that would count. */
        NOT_BEGUN,
        /** It cannot be earned any more, as far as the known facts tell. */
        IMPOSSIBLE
    }

    /**
     * How somebody stands with a badge.
     *
     * @param done of {@code of} steps, when it is under way; {@code of} is 0 where they are not counted
     * @param missing the one condition that is; null when it is not one alone
     * @param award the newest; null when there is none
     * @param version of the rule that the award was earned under; 0 without one
     */
    public record Cell(
            Mark mark,
            int done,
            int of,
            @Nullable Missing missing,
            @Nullable AwardId award,
            int version) {
        /** Nothing is known. */
        public static final Cell NOT_BEGUN = new Cell(Mark.NOT_BEGUN, 0, 0, null, null, 0);

        public boolean isNear() {
            return missing != null;
        }
    }

    /**
     * A row for each person, a cell for each badge.
     *
     * @param people who stand for themselves
     * @param badges ids of some that are in force; what is not any more is left out
     * @return rows by person, cells by badge
     */
    public Map<PersonId, Map<String, Cell>> of(Collection<PersonId> people, Collection<String> badges) {
        InForce inForce = rules.current();
        List<String> ids =
                badges.stream().filter(badge -> inForce.find(badge).isPresent()).toList();
        List<Reads> reads = new ArrayList<>();
        Map<PersonId, ClassEvidence.Known> all = evidence.know(people, ids, withdrawn -> {
            ids.forEach(badge -> reads.add(Reads.of(inForce, badge, withdrawn)));
            return Judge.asked(inForce, ids, withdrawn);
        });
        Table table = new Table(inForce, Map.copyOf(Reads.byBadge(reads)), clock.instant());
        Map<PersonId, Map<String, Cell>> rows = new HashMap<>();
        all.forEach((person, known) -> rows.put(person, table.row(person, known)));
        return rows;
    }

    /** What the versions of a badge read. */
    private record Reads(String badge, Set<String> activities, Set<Subject> subjects) {

        static Reads of(InForce inForce, String badge, Map<String, List<Award>> withdrawn) {
            List<Badge> versions = new Versions(inForce, badge).all(withdrawn.getOrDefault(badge, List.of()));
            Set<String> activities = new HashSet<>();
            Set<Subject> subjects = new HashSet<>();
            versions.forEach(version -> {
                activities.addAll(version.activities());
                subjects.addAll(version.attestedSubjects());
            });
            return new Reads(badge, activities, subjects);
        }

        /** Together where people were read in several parts. */
        static Map<String, Reads> byBadge(List<Reads> all) {
            return all.stream().collect(Collectors.toMap(Reads::badge, reads -> reads, Reads::with));
        }

        private Reads with(Reads other) {
            Set<String> more = new HashSet<>(activities);
            more.addAll(other.activities);
            Set<Subject> others = new HashSet<>(subjects);
            others.addAll(other.subjects);
            return new Reads(badge, more, others);
        }
    }

    private record Table(InForce inForce, Map<String, Reads> badges, Instant now) {

        Map<String, Cell> row(PersonId person, ClassEvidence.Known known) {
            Map<String, List<Fact>> facts = known.facts().stream().collect(Collectors.groupingBy(Fact::activity));
            Map<String, Cell> cells = new HashMap<>();
            badges.values().forEach(reads -> {
                Cell decided = decided(known.stands().get(reads.badge()));
                cells.put(reads.badge(), decided == null ? undecided(person, known, facts, reads) : decided);
            });
            return cells;
        }

        /** Null without an award, and for what was withdrawn: it may be under way again. */
        private @Nullable Cell decided(ClassEvidence.@Nullable Stands stands) {
            Mark mark = stands == null ? null : mark(stands, now);
            return stands == null || mark == null ? null : new Cell(mark, 0, 0, null, stands.award(), stands.version());
        }

        private Cell undecided(PersonId person, ClassEvidence.Known known, Map<String, List<Fact>> facts, Reads reads) {
            List<Fact> own = reads.activities().stream()
                    .flatMap(activity -> facts.getOrDefault(activity, List.of()).stream())
                    .toList();
            List<Attestation> attested = known.attested().stream()
                    .filter(one -> reads.subjects().contains(new Subject(one.topic(), one.subject())))
                    .toList();
            if (own.isEmpty() && attested.isEmpty()) {
                return Cell.NOT_BEGUN;
            }
            List<Award> withdrawn = known.withdrawn().getOrDefault(reads.badge(), List.of());
            Cycles.Person one = new Cycles.Person(person, Map.of(reads.badge(), withdrawn), own, attested);
            return new Cycles(inForce, one, reads.badge())
                    .decide(now).stream()
                            .flatMap(step -> Stream.ofNullable(step.decision()))
                            .findFirst()
                            .map(Table::cell)
                            .orElse(Cell.NOT_BEGUN);
        }

        private static Cell cell(Decision decision) {
            Missing missing = Missing.one(decision).orElse(null);
            if (decision.status() instanceof Status.Open) {
                Ahead.Steps steps = Ahead.Steps.of(decision);
                return new Cell(Mark.UNDER_WAY, steps.done(), steps.of(), missing, null, 0);
            }
            return decision.status() instanceof Status.Impossible
                    ? new Cell(Mark.IMPOSSIBLE, 0, 0, null, null, 0)
                    : new Cell(Mark.UNDER_WAY, 0, 0, missing, null, 0);
        }
    }

    private static @Nullable Mark mark(ClassEvidence.Stands stands, Instant now) {
        boolean isOver = stands.expiresAt() != null && !now.isBefore(stands.expiresAt());
        return switch (stands.status()) {
            case VALID -> isOver ? Mark.EXPIRED : Mark.EARNED;
            case REVIEW -> isOver ? Mark.EXPIRED : Mark.REVIEW;
            case PROPOSED -> Mark.PROPOSED;
            case OFFERED -> Mark.OFFERED;
            case SUSPENDED -> Mark.SUSPENDED;
            case REVOKED -> Mark.REVOKED;
            case WITHDRAWN, SUPERSEDED -> null;
        };
    }

    /**
     * Who of these people stands so with one of these badges by their newest award of it. An older one counts as long as they hold it,
     * whatever became of its renewal.
     */
    public Set<PersonId> standing(Collection<PersonId> people, Collection<String> badges, Set<Mark> so) {
        Instant now = clock.instant();
        return evidence.listStands(people, badges).entrySet().stream()
                .filter(person -> person.getValue().values().stream()
                        .flatMap(awards -> marks(awards, now))
                        .anyMatch(so::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Stream<Mark> marks(List<ClassEvidence.Stands> awards, Instant now) {
        ClassEvidence.Stands newest = ClassEvidence.Stands.newest(awards);
        return awards.stream()
                .flatMap(one ->
                        Stream.ofNullable(mark(one, now)).filter(mark -> one.equals(newest) || HELD.contains(mark)));
    }

    /**
     * Who of these people misses one condition alone of one of these badges, as it was decided last: nothing is decided for it, so
     * that a large class costs no more than a small one.
     */
    public Set<PersonId> near(Collection<PersonId> people, Collection<String> badges) {
        return evidence.listNear(people, badges, clock.instant());
    }

    /**
     * What waits for somebody's approval, as it was decided last: awards that were earned, and where an instructor's approval is the one
     * condition that is missing.
     *
     * @return badges by person
     */
    public Map<PersonId, Set<String>> waiting(Collection<PersonId> people, Collection<String> badges) {
        Map<PersonId, Set<String>> waiting = new HashMap<>(byApproval(people, badges));
        evidence.listBadges(people, badges, Set.of(AwardStatus.PROPOSED))
                .forEach((person, those) -> waiting.merge(
                        person,
                        those,
                        (one, other) ->
                                Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toSet())));
        return waiting;
    }

    /** Of which badges an instructor's approval is the one condition that these people miss, as it was decided last. */
    public Map<PersonId, Set<String>> byApproval(Collection<PersonId> people, Collection<String> badges) {
        return evidence.listByApproval(people, badges);
    }

    /** When these people earned these badges; what was taken away, or waits, is left out. */
    public List<ClassEvidence.Earned> earned(Collection<PersonId> people, Collection<String> badges) {
        return evidence.listEarned(people, badges);
    }

    /** The badges that each of these people has earned and can claim. */
    public Map<PersonId, Set<String>> offered(Collection<PersonId> people, Collection<String> badges) {
        return evidence.listBadges(people, badges, Set.of(AwardStatus.OFFERED));
    }
}
