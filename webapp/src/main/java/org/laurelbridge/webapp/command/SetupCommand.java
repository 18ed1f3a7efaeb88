package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.bridge.moving.Moving;
import org.laurelbridge.bridge.moving.Setup;
import org.laurelbridge.bridge.moving.Setup.Part;
import org.laurelbridge.bridge.moving.SetupChange;
import org.laurelbridge.bridge.moving.SetupWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What is set up in the database, from one installation to another; the page of the same is {@code /admin/moving}. */
@Command(
        name = "setup",
        description = "Moves mapping, badges, pictures and connections from one installation to another.",
        mixinStandardHelpOptions = true,
        subcommands = {SetupCommand.Export.class, SetupCommand.Diff.class, SetupCommand.Apply.class})
final class SetupCommand {
    private static final int SHOWN = 20;

    @ParentCommand
    private @Nullable LaurelCommand laurel;

    LaurelCommand laurel() {
        return Objects.requireNonNull(laurel);
    }

    @Command(
            name = "export",
            description = "Writes what is set up as one file: YAML, or a ZIP where pictures were brought.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        @ParentCommand
        private @Nullable SetupCommand setup;

        @Option(names = "--to", paramLabel = "FILE", description = "Default: to the terminal, where it is text.")
        private @Nullable Path to;

        @Option(
                names = "--only",
                split = ",",
                paramLabel = "PART",
                description = "Some of ${COMPLETION-CANDIDATES}; default: all.")
        private Set<Part> only = EnumSet.allOf(Part.class);

        @Override
        public Integer call() throws IOException {
            LaurelCommand laurel = Objects.requireNonNull(setup).laurel();
            try (Bridge bridge = laurel.bridge()) {
                Moving moving = bridge.moving().moving();
                Setup current = moving.current(only);
                if (to == null && SetupWriter.isZip(current)) {
                    throw new LaurelCommand.NotDone("Pictures were brought: name a file that ends in .zip by --to.");
                }
                byte[] file = written(moving, current);
                if (to != null) {
                    Files.write(to, file);
                    laurel.out().println(to);
                } else {
                    laurel.out().print(new String(file, StandardCharsets.UTF_8));
                    laurel.out().flush();
                }
            }
            return 0;
        }

        private static byte[] written(Moving moving, Setup current) {
            try {
                return moving.export(current, LaurelCommand.doer());
            } catch (SetupWriter.TooLarge large) {
                throw new LaurelCommand.NotDone("Nothing was written: " + large.getMessage() + ", by --only.");
            }
        }
    }

    @Command(
            name = "diff",
            description = "Says what a file would change, over the whole history; changes nothing.",
            mixinStandardHelpOptions = true)
    static final class Diff implements Callable<Integer> {
        @ParentCommand
        private @Nullable SetupCommand setup;

        @Parameters(paramLabel = "FILE")
        private @Nullable Path file;

        @Override
        public Integer call() throws IOException {
            LaurelCommand laurel = Objects.requireNonNull(setup).laurel();
            try (Bridge bridge = laurel.bridge()) {
                Moving moving = bridge.moving().moving();
                tell(bridge, foreseen(moving, read(moving, file), laurel), laurel.out());
            }
            return 0;
        }
    }

    @Command(
            name = "apply",
            description = {
                "Brings in a file: all of it, or nothing.",
                "What would touch awards is told, and not done without --accept: exit code 3."
            },
            mixinStandardHelpOptions = true)
    static final class Apply implements Callable<Integer> {
        @ParentCommand
        private @Nullable SetupCommand setup;

        @Parameters(paramLabel = "FILE")
        private @Nullable Path file;

        @Option(names = "--accept", description = "Accepts what it would do to awards.")
        private boolean accept;

        @Override
        public Integer call() throws IOException {
            LaurelCommand laurel = Objects.requireNonNull(setup).laurel();
            try (Bridge bridge = laurel.bridge()) {
                Moving moving = bridge.moving().moving();
                Moving.Told told = read(moving, file);
                Moving.Foreseen foreseen = foreseen(moving, told, laurel);
                tell(bridge, foreseen, laurel.out());
                if (foreseen.touchesAwards() && !accept) {
                    laurel.err().println("This touches awards, so that nothing was changed. Say so by --accept.");
                    return LaurelCommand.WAITS;
                }
                told(() -> moving.apply(told, foreseen.basis(), LaurelCommand.doer(), new PlanBar(laurel.err())));
            }
            return 0;
        }
    }

    private static Moving.Told read(Moving moving, @Nullable Path file) throws IOException {
        Path given = Objects.requireNonNull(file);
        if (!Files.isRegularFile(given)) {
            throw new LaurelCommand.NotDone("There is no file " + given + ".");
        }
        if (Files.size(given) > Moving.MOST_BYTES) {
            throw new LaurelCommand.NotDone(
                    given + " has " + Files.size(given) + " bytes; expected at most " + Moving.MOST_BYTES + ".");
        }
        return moving.read(Files.readAllBytes(given));
    }

    private static Moving.Foreseen foreseen(Moving moving, Moving.Told told, LaurelCommand laurel) {
        return told(() -> moving.foresee(told, new Page(null, SHOWN), new PlanBar(laurel.err())));
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (Moving.Wrong wrong) {
            throw new LaurelCommand.NotDone(
                    "The file is not right. Nothing was changed.\n" + LaurelCommand.lines(wrong.problems()));
        } catch (Moving.Elsewhere elsewhere) {
            throw new LaurelCommand.NotDone("Not done: " + elsewhere.getMessage() + ".");
        }
    }

    private static void tell(Bridge bridge, Moving.Foreseen foreseen, PrintWriter out) {
        List<SetupChange> changes = foreseen.changes().stream()
                .filter(change -> change.what() != What.UNCHANGED)
                .toList();
        for (SetupChange change : changes) {
            out.printf("%-12s %-10s %s%n", change.part().word(), change.what().word(), change.name());
            change.lines().forEach(line -> out.println("    " + line));
        }
        if (changes.isEmpty()) {
            out.println("Nothing changes: all of it is like that already.");
        }
        foreseen.forecasts().forEach(new PlanWords(bridge, out)::tell);
        tell(out, "Wait for their secret afterwards, which is given at /admin/connections", foreseen.secrets());
        tell(out, "Stand in the configuration here, and stay as they are", foreseen.configured());
        out.flush();
    }

    private static void tell(PrintWriter out, String what, List<String> names) {
        if (!names.isEmpty()) {
            out.println(what + ": " + String.join(", ", names));
        }
    }
}
