package org.laurelbridge.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Structure;

/**
 * Satisfied, as the LMS says, or, where it does not say so, as moveOn makes it (cmi5 9.3.9, 13.1.4): when every unit of the course
 * structure is met by its own "passed" or "completed" or was waived, all in one registration. It explains itself as one condition.
 *
 * <p>{@code from} is whom the LMS's own words are believed from, "satisfied" and "waived". What the units say comes from the units,
 * by whichever source the mapping lets bring facts. All other modifiers narrow both.
 *
 * @param said what the LMS says; its modifiers are those of the whole
 * @param units what the units must do; null where the structure is not known, so that only the LMS can tell
 */
public record Derived(Satisfied said, @Nullable All units) implements Condition {
    private static final UUID NONE = new UUID(0, 0);

    /** One way to be satisfied. */
    private record Way(Condition condition, View view) {}

    /**
     * Over a structure.
     *
     * @param structure of the activity that {@code said} is about; it must ask for something
     */
    public static Derived of(Satisfied said, Structure structure) {
        return new Derived(
                said,
                new All(structure.units().stream()
                        .flatMap(unit -> unit(unit, said).stream())
                        .toList()));
    }

    /** Empty when nothing needs to be done for it. */
    private static Optional<Condition> unit(Structure.Unit unit, Satisfied said) {
        Scope own = said.scope().ofUnit(unit.label(), null);
        Condition completed = new Cmi5Did(Kind.COMPLETED, own);
        Condition passed = new Cmi5Did(Kind.PASSED, own);
        List<Condition> ways = new ArrayList<>(
                switch (unit.moveOn()) {
                    case PASSED -> List.of(passed);
                    case COMPLETED -> List.of(completed);
                    case COMPLETED_AND_PASSED -> List.<Condition>of(new All(List.of(completed, passed)));
                    case COMPLETED_OR_PASSED -> List.of(completed, passed);
                    case NOT_APPLICABLE -> List.of();
                });
        if (said.waived() && !ways.isEmpty()) {
            ways.add(new Cmi5Did(
                    Kind.WAIVED, said.scope().ofUnit(unit.label(), said.scope().from())));
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(new Any(ways));
    }

    /** What the LMS says first; then the units in each registration, the one with the newest fact first. */
    private List<Way> ways(View view) {
        List<Way> ways = new ArrayList<>(List.of(new Way(said, view)));
        if (units != null && said.scope().sameRegistration()) {
            ways.add(new Way(units, view));
        } else if (units != null) {
            List<UUID> registrations = view.registrations(units.activities());
            (registrations.isEmpty() ? List.of(NONE) : registrations)
                    .forEach(registration -> ways.add(new Way(units, view.of(registration))));
        }
        return ways;
    }

    @Override
    public Timeline timeline(View view) {
        return Timeline.merge(
                ways(view).stream().map(way -> way.condition.timeline(way.view)).toList(), tally -> tally.atLeast(1));
    }

    /** The way by which it was met first; while it is open, the one that came farthest. */
    @Override
    public Finding finding(View view, Instant moment) {
        List<Finding> found = ways(view).stream()
                .map(way -> way.condition.finding(way.view, moment))
                .toList();
        Finding best = found.stream()
                .filter(way -> way.status() instanceof Status.Met)
                .min(Comparator.comparing(Derived::metAt))
                .or(() -> found.stream()
                        .filter(way -> way.status() instanceof Status.Open)
                        .min(Comparator.comparing(Derived::done, Comparator.reverseOrder())))
                .orElse(found.get(0));
        return Finding.leaf(this, status(best), facts(best).toList(), best.decidingScore());
    }

    private static Instant metAt(Finding way) {
        return way.status() instanceof Status.Met met && met.at() != null ? met.at() : Instant.MIN;
    }

    /** Units that have not begun yet still say more than an LMS that has said nothing. */
    private static int done(Finding way) {
        return way.status() instanceof Status.Open open && !way.parts().isEmpty() ? open.done() : -1;
    }

    private static Status status(Finding way) {
        if (way.status() instanceof Status.Open open && !way.parts().isEmpty()) {
            Phrase progress = Phrase.of("open.units", String.valueOf(open.done()), String.valueOf(open.of()));
            return new Status.Open(open.done(), open.of(), progress, open.deadline());
        }
        return way.status();
    }

    /** Of units that are not all met yet, those of the ones that are. */
    private static Stream<StandingFact> facts(Finding way) {
        return way.parts().isEmpty()
                ? way.facts().stream()
                : way.parts().stream().flatMap(Finding::evidence);
    }

    @Override
    public Stream<Instant> turns(View view) {
        return ways(view).stream().flatMap(way -> way.condition.turns(way.view));
    }

    @Override
    public Set<String> activities() {
        Set<String> activities = new HashSet<>(said.activities());
        if (units != null) {
            activities.addAll(units.activities());
        }
        return activities;
    }

    @Override
    public boolean sharesRegistration() {
        return said.sharesRegistration();
    }

    @Override
    public @Nullable String as() {
        return said.as();
    }

    @Override
    public @Nullable String after() {
        return said.after();
    }

    @Override
    public String word() {
        return said.word();
    }

    @Override
    public String subject() {
        return said.subject();
    }

    @Override
    public Phrase instruction() {
        return Phrase.of("do.derived", said.instruction());
    }
}
