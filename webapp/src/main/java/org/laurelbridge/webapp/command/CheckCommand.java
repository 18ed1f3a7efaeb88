package org.laurelbridge.webapp.command;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.map.RuleSet;
import org.laurelbridge.webapp.tls.TlsFiles;
import org.laurelbridge.xapi.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Whether Laurel could run as configured. */
@Command(
        name = "check",
        description = {
            "Says whether configuration, database, key, TLS files and rules are right.",
            "The embedded database and its key are made if they are not there yet."
        },
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
                    .println("database       " + bridge.config().database() + ", "
                            + Counted.of(figures.statements(), "statement", "statements"));
            parent.out()
                    .println("issuer         " + bridge.issuer().did()
                            + (bridge.issuer().isTrial() ? " (trial: public-url is not https with a DNS name)" : ""));
            if (!bridge.issuer().issuesOb2()) {
                parent.out()
                        .println("               warning: issuer.email is not set, so no Open Badges 2.0 are issued,"
                                + " which ask for it");
            }
            tls(parent, bridge);
            rules(parent, bridge);
        }
        return 0;
    }

    private static void tls(LaurelCommand parent, Bridge bridge) {
        LaurelConfig.Tls tls = bridge.config().http().guarding().tls();
        if (tls == null) {
            return;
        }
        List<Problem> problems = new TlsFiles(tls.certificate(), tls.key(), tls.password())
                .problems(bridge.config().publicUrl(), bridge.clock().instant());
        if (!problems.isEmpty()) {
            throw new LaurelCommand.NotDone("tls            not right:\n" + LaurelCommand.lines(problems));
        }
        parent.out().println("tls            right");
    }

    private static void rules(LaurelCommand parent, Bridge bridge) {
        if (bridge.config().rules() == null) {
            parent.out().println("rules          no folder is configured");
            return;
        }
        RuleSet set = RuleSet.read(RuleFolder.read(bridge.config().rules()));
        List<Problem> problems = RuleCheck.problems(set, bridge.config(), () -> RuleCheck.platforms(bridge));
        if (!problems.isEmpty()) {
            throw new LaurelCommand.NotDone("rules          not right:\n" + LaurelCommand.lines(problems));
        }
        parent.out().println("rules          right, " + Counted.of(set.badges().size(), "badge", "badges"));
    }
}
