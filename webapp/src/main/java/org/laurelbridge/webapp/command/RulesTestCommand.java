package org.laurelbridge.webapp.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.RuleSet;
import org.laurelbridge.decide.RuleTests;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.xapi.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The tests inside the documents. */
@Command(
        name = "test",
        description = "Runs the tests in a folder of rules; needs no database. Exit code 1 when one fails.",
        mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RulesCommand rules;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: the configured one.")
    private @Nullable Path given;

    @Override
    public Integer call() {
        LaurelCommand laurel = Objects.requireNonNull(rules).laurel();
        RuleSet set = RuleSet.read(RuleFolder.read(RulesCommand.folder(given, laurel)));
        List<Problem> mistakes = new ArrayList<>(set.problems());
        int failed = 0;
        for (Badge badge : set.badges()) {
            List<Problem> failures = new RuleTests().failures(badge);
            mistakes.removeAll(failures);
            failed += failures.size();
            tell(laurel, badge, failures);
        }
        if (!mistakes.isEmpty()) {
            throw new LaurelCommand.NotDone("Some documents could not be tested:\n" + LaurelCommand.lines(mistakes));
        }
        return failed == 0 ? 0 : 1;
    }

    private static void tell(LaurelCommand laurel, Badge badge, List<Problem> failures) {
        int all = badge.tests().size();
        laurel.out()
                .println(badge.reference() + ": "
                        + (all == 0 ? "no tests" : (all - failures.size()) + " of " + all + " passed"));
        if (!failures.isEmpty()) {
            laurel.out().println(LaurelCommand.lines(failures));
        }
    }
}
