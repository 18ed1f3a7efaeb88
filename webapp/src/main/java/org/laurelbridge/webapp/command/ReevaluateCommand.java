package org.laurelbridge.webapp.command;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Reevaluation;
import org.laurelbridge.bridge.award.Reevaluation.Progress;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.rule.Badge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Badges decided anew over the whole history. */
@Command(
        name = "reevaluate",
        description = {
            "Decides badges anew for everyone who has facts on their activities or holds them.",
            "May be stopped with Ctrl-C and run again: it goes on where it was. What changes is signed and delivered by",
            "`serve`, which may run meanwhile."
        },
        mixinStandardHelpOptions = true)
final class ReevaluateCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Parameters(arity = "0..*", paramLabel = "BADGE", description = "Ids of badges in force; all when none is named.")
    private List<String> badges = List.of();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = parent.bridge()) {
            check(bridge.rules().current());
            if (bridge.awards().isBetweenMappings(bridge.rules().current().generation())) {
                throw new LaurelCommand.NotDone(
                        "The facts are still being made anew by another mapping: let `laurel serve` finish that first.");
            }
            Reevaluation reevaluation = bridge.reevaluation();
            Interruption interruption = new Interruption(reevaluation::stop);
            try {
                return run(parent, bridge, reevaluation);
            } finally {
                interruption.close();
            }
        }
    }

    private void check(InForce inForce) {
        List<String> unknown =
                badges.stream().filter(badge -> inForce.find(badge).isEmpty()).toList();
        if (!unknown.isEmpty() || inForce.badges().isEmpty()) {
            String there = inForce.badges().stream().map(Badge::id).collect(Collectors.joining(", "));
            throw new LaurelCommand.NotDone("Not in force: "
                    + (unknown.isEmpty() ? "any badge" : String.join(", ", unknown))
                    + (there.isEmpty() ? ". No badge is in force." : ". In force are: " + there + "."));
        }
    }

    private int run(LaurelCommand parent, Bridge bridge, Reevaluation reevaluation)
            throws InterruptedException, ExecutionException {
        boolean anew = reevaluation.by(LaurelCommand.doer()).begin(badges);
        if (!anew) {
            parent.out().println("Going on with what is left of an earlier re-evaluation, as it was asked for then.");
        }
        ProgressBar bar = new ProgressBar(parent.err(), "deciding");
        Progress done = reevaluation.run(
                Runtime.getRuntime().availableProcessors(),
                soFar -> bar.show(soFar.decided(), soFar.decisions(), ", " + speed(soFar) + "   "));
        bar.end();
        parent.out().println(told(done));
        bridge.awards()
                .listTroubles()
                .forEach(one -> parent.out().println("Badge " + one.badge() + " is switched off: " + one.why()));
        long left = reevaluation.left();
        if (left > 0) {
            parent.out().println(Counted.of(left, "decision is", "decisions are") + " left: the same command goes on.");
        }
        return left > 0 ? 1 : 0;
    }

    private static String told(Progress done) {
        return String.format(
                Locale.ROOT,
                "%s for %s by %s in %.1f s: %s",
                Counted.of(done.decided(), "decision", "decisions"),
                Counted.of(done.people(), "person", "people"),
                Counted.of(done.facts(), "fact", "facts"),
                done.nanos() / 1e9,
                speed(done));
    }

    private static String speed(Progress done) {
        return String.format(
                Locale.ROOT,
                "%.0f people and %.0f facts a second",
                done.perSecond(done.people()),
                done.perSecond(done.facts()));
    }
}
