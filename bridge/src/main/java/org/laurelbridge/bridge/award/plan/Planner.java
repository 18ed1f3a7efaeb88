package org.laurelbridge.bridge.award.plan;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.award.plan.Plan.State;
import org.laurelbridge.bridge.map.FactLog;
import org.laurelbridge.bridge.map.Proposal;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleBook.Outcome.Changed;
import org.laurelbridge.bridge.map.RuleBook.Outcome.Refused;
import org.laurelbridge.bridge.map.RuleChange;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.bridge.map.RuleDocuments.Against;
import org.laurelbridge.bridge.map.RuleDocuments.Built;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.xapi.Problem;

/**
 * Foresees what other rules would do, and lets nothing touch awards without a person's consent (S9). Documents come into force at
 * once when no award is touched: the first ones, new badges, and changes without a gain, a loss or a move.
 */
public final class Planner implements Recorded<Planner> {
    private final RuleBook rules;
    private final Plans plans;
    private final InstantSource clock;
    private final Deriving deriving;
    private final Forecaster forecaster;
    private final Doer doer;
    private final @Nullable Long turn;
    private final @Nullable Built built;

    public Planner(RuleBook rules, Plans plans, Evidence evidence, FactLog facts, InstantSource clock) {
        this.rules = rules;
        this.plans = plans;
        this.clock = clock;
        this.deriving = new Deriving(plans, facts);
        this.forecaster = new Forecaster(evidence);
        this.doer = Doer.LAUREL;
        this.turn = null;
        this.built = null;
    }

    private Planner(Planner like, Doer doer, @Nullable Long turn, @Nullable Built built) {
        this.rules = like.rules;
        this.plans = like.plans.by(doer);
        this.clock = like.clock;
        this.deriving = like.deriving;
        this.forecaster = like.forecaster;
        this.doer = doer;
        this.turn = turn;
        this.built = built;
    }

    @Override
    public Planner by(Doer by) {
        return new Planner(this, by, turn, built);
    }

    /**
     * The same for documents that were made of those in force at a turn: when others are in force meanwhile, which they would put
     * out of force again, it throws {@link Overtaken} and does nothing.
     */
    public Planner against(long made) {
        return new Planner(this, doer, made, built);
    }

    /** The same for a badge of a course, which it belongs to as soon as it is in force; null for one of no course. */
    public Planner of(@Nullable Built badge) {
        return new Planner(this, doer, turn, badge);
    }

    /** A dry run: what would change, for each badge that anything changes for. */
    public record Foreseen(List<RuleChange> changes, List<Forecast> forecasts) {
        public Foreseen {
            changes = List.copyOf(changes);
            forecasts = List.copyOf(forecasts);
        }
    }

    /** What became of documents that were to be applied. */
    public sealed interface Applied {
        /** They are in force. */
        record InForce(Changed changed) implements Applied {}

        /** They touch awards: a person has to accept the plan. */
        record Waiting(Plan plan) implements Applied {}
    }

    /**
     * How these documents differ from those in force.
     *
     * @throws NotRight when they have mistakes
     */
    public List<RuleChange> diff(List<RuleText> texts) {
        return propose(texts).changes();
    }

    /**
     * What these documents would do, over the whole history. Changes nothing.
     *
     * @throws NotRight when they have mistakes
     * @throws Interrupted when this thread is
     * @throws Overtaken when other documents came into force meanwhile
     */
    public Foreseen foresee(List<RuleText> texts, Page page, Progress progress) {
        Proposal proposal = propose(texts);
        if (!proposal.remaps()) {
            return new Foreseen(proposal.changes(), forecasts(proposal, 0, page, progress));
        }
        Plan plan = plans.begin(proposal.turn(), proposal.texts(), true, clock.instant());
        List<Forecast> forecasts;
        try {
            deriving.run(plan, proposal.inForce().mapping(), progress);
            forecasts = forecasts(proposal, plan.id(), page, progress);
        } catch (RuntimeException broken) {
            removeAfter(broken, plan);
            throw broken;
        }
        if (!plans.remove(plan.id())) {
            throw new Overtaken();
        }
        return new Foreseen(proposal.changes(), forecasts);
    }

    /** Nobody else goes on with it. */
    private void removeAfter(RuntimeException broken, Plan plan) {
        // whoever stopped it waits for nothing; without a connection it could not be removed
        boolean isStopped = Thread.interrupted();
        try {
            plans.remove(plan.id());
        } catch (RuntimeException failure) {
            broken.addSuppressed(failure);
        } finally {
            if (isStopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Who would earn one badge of these documents now, and who is one condition away: by the facts, and the other badges held, as
     * they are.
     *
     * @return empty when none of the documents is the badge
     * @throws NotRight when they have mistakes
     * @throws Interrupted when this thread is
     */
    public Optional<Forecast> forecast(List<RuleText> texts, String badge, Page page, Progress progress) {
        Proposal proposal = propose(texts);
        return proposal.inForce()
                .find(badge)
                .map(found -> forecaster.forecast(
                        new Question(proposal, found, true, 0, new Outlook(), page, clock.instant()), progress));
    }

    /**
     * Puts documents in force, or opens a plan when they touch awards.
     *
     * @param accept accepts that plan at once
     * @throws NotRight when they have mistakes
     * @throws Interrupted when this thread is
     * @throws Overtaken when other documents came into force meanwhile
     */
    public Applied apply(List<RuleText> texts, boolean accept, Progress progress) {
        Ready ready = prepare(texts, progress);
        Plan plan = ready.plan();
        return plan == null || accept ? put(ready) : new Applied.Waiting(plan);
    }

    /**
     * Documents without mistakes.
     *
     * @param turn of the documents in force that they were held against
     * @param plan open, of what they would do to awards; null when they touch none
     */
    public record Ready(
            List<RuleText> texts, long turn, @Nullable Plan plan) {
        public Ready {
            texts = List.copyOf(texts);
        }
    }

    /**
     * Finds out what documents would do to awards, and opens a plan when they touch any; nothing comes into force.
     *
     * @throws NotRight when they have mistakes
     * @throws Interrupted when this thread is
     * @throws Overtaken when other documents came into force meanwhile
     */
    public Ready prepare(List<RuleText> texts, Progress progress) {
        Proposal proposal = propose(texts);
        boolean isNothing = proposal.isNothing() || proposal.isFirst() || touchesNobody(proposal);
        Optional<Plan> plan = isNothing
                ? Optional.empty()
                : plans.findOpen(proposal.turn(), texts).or(() -> make(proposal, progress));
        return new Ready(texts, proposal.turn(), plan.orElse(null));
    }

    /**
     * Puts what was made ready in force, its plan accepted: all of it, or nothing. May be a part of something larger.
     *
     * @throws Overtaken when other documents are in force than those that it was held against
     */
    public Applied put(Ready ready) {
        return ready.plan() == null ? put(new Against(ready.turn(), null, built), ready.texts()) : accept(ready.plan());
    }

    /**
     * Puts the documents of an open plan in force: all of them, or nothing.
     *
     * @throws Overtaken when it is not open, or other documents are in force than those that it was made against
     */
    public Applied accept(Plan plan) {
        if (plan.state() != State.OPEN) {
            throw new Overtaken();
        }
        return put(new Against(plan.turn(), plan.id(), built), plan.texts());
    }

    /**
     * Opens a plan of these documents, even when they touch no award: somebody else has to accept it.
     *
     * @throws NotRight when they have mistakes
     * @throws Interrupted when this thread is
     * @throws Overtaken when another run of the same ended meanwhile
     */
    public Plan suggest(List<RuleText> texts, Progress progress) {
        Proposal proposal = propose(texts);
        return plans.findOpen(proposal.turn(), texts).orElseGet(() -> {
            Plan plan = begin(proposal, progress);
            if (!plans.open(plan.id(), effects(proposal, plan, progress))) {
                throw new Overtaken();
            }
            return plans.find(plan.id()).orElseThrow();
        });
    }

    /** Whether a plan can still be accepted. */
    public boolean isCurrent(Plan plan) {
        rules.refresh();
        return plan.state() == State.OPEN && plan.turn() == rules.current().turn();
    }

    /** The badges whose awards a plan touches, those that ask for a changed one among them. */
    public Set<String> touched(Plan plan) {
        return plans.badges(plan.id());
    }

    /** Whether a plan does something to somebody's badges. */
    public boolean touches(Plan plan, PersonId person) {
        return plans.touches(plan.id(), person);
    }

    /** Ends a plan without a change; false when it ended before. */
    public boolean drop(long plan) {
        return plans.end(plan, State.DROPPED, clock.instant());
    }

    private Proposal propose(List<RuleText> texts) {
        List<Problem> problems = rules.check(texts);
        if (!problems.isEmpty()) {
            throw new NotRight(problems);
        }
        Proposal proposal = rules.propose(texts);
        if (turn != null && turn != proposal.turn()) {
            throw new Overtaken();
        }
        return proposal;
    }

    private static boolean touchesNobody(Proposal proposal) {
        return !proposal.remaps() && proposal.changes().stream().noneMatch(change -> change.what() == What.CHANGED);
    }

    private Applied put(Against against, List<RuleText> texts) {
        RuleBook.Outcome outcome = rules.apply(against, texts, doer).orElseThrow(Overtaken::new);
        if (outcome instanceof Refused refused) {
            throw new NotRight(refused.problems());
        }
        return new Applied.InForce((Changed) outcome);
    }

    /** Empty when nothing would happen to anybody. */
    private Optional<Plan> make(Proposal proposal, Progress progress) {
        Plan plan = begin(proposal, progress);
        List<Effect> effects = effects(proposal, plan, progress);
        boolean ended = effects.isEmpty() ? plans.remove(plan.id()) : plans.open(plan.id(), effects);
        if (!ended) {
            throw new Overtaken();
        }
        return effects.isEmpty() ? Optional.empty() : plans.find(plan.id());
    }

    private List<Effect> effects(Proposal proposal, Plan plan, Progress progress) {
        return forecasts(proposal, proposal.remaps() ? plan.id() : 0, new Page(null, 0), progress).stream()
                .filter(forecast -> forecast.what() != What.ADDED)
                .flatMap(forecast -> forecast.effects().stream())
                .toList();
    }

    private Plan begin(Proposal proposal, Progress progress) {
        Plan plan = plans.begin(proposal.turn(), proposal.texts(), false, clock.instant());
        if (proposal.remaps()) {
            deriving.run(plan, proposal.inForce().mapping(), progress);
        }
        return plan;
    }

    /** A badge that stays as it is means something else only for people whose facts, or other badges, change. */
    private List<Forecast> forecasts(Proposal proposal, long plan, Page page, Progress progress) {
        Outlook outlook = new Outlook();
        List<Forecast> forecasts = new ArrayList<>();
        for (Badge badge : Outlook.order(proposal.inForce())) {
            boolean isWhole = proposal.what(badge) != What.UNCHANGED;
            if (isWhole || plan != 0 || outlook.concerns(badge, proposal.inForce())) {
                forecasts.add(forecaster.forecast(
                        new Question(proposal, badge, isWhole, plan, outlook, page, clock.instant()), progress));
            }
        }
        return forecasts.stream()
                .filter(forecast -> forecast.whole() || forecast.people() > 0)
                .sorted(Comparator.comparing(forecast -> forecast.badge().id()))
                .toList();
    }
}
