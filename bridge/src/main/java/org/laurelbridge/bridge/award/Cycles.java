package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award.Consent;
import org.laurelbridge.bridge.award.Awards.Change;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Due;
import org.laurelbridge.bridge.award.Awards.Near;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Decider;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Missing;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Cycle;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.Subject;
import org.laurelbridge.rule.Topic;

/** One badge of one person, through all of its cycles: each is looked for after the one before it. A function of what is known. */
public final class Cycles {
    /** As rules ask for their approval. */
    private static final String INSTRUCTOR = "instructor";

    private final InForce inForce;
    private final Person person;
    private final String badge;
    private final Versions versions;
    private final History history;
    private final List<Award> held;

    /** @param badge one that is in force */
    public Cycles(InForce inForce, Person person, String badge) {
        this.inForce = inForce;
        this.person = person;
        this.badge = badge;
        this.versions = new Versions(inForce, badge);
        this.history = History.of(person.facts(), person.attested());
        this.held = person.held(badge);
    }

    /**
     * What is known of one person.
     *
     * @param held awards by badge; those of one badge by their cycle
     */
    public record Person(PersonId id, Map<String, List<Award>> held, List<Fact> facts, List<Attestation> attested) {
        public Person {
            held = Map.copyOf(held);
            facts = List.copyOf(facts);
            attested = List.copyOf(attested);
        }

        /** Awards of one badge. */
        public List<Award> held(String badge) {
            return held.getOrDefault(badge, List.of());
        }
    }

    /**
     * What was decided about one cycle.
     *
     * @param badge by which version
     * @param decision null where it could not be looked for
     * @param award as it was before; null when there was none
     * @param lookAgain when the answer of any version that was asked may change by itself; null for never
     */
    public record Step(
            int cycle,
            Badge badge,
            @Nullable Decision decision,
            @Nullable Award award,
            @Nullable Instant lookAgain) {

        public boolean isMet() {
            return decision != null && decision.isMet();
        }

        /** Whether the award can be judged: that which was earned under a version that cannot be read any more stays as it is. */
        public boolean isReadable() {
            return award == null || award.badgeVersion() == badge.version();
        }

        /** Whether the award would rest on something else than it does. */
        public boolean isMoved() {
            return award != null && decision != null && Lifecycle.isMoved(award, badge, decision);
        }

        /** How the award stands once it is given: valid, unless somebody has to say yes first. */
        public AwardStatus given() {
            return Lifecycle.missing(
                    badge,
                    decision,
                    award == null ? Consent.NONE : award.standing().consentNow());
        }
    }

    /** Every cycle that has an award, and the next one that may be earned, in order. */
    public List<Step> decide(Instant now) {
        List<Step> steps = new ArrayList<>();
        Cycle.Earned last = null;
        int most = held.stream().mapToInt(Award::cycle).max().orElse(0);
        for (int cycle = 1; cycle == 1 || last != null || cycle <= most; cycle++) {
            Award award = award(cycle).orElse(null);
            Step step = step(cycle, award, last, now);
            if (step.decision() == null && award == null && cycle > most) {
                break;
            }
            if (step.decision() != null || award != null) {
                steps.add(step);
            }
            last = earned(step, last);
        }
        return steps;
    }

    private Optional<Award> award(int cycle) {
        return held.stream().filter(award -> award.cycle() == cycle).findFirst();
    }

    private Step step(int cycle, @Nullable Award award, Cycle.@Nullable Earned last, Instant now) {
        List<Badge> rules = award == null
                ? versions.forNew(person.facts(), person.attested(), last)
                : versions.of(award).map(List::of).orElse(List.of());
        Badge first = rules.isEmpty() ? inForce.find(badge).orElseThrow() : rules.get(0);
        List<Step> looked = rules.stream()
                .filter(rule -> cycle == 1 || (last != null && rule.terms().repeats()))
                .map(rule -> step(cycle, rule, new Decider().decide(rule, history, last, now), award))
                .toList();
        Instant next = looked.stream()
                .flatMap(step -> Stream.ofNullable(step.lookAgain()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        Step chosen = looked.stream()
                .filter(Step::isMet)
                .min(Comparator.comparing(step -> Objects.requireNonNull(
                        Objects.requireNonNull(step.decision()).earnedAt())))
                .orElseGet(() -> looked.isEmpty() ? new Step(cycle, first, null, award, null) : looked.get(0));
        return new Step(cycle, chosen.badge(), chosen.decision(), award, next);
    }

    private static Step step(int cycle, Badge rule, Decision decision, @Nullable Award award) {
        return new Step(cycle, rule, decision, award, decision.lookAgain());
    }

    /**
     * What the next cycle follows: what was earned, or what stands without it; after a person's no what that was about, whatever
     * came or went since. Null ends the chain.
     */
    private static Cycle.@Nullable Earned earned(Step step, Cycle.@Nullable Earned last) {
        Award award = step.award();
        boolean isClosed = award != null && award.standing().isClosed();
        if (!isClosed && step.decision() != null && step.decision().isMet()) {
            return step.decision().earned(step.badge());
        }
        boolean isKept = award != null
                && award.status().holdsGrade()
                && (!step.isReadable()
                        || (award.status() == AwardStatus.VALID
                                && (award.standing().decided()
                                        || step.badge().unsupported() == Badge.Unsupported.KEEP)));
        if (award == null || !(isClosed || isKept)) {
            return null;
        }
        Set<UUID> spent = new HashSet<>(award.evidence());
        if (last != null) {
            spent.addAll(last.spent());
        }
        // what was attested for it is not known any more: nothing up to its moment pays again
        Instant after = award.earnedAt().plus(1, ChronoUnit.MICROS);
        return new Cycle.Earned(step.cycle(), after, award.expiresAt(), spent);
    }

    Conclusion conclude(Due due, Lifecycle lifecycle, Instant now) {
        List<Step> steps = decide(now);
        List<Case> cases = steps.stream().map(this::one).toList();
        List<Case.Outcome> outcomes = new ArrayList<>();
        for (int place = 0; place < steps.size(); place++) {
            Case one = cases.get(place);
            outcomes.add(steps.get(place).isReadable() ? lifecycle.conclude(one, now) : one.nothing());
        }
        List<Award> after = after(steps, outcomes);
        Notices notices = new Notices(badge, now);
        for (Case one : cases) {
            notices.look(one, after);
        }
        Stream<Instant> next = Stream.of(
                        steps.stream().map(Step::lookAgain),
                        outcomes.stream().map(Case.Outcome::lookAgain),
                        Stream.of(notices.next()))
                .flatMap(all -> all)
                .flatMap(Stream::ofNullable);
        return new Conclusion(
                due,
                outcomes.stream()
                        .flatMap(outcome -> Stream.ofNullable(outcome.change()))
                        .map(change -> isAnothers(change.award(), after) ? lifecycle.withoutGradebooks(change) : change)
                        .toList(),
                notices.due(),
                steps.stream()
                        .filter(step -> step.award() != null)
                        .reduce((one, newer) -> newer)
                        .map(step -> step.badge().deliver())
                        .orElse(List.of()),
                steps.stream().map(this::near).max(Comparator.naturalOrder()).orElse(Near.NOT),
                next.filter(now::isBefore).min(Comparator.naturalOrder()).orElse(null));
    }

    /** Of nothing that has not begun, whose conditions are all that there are. */
    private Near near(Step step) {
        Decision decision = step.decision();
        return decision == null || !isBegun(step.badge())
                ? Near.NOT
                : Missing.one(decision)
                        .map(missing -> missing.isApprovalBy(INSTRUCTOR) ? Near.APPROVAL : Near.ONE)
                        .orElse(Near.NOT);
    }

    private boolean isBegun(Badge version) {
        return person.facts().stream().anyMatch(fact -> version.activities().contains(fact.activity()))
                || person.attested().stream()
                        .anyMatch(one -> version.attestedSubjects().contains(new Subject(one.topic(), one.subject())));
    }

    /** The awards of all cycles as they are from now on. */
    private static List<Award> after(List<Step> steps, List<Case.Outcome> outcomes) {
        List<Award> after = new ArrayList<>();
        for (int place = 0; place < steps.size(); place++) {
            Change change = outcomes.get(place).change();
            Award award = change == null ? steps.get(place).award() : change.award();
            if (award != null) {
                after.add(award);
            }
        }
        return after;
    }

    /**
     * A gradebook has one place for all cycles of a badge: nothing is taken back there while another award holds it, and the newest
     * of those that do says what stands there.
     */
    private static boolean isAnothers(Award award, List<Award> after) {
        return after.stream()
                .filter(other ->
                        other.cycle() != award.cycle() && other.status().holdsGrade())
                .anyMatch(other -> !award.status().holdsGrade() || other.cycle() > award.cycle());
    }

    private Case one(Step step) {
        List<String> readers = inForce.badgesOf(new Subject(Topic.HOLDS, badge));
        Case.Known known =
                new Case.Known(inForce.generation(), Words.of(inForce, step.badge()), person.facts(), readers);
        return new Case(person.id(), step.cycle(), step.badge(), step.decision(), step.award(), known);
    }
}
