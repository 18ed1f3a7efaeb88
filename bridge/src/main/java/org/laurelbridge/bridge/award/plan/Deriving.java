package org.laurelbridge.bridge.award.plan;

import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.bridge.map.FactLog;
import org.laurelbridge.bridge.map.FactLog.Derived;
import org.laurelbridge.bridge.map.FactLog.Located;
import org.laurelbridge.bridge.map.FactLog.Outcome;
import org.laurelbridge.bridge.map.FactLog.ToMap;
import org.laurelbridge.mapping.Mapping;

/** Derives the facts of all intakes by a plan's mapping, beside the live ones. Goes on where an earlier run was interrupted. */
final class Deriving {
    private static final int AT_A_TIME = 200;

    private final Plans plans;
    private final FactLog facts;

    Deriving(Plans plans, FactLog facts) {
        this.plans = plans;
        this.facts = facts;
    }

    /**
     * @throws Interrupted when this thread is; what was derived stays for the next run
     * @throws Overtaken when another run ended the plan
     */
    void run(Plan plan, Mapping mapping, Progress progress) {
        long whole = plans.lastIntake();
        long after = plan.derived();
        for (List<ToMap> next = plans.listIntakes(after, AT_A_TIME); !next.isEmpty(); ) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Interrupted();
            }
            boolean kept = plans.derive(plan.id(), after, derived(next, mapping), mapping.unknown());
            after = kept ? next.get(next.size() - 1).intake() : whereOthersAre(plan.id());
            progress.at("deriving facts", after, whole);
            next = plans.listIntakes(after, AT_A_TIME);
        }
    }

    private long whereOthersAre(long plan) {
        return plans.find(plan)
                .filter(one -> one.state() == Plan.State.UNFINISHED)
                .map(Plan::derived)
                .orElseThrow(Overtaken::new);
    }

    private List<Derived> derived(List<ToMap> intakes, Mapping mapping) {
        List<List<Located>> loaded = facts.load(intakes);
        List<Derived> derived = new ArrayList<>();
        for (int i = 0; i < intakes.size(); i++) {
            derived.add(new Derived(
                    intakes.get(i),
                    loaded.get(i).stream()
                            .map(located -> outcome(located, mapping))
                            .toList()));
        }
        return derived;
    }

    /** One that cannot be mapped has no facts, as it would have none. */
    private static Outcome outcome(Located located, Mapping mapping) {
        var recorded = located.recorded();
        try {
            return new Outcome(located, recorded == null ? null : mapping.map(recorded), located.trouble());
        } catch (RuntimeException failure) {
            return new Outcome(located, null, failure.getClass().getSimpleName());
        }
    }
}
