package org.laurelbridge.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.mapping.Fact;

/** At least one fact of a certain sort about one activity. Its moment and its evidence are the first such fact. */
public sealed interface FactCondition extends Condition permits Completed, Passed, Satisfied, Did {

    /** The label of the activity. */
    String on();

    /** Whether this fact is of the sort asked for. */
    boolean counts(Fact fact);

    @Override
    default Finding finding(View view, Instant moment) {
        return first(view.facts(on(), moment))
                .map(fact -> Finding.leaf(this, new Status.Met(fact.at()), List.of(fact), fact.percent()))
                .orElseGet(() -> Finding.leaf(this, notYet(), List.of(), null));
    }

    @Override
    default Timeline timeline(View view) {
        return Timeline.of(
                Truth.OPEN,
                first(view.facts(on()))
                        .map(fact -> List.of(new Timeline.Step(view.countsFrom(fact), Truth.MET)))
                        .orElse(List.of()));
    }

    @Override
    default Phrase instruction() {
        return Phrase.of("do." + word(), new Phrase.Activity(on()));
    }

    @Override
    default String subject() {
        return on();
    }

    @Override
    default Set<String> activities() {
        return Set.of(on());
    }

    private Optional<StandingFact> first(List<StandingFact> facts) {
        return facts.stream().filter(fact -> counts(fact.fact())).findFirst();
    }

    private static Status notYet() {
        return new Status.Open(0, 1, Phrase.of("open.notYet"), null);
    }
}
