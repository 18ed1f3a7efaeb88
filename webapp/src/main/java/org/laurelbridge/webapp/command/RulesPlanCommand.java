package org.laurelbridge.webapp.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.plan.Forecast;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.map.RuleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A dry run. */
@Command(
        name = "plan",
        description = {
            "Says what a folder of rules would do, over the whole history; changes nothing.",
            "For each badge that anything changes for: who would gain and lose it, and who is one condition away.",
            "May be interrupted, and goes on where it was with a changed mapping."
        },
        mixinStandardHelpOptions = true)
final class RulesPlanCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RulesCommand rules;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: the configured one.")
    private @Nullable Path given;

    @Option(
            names = "--badge",
            paramLabel = "ID",
            description = "Only this badge of the folder, by the facts as they are, changed or not.")
    private @Nullable String badge;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many people are listed at most; default ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Override
    public Integer call() {
        LaurelCommand laurel = Objects.requireNonNull(rules).laurel();
        List<RuleText> texts = RuleFolder.read(RulesCommand.folder(given, laurel));
        try (Bridge bridge = laurel.bridge()) {
            PlanWords words = new PlanWords(bridge, laurel.out());
            Page page = new Page(null, Math.max(0, limit));
            PlanBar bar = new PlanBar(laurel.err());
            if (badge != null) {
                words.tell(forecast(bridge.planner(), texts, badge, page, bar));
                return 0;
            }
            Planner.Foreseen foreseen = RuleWords.told(() -> bridge.planner().foresee(texts, page, bar));
            words.tell(foreseen.changes());
            foreseen.forecasts().forEach(words::tell);
        }
        return 0;
    }

    private static Forecast forecast(Planner planner, List<RuleText> texts, String badge, Page page, PlanBar bar) {
        return RuleWords.told(() -> planner.forecast(texts, badge, page, bar))
                .orElseThrow(() -> new LaurelCommand.NotDone("No badge " + badge + " is in the folder."));
    }

    /** What changed in the documents. */
    @Command(
            name = "diff",
            description = "Says how a folder of rules differs from those in force.",
            mixinStandardHelpOptions = true)
    static final class Diff implements Callable<Integer> {
        @ParentCommand
        private @Nullable RulesCommand rules;

        @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: the configured one.")
        private @Nullable Path given;

        @Override
        public Integer call() {
            LaurelCommand laurel = Objects.requireNonNull(rules).laurel();
            List<RuleText> texts = RuleFolder.read(RulesCommand.folder(given, laurel));
            try (Bridge bridge = laurel.bridge()) {
                new PlanWords(bridge, laurel.out())
                        .tell(RuleWords.told(() -> bridge.planner().diff(texts)));
            }
            return 0;
        }
    }
}
