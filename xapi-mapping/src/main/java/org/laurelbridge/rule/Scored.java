package org.laurelbridge.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;

/**
 * A score of at least so much. Inside one attempt the last score counts, between attempts the policy; attempts without a score
 * are skipped, and where no attempt has one the answer is unknown (S2, S11).
 *
 * @param needed compared with the unrounded fraction: 79.996 % is not 80 %
 */
public record Scored(String on, Percent needed, AttemptPolicy attempt) implements Condition {

    /** The kinds whose scores count. A regrade counts through the fact that it regrades. */
    static final Set<Kind> KINDS = Set.of(Kind.PASSED, Kind.FAILED, Kind.COMPLETED, Kind.SCORED);

    @Override
    public Finding finding(View view, Instant moment) {
        Attempts attempts = new Attempts(needed, attempt);
        view.facts(on, moment).stream().filter(Scored::counts).forEach(attempts::add);
        if (attempts.isEmpty()) {
            return withoutScore(attempts);
        }
        Percent shown = attempt.shown(attempts);
        Phrase progress = Phrase.of("open.scored", shown, needed, Phrase.of("attempt." + attempt.word() + ".short"));
        List<StandingFact> facts = attempt.deciding(attempts);
        Status status = switch (attempt.truth(attempts)) {
            case MET -> new Status.Met(facts.get(facts.size() - 1).at());
            case IMPOSSIBLE -> new Status.Impossible(progress, Phrase.of("impossible.attempt." + attempt.word()));
            default -> new Status.Open(0, 1, progress, null);
        };
        return Finding.leaf(this, status, facts, shown);
    }

    private Finding withoutScore(Attempts attempts) {
        return Finding.leaf(
                this,
                attempts.unscored().isEmpty()
                        ? new Status.Open(0, 1, Phrase.of("open.noScore", needed), null)
                        : new Status.Unknown(Phrase.of("unknown.noScore")),
                attempts.unscored(),
                null);
    }

    @Override
    public Timeline timeline(View view) {
        Attempts attempts = new Attempts(needed, attempt);
        List<Timeline.Step> steps = new ArrayList<>();
        for (StandingFact fact : view.facts(on)) {
            if (counts(fact)) {
                attempts.add(fact);
                steps.add(new Timeline.Step(view.countsFrom(fact), truth(attempts)));
            }
        }
        return Timeline.of(Truth.OPEN, steps);
    }

    private Truth truth(Attempts attempts) {
        return attempts.isEmpty() ? Truth.UNKNOWN : attempt.truth(attempts);
    }

    private static boolean counts(StandingFact fact) {
        return KINDS.contains(fact.fact().kind()) || fact.regrade() != null;
    }

    @Override
    public String word() {
        return "scored";
    }

    @Override
    public String subject() {
        return on;
    }

    @Override
    public Phrase instruction() {
        return Phrase.of("do.scored", new Phrase.Activity(on), needed, Phrase.of("attempt." + attempt.word()));
    }

    @Override
    public Set<String> activities() {
        return Set.of(on);
    }
}
