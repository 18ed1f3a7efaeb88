package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.map.RuleSet;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.rule.RuleSchema;
import org.laurelbridge.xapi.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The mapping and the badges as documents. */
@Command(
        name = "rules",
        description = "Checks, tests, plans, applies and exports the mapping and the badges.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RulesCommand.Validate.class,
            RulesTestCommand.class,
            RulesPlanCommand.Diff.class,
            RulesPlanCommand.class,
            RulesCommand.Apply.class,
            PlansCommand.class,
            PlansCommand.Accept.class,
            PlansCommand.Drop.class,
            RulesCommand.Export.class,
            RulesCommand.PrintSchema.class
        })
final class RulesCommand {
    @ParentCommand
    private @Nullable LaurelCommand laurel;

    LaurelCommand laurel() {
        return Objects.requireNonNull(laurel);
    }

    static Path folder(@Nullable Path given, LaurelCommand laurel) {
        Path folder = given != null ? given : laurel.config().rules();
        if (folder == null) {
            throw new LaurelCommand.NotDone("No folder: name one, or set `rules` in the configuration.");
        }
        return folder;
    }

    @Command(
            name = "validate",
            description = "Tells every mistake in a folder of rules, and runs the tests in them.",
            mixinStandardHelpOptions = true)
    static final class Validate implements Callable<Integer> {
        @ParentCommand
        private @Nullable RulesCommand rules;

        @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: the configured one.")
        private @Nullable Path given;

        @Override
        public Integer call() {
            LaurelCommand laurel = Objects.requireNonNull(rules).laurel();
            RuleSet set = RuleSet.read(RuleFolder.read(folder(given, laurel)));
            // another folder may be meant for another installation, with other gradebooks
            List<Problem> problems =
                    given == null ? RuleCheck.problems(set, laurel.config(), () -> platforms(laurel)) : set.problems();
            if (!problems.isEmpty()) {
                throw new LaurelCommand.NotDone(LaurelCommand.lines(problems));
            }
            laurel.out().println(Counted.of(set.badges().size(), "badge", "badges") + ", no mistake");
            return 0;
        }

        private static List<String> platforms(LaurelCommand laurel) {
            try (Bridge bridge = laurel.bridge()) {
                return RuleCheck.platforms(bridge);
            }
        }
    }

    @Command(
            name = "apply",
            description = {
                "Puts a folder of rules in force: all of it, or nothing.",
                "What would touch awards waits as a plan, until somebody accepts it: exit code 3."
            },
            mixinStandardHelpOptions = true)
    static final class Apply implements Callable<Integer> {
        @ParentCommand
        private @Nullable RulesCommand rules;

        @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: the configured one.")
        private @Nullable Path given;

        @Option(names = "--accept", description = "Accepts what it would do to awards at once.")
        private boolean accept;

        @Override
        public Integer call() {
            LaurelCommand laurel = Objects.requireNonNull(rules).laurel();
            try (Bridge bridge = laurel.bridge()) {
                return RuleFolder.apply(bridge, folder(given, laurel), accept, LaurelCommand.doer(), laurel)
                        ? 0
                        : LaurelCommand.WAITS;
            }
        }
    }

    @Command(
            name = "schema",
            description = "Prints the JSON Schema of the rule language, for editors.",
            mixinStandardHelpOptions = true)
    static final class PrintSchema implements Callable<Integer> {
        @ParentCommand
        private @Nullable RulesCommand rules;

        @Override
        public Integer call() {
            LaurelCommand laurel = Objects.requireNonNull(rules).laurel();
            laurel.out().print(RuleSchema.text());
            laurel.out().flush();
            return 0;
        }
    }

    @Command(
            name = "export",
            description = "Writes the rules in force, byte for byte as they were applied.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        @ParentCommand
        private @Nullable RulesCommand rules;

        @Option(names = "--to", paramLabel = "FOLDER", description = "Default: to the terminal.")
        private @Nullable Path to;

        @Override
        public Integer call() throws IOException {
            LaurelCommand laurel = Objects.requireNonNull(rules).laurel();
            try (Bridge bridge = laurel.bridge()) {
                for (RuleText text : bridge.rules().export()) {
                    write(laurel, text);
                }
            }
            return 0;
        }

        private void write(LaurelCommand laurel, RuleText text) throws IOException {
            if (to == null) {
                laurel.out().println("--- # " + text.file());
                laurel.out().print(text.text());
                laurel.out().flush();
            } else {
                Files.createDirectories(to);
                Files.writeString(to.resolve(text.file()), text.text(), StandardCharsets.UTF_8);
                laurel.out().println(to.resolve(text.file()));
            }
        }
    }
}
