package org.laurelbridge.webapp.command;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Planner.Applied;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Plans that wait, and those that ended. */
@Command(
        name = "plans",
        description = "Lists plans, newest first: open, accepted, dropped.",
        mixinStandardHelpOptions = true)
final class PlansCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    @ParentCommand
    private @Nullable RulesCommand rules;

    @Override
    public Integer call() {
        LaurelCommand laurel = Objects.requireNonNull(rules).laurel();
        try (Bridge bridge = laurel.bridge()) {
            List<Plan> plans = bridge.stores().plans().list(SHOWN);
            Planner planner = bridge.planner();
            plans.forEach(plan -> laurel.out()
                    .println(plan.id() + "  " + plan.madeAt() + "  " + state(planner, plan) + "  "
                            + PlanWords.counts(plan.gains(), plan.losses(), plan.moves())));
            if (plans.isEmpty()) {
                laurel.out().println("There are no plans.");
            }
        }
        return 0;
    }

    private static String state(Planner planner, Plan plan) {
        return plan.state() == Plan.State.OPEN && !planner.isCurrent(plan)
                ? "outdated: other rules are in force meanwhile"
                : plan.state().word();
    }

    private static Plan find(Bridge bridge, long id) {
        return bridge.stores()
                .plans()
                .find(id)
                .orElseThrow(() -> new LaurelCommand.NotDone("There is no plan " + id + "."));
    }

    /** Consent. */
    @Command(
            name = "accept",
            description = "Puts the rules of a plan in force, with all that they do to awards.",
            mixinStandardHelpOptions = true)
    static final class Accept implements Callable<Integer> {
        @ParentCommand
        private @Nullable RulesCommand rules;

        @Parameters(paramLabel = "PLAN", description = "Its number.")
        private long id;

        @Override
        public Integer call() {
            LaurelCommand laurel = Objects.requireNonNull(rules).laurel();
            try (Bridge bridge = laurel.bridge()) {
                Plan plan = find(bridge, id);
                Applied applied = RuleWords.told(
                        () -> bridge.planner().by(LaurelCommand.doer()).accept(plan));
                RuleFolder.tell(bridge, ((Applied.InForce) applied).changed(), laurel);
            }
            return 0;
        }
    }

    /** No consent. */
    @Command(name = "drop", description = "Forgets a plan; nothing changes.", mixinStandardHelpOptions = true)
    static final class Drop implements Callable<Integer> {
        @ParentCommand
        private @Nullable RulesCommand rules;

        @Parameters(paramLabel = "PLAN", description = "Its number.")
        private long id;

        @Override
        public Integer call() {
            LaurelCommand laurel = Objects.requireNonNull(rules).laurel();
            try (Bridge bridge = laurel.bridge()) {
                find(bridge, id);
                if (!bridge.planner().by(LaurelCommand.doer()).drop(id)) {
                    throw new LaurelCommand.NotDone("Plan " + id + " has ended already.");
                }
                laurel.out().println("plan " + id + " dropped");
            }
            return 0;
        }
    }
}
