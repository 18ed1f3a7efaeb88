package org.laurelbridge.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;

/**
 * A history as one evaluation sees it. Conditions take their facts from here and nowhere else, so that what is held, regraded,
 * narrowed or read ahead is decided once.
 */
public final class View {
    private final Standings standings;
    private final Attestations attestations;
    private final List<LeftOut> leftOut;
    private final Duration gain;
    private final Cycle cycle;
    private final Lens lens;

    /**
     * How the facts are looked at.
     *
     * @param ahead how much earlier they are seen than they happened
     * @param moments at which named conditions became true
     * @param registration of whose facts alone those are shown that must share one; null while none was chosen
     * @param since nothing earlier is shown
     */
    private record Lens(
            Duration ahead,
            Map<String, Instant> moments,
            @Nullable UUID registration,
            Instant since) {}

    /**
     * A fact and when it counts.
     *
     * @param from this moment on
     * @param leaves the first moment at which it is too long ago; null for never
     */
    record Seen(StandingFact fact, Instant from, @Nullable Instant leaves) {
        boolean isAt(Instant moment) {
            return !from.isAfter(moment) && (leaves == null || leaves.isAfter(moment));
        }
    }

    private View(View of, Lens lens) {
        this.standings = of.standings;
        this.attestations = of.attestations;
        this.leftOut = of.leftOut;
        this.gain = of.gain;
        this.cycle = of.cycle;
        this.lens = lens;
    }

    /**
     * What can be seen of a learner.
     *
     * @param gain the settling time by which {@code none} reads ahead
     * @param cycle the award that is looked for: what paid for an earlier one is not shown
     */
    View(Standings standings, Attestations attestations, Duration gain, Cycle cycle) {
        this.standings = standings;
        this.attestations = attestations;
        this.leftOut = standings.leftOut();
        this.gain = gain;
        this.cycle = cycle;
        this.lens = new Lens(Duration.ZERO, Map.of(), null, cycle.since());
    }

    /** The same facts, each seen earlier by the settling time: how {@code none} reads them (S5). */
    View settled() {
        return through(new Lens(gain, lens.moments, lens.registration, lens.since));
    }

    /** The same, where these conditions became true at these moments. */
    View knowing(Map<String, Instant> moments) {
        return through(new Lens(lens.ahead, Map.copyOf(moments), lens.registration, lens.since));
    }

    /** The same, where conditions that must share a registration rest on this one. */
    View of(UUID registration) {
        return through(new Lens(lens.ahead, lens.moments, registration, lens.since));
    }

    /** The same without what was seen before a moment. */
    View notBefore(Instant seen) {
        boolean endless = seen.equals(Instant.MIN) || seen.equals(Instant.MAX);
        Instant bound = endless ? seen : seen.plus(lens.ahead);
        Instant since = bound.isAfter(lens.since) ? bound : lens.since;
        return through(new Lens(lens.ahead, lens.moments, lens.registration, since));
    }

    private View through(Lens other) {
        return new View(this, other);
    }

    /** All facts of a scope, in order. They leave in the order in which they came: none before one that came before it. */
    List<Seen> facts(Scope scope) {
        Window window = scope.window();
        Instant opens = window.opens(this);
        Instant closes = window.closes(this);
        List<Seen> seen = new ArrayList<>();
        Instant last = Instant.MIN;
        for (StandingFact fact : opens == null ? List.<StandingFact>of() : standings.of(scope)) {
            Instant at = fact.at();
            boolean inside = !at.isBefore(opens) && (closes == null || at.isBefore(closes)) && counts(at, scope);
            if (inside
                    && !isSpent(fact)
                    && scope.admits(fact)
                    && (!scope.sameRegistration() || isOfTheRegistration(fact.fact()))) {
                Instant leaves = window.leaves(at);
                last = leaves == null || leaves.isBefore(last) ? last : leaves;
                seen.add(new Seen(fact, shifted(at), leaves == null ? null : last));
            }
        }
        return seen;
    }

    private boolean counts(Instant at, Scope scope) {
        return !at.isBefore(lens.since) && (!scope.inWindow() || !at.isBefore(cycle.opens()));
    }

    private boolean isSpent(StandingFact fact) {
        return !cycle.spent().isEmpty() && fact.statements().stream().anyMatch(cycle.spent()::contains);
    }

    /** What happened pays once; what lasts goes on. */
    private boolean isSpent(Attestation attestation) {
        return attestation.topic().isEvent() && cycle.spent().contains(attestation.id());
    }

    /** What is attested about a subject and says what is asked for, at the times at which it counts. */
    List<Attestation> attested(Subject subject, Predicate<Attestation> says, Lasting lasting) {
        return attestations.of(subject, one -> says.test(one) && !isSpent(one), lasting, lens.since).stream()
                .map(one -> one.lasting(shifted(one.from()), one.until() == null ? null : shifted(one.until())))
                .toList();
    }

    /** The facts of a scope that count at a moment, in order. */
    List<StandingFact> facts(Scope scope, Instant moment) {
        return facts(scope).stream()
                .filter(seen -> seen.isAt(moment))
                .map(Seen::fact)
                .toList();
    }

    /** Whether it is of the one registration that conditions share. */
    boolean isOfTheRegistration(Fact fact) {
        return lens.registration != null && lens.registration.equals(fact.registration());
    }

    /** Whether it counted for an earlier award, or came before this one could be earned. */
    boolean isPaid(Fact fact) {
        return cycle.spent().contains(fact.statement()) || fact.at().isBefore(cycle.since());
    }

    /** From when on this award can be earned. */
    Instant cycleOpens() {
        return cycle.opens();
    }

    /** All facts of an activity, whoever told them and whenever, in order. */
    List<StandingFact> everythingOn(String activity) {
        return standings.of(Scope.of(activity));
    }

    /** The moment at which nothing new of a scope can come any more; null when there is none, or it is not known yet. */
    @Nullable
    Instant closes(Scope scope) {
        Instant closes = scope.window().closes(this);
        return closes == null ? null : shifted(closes);
    }

    /** When a named condition became true; null when it did not. */
    @Nullable
    Instant moment(String name) {
        return lens.moments.get(name);
    }

    private Instant shifted(Instant moment) {
        return moment.equals(Instant.MIN) ? moment : moment.minus(lens.ahead);
    }

    /** The times of all facts, in any order: where a moment of earning can be. */
    public Stream<Instant> times() {
        return everything().map(StandingFact::at);
    }

    /** The registrations of all facts, the one with the newest fact first. */
    List<UUID> registrations() {
        return registrations(everything());
    }

    /** The same of these activities' facts alone. */
    List<UUID> registrations(Set<String> activities) {
        return registrations(
                everything().filter(fact -> activities.contains(fact.fact().activity())));
    }

    private static List<UUID> registrations(Stream<StandingFact> facts) {
        return facts.map(StandingFact::fact)
                .filter(fact -> fact.registration() != null)
                .sorted(Fact.IN_ORDER.reversed())
                .map(fact -> Objects.requireNonNull(fact.registration()))
                .distinct()
                .toList();
    }

    private Stream<StandingFact> everything() {
        return standings.all();
    }

    /** The facts that count nowhere; those of one activity in order. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }
}
