package org.laurelbridge.webapp.build;

import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.build.BuildDesk.Saved;
import org.laurelbridge.webapp.build.BuildDesk.Why;

/** What a run left that was broken off, perhaps before it could say what it did: what is in force, or waits, tells. */
final class Left {
    private static final int PLANS = 100;

    private Left() {}

    /** Empty when nothing of it was done. */
    static Optional<Saved> of(BuildDesk desk, Run run) {
        desk.rules().refresh();
        return isInForce(desk, run)
                ? Optional.of(new Saved.Done(run.asked().badge()))
                : plan(desk, run).map(plan -> new Saved.Waits(plan, Why.THEIRS, List.of()));
    }

    private static boolean isInForce(BuildDesk desk, Run run) {
        return desk.rules()
                .current()
                .find(run.asked().badge())
                .map(Badge::source)
                .filter(run.asked().document()::equals)
                .isPresent();
    }

    private static Optional<Plan> plan(BuildDesk desk, Run run) {
        RuleText text =
                new RuleText(BuildDesk.file(run.asked().badge()), run.asked().document());
        return desk.plans().list(PLANS).stream()
                .filter(plan -> plan.texts().contains(text) && desk.planner().isCurrent(plan))
                .findFirst();
    }
}
