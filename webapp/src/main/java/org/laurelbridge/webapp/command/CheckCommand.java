package org.laurelbridge.webapp.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.map.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Whether Laurel could run as configured. */
@Command(
        name = "check",
        description = "Says whether configuration, database, key and rules are right.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Override
    public Integer call() {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = parent.bridge()) {
            parent.out().println("configuration  right");
            Figures.Snapshot figures = bridge.stores().figures().read();
            parent.out()
                    .println("database       " + bridge.config().database() + ", " + figures.statements()
                            + " statements");
            parent.out()
                    .println("issuer         " + bridge.issuer().did()
                            + (bridge.issuer().isTrial() ? " (trial: public-url is not https with a DNS name)" : ""));
            rules(parent, bridge);
        }
        return 0;
    }

    private static void rules(LaurelCommand parent, Bridge bridge) {
        if (bridge.config().rules() == null) {
            parent.out().println("rules          no folder is configured");
            return;
        }
        RuleSet set = RuleSet.read(RuleFolder.read(bridge.config().rules()));
        if (!set.problems().isEmpty()) {
            throw new LaurelCommand.NotDone("rules          not right:\n" + LaurelCommand.lines(set.problems()));
        }
        parent.out().println("rules          right, " + set.badges().size() + " badges");
    }
}
