package org.laurelbridge.rule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the facts of one activity. They are poured into a {@link Gauge} in order; where the condition looks back only so
 * far, old ones leave it, and where its window closes, what is not met by then never will be.
 */
public sealed interface FactCondition extends Condition
        permits Completed, Passed, Satisfied, Did, Cmi5Did, Scored, GatheredCondition {

    /** The facts that it reads. */
    Scope scope();

    /** Whether this fact is of the sort asked for. */
    boolean counts(StandingFact fact);

    /** An empty one. */
    Gauge gauge();

    /** The instruction without what narrows it. */
    Phrase plainInstruction();

    /** The label of the activity. */
    default String on() {
        return scope().on();
    }

    @Override
    default Finding finding(View view, Instant moment) {
        Gauge gauge = gauge();
        view.facts(scope(), moment).stream().filter(this::counts).forEach(gauge::add);
        return Finding.leaf(this, bounded(gauge.status(), view, moment), gauge.facts(), gauge.score());
    }

    private Status bounded(Status status, View view, Instant moment) {
        Instant closes = scope().window().closes(view);
        Instant seen = view.closes(scope());
        if (closes == null || seen == null || status instanceof Status.Met || status instanceof Status.Impossible) {
            return status;
        }
        if (!seen.isAfter(moment)) {
            Phrase ended = Phrase.of("impossible.ended", new Phrase.Activity(on()), closes);
            return new Status.Impossible(status instanceof Status.Open open ? open.progress() : null, ended);
        }
        return status instanceof Status.Open open
                ? new Status.Open(open.done(), open.of(), open.progress(), closes)
                : status;
    }

    @Override
    default Timeline timeline(View view) {
        Flow flow = new Flow(gauge(), view.closes(scope()));
        view.facts(scope()).stream().filter(seen -> counts(seen.fact())).forEach(flow::add);
        return flow.timeline();
    }

    @Override
    default Stream<Instant> turns(View view) {
        return Stream.concat(
                Stream.ofNullable(view.closes(scope())),
                view.facts(scope()).stream().flatMap(seen -> Stream.ofNullable(seen.leaves())));
    }

    @Override
    default Phrase instruction() {
        List<Phrase> narrowings = scope().narrowings();
        return narrowings.isEmpty()
                ? plainInstruction()
                : Phrase.of("do.narrowed", plainInstruction(), new Phrase.Several(narrowings));
    }

    @Override
    default String subject() {
        return on();
    }

    @Override
    default Set<String> activities() {
        return Set.of(on());
    }

    @Override
    default boolean sharesRegistration() {
        return scope().sameRegistration();
    }

    @Override
    default @Nullable String as() {
        return scope().as();
    }

    @Override
    default @Nullable String after() {
        Window.Within within = scope().window().within();
        return within == null ? null : within.after();
    }
}
