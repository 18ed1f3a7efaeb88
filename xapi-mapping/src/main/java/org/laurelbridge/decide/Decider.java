package org.laurelbridge.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Cycle;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Truth;

/**
 * Decides whether a learner has earned a badge (S4, S5): the moment of earning from the rule's timeline, then its findings at
 * that moment. It costs n log n for the n facts of the activities that the rule names.
 */
public final class Decider {

    /**
     * Whether it is earned for the first time, since when and by what.
     *
     * @param now the moment it is asked about: no later fact counts
     */
    public Decision decide(Badge badge, History history, Instant now) {
        return decide(badge, history, null, now);
    }

    /**
     * Whether it is earned once more.
     *
     * @param last the award that it would follow; null for the first time. The badge must {@link Cycle#after allow} another
     */
    public Decision decide(Badge badge, History history, Cycle.@Nullable Earned last, Instant now) {
        List<Cycle> chances = last == null ? List.of(Cycle.first(badge)) : Cycle.after(badge, last);
        for (Cycle chance : chances.subList(0, chances.size() - 1)) {
            Decision decision = chance(badge, history, chance, now);
            if (decision.isMet()
                    || decision.settles()
                    || chance.closes() == null
                    || chance.closes().isAfter(now)) {
                return decision;
            }
        }
        return chance(badge, history, chances.get(chances.size() - 1), now);
    }

    /** Every award that a history earns, in order, and last the one that is not earned yet, where one may follow. */
    public List<Decision> decideAll(Badge badge, History history, Instant now) {
        List<Decision> decisions = new ArrayList<>();
        Decision decision = decide(badge, history, now);
        decisions.add(decision);
        while (decision.isMet() && badge.terms().repeats()) {
            decision = decide(badge, history, decision.earned(badge), now);
            decisions.add(decision);
        }
        return List.copyOf(decisions);
    }

    private static Decision chance(Badge badge, History history, Cycle cycle, Instant now) {
        Looked looked =
                new Looked(badge, cycle, history.seenAt(now, badge.settle().gain(), cycle), now);
        List<Prospect> prospects = Prospect.of(cycle, looked.seen(), now);
        Prospect best = Prospect.best(prospects);
        Instant release = history.nextRelease(now, cycle.rule().activities());
        Instant next = Looked.earliest(prospects.stream().map(prospect -> prospect.next(now)));
        Instant earned = best.earned();
        if (earned == null || (badge.terms().continuous() && best.timeline().at(now) != Truth.MET)) {
            return notMet(looked, best, Looked.earliest(Stream.of(release, next)));
        }
        Finding finding = cycle.rule().finding(best.view(), earned);
        Instant due = earned.plus(badge.settle().gain());
        if (due.isAfter(now)) {
            Phrase settles = Phrase.of("open.settles", new Phrase.Minute(due));
            Status status = new Status.Open(1, 1, settles, null);
            return looked.notMet(status, finding, best.view(), true, Looked.earliest(Stream.of(release, due)));
        }
        Instant turns = badge.terms().continuous() ? best.timeline().nextAfter(now) : null;
        return looked.met(earned, finding, best.view(), Looked.earliest(Stream.of(release, turns)));
    }

    private static Decision notMet(Looked looked, Prospect best, @Nullable Instant lookAgain) {
        Finding finding = looked.cycle().rule().finding(best.view(), looked.now());
        // A rule can be met at a moment of no fact: then there is no moment of earning yet (S5).
        Status status = finding.status() instanceof Status.Met
                ? new Status.Open(0, 1, Phrase.of("open.notYet"), null)
                : finding.status();
        return looked.notMet(looked.bounded(status), finding, best.view(), false, lookAgain);
    }
}
