package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.issue.framework.AlignedBadges;
import org.laurelbridge.bridge.issue.framework.Format;
import org.laurelbridge.bridge.issue.framework.Framework;
import org.laurelbridge.bridge.issue.framework.FrameworkImport;
import org.laurelbridge.bridge.issue.framework.FrameworkImport.Label;
import org.laurelbridge.bridge.issue.framework.FrameworkImport.Outcome;
import org.laurelbridge.bridge.issue.framework.FrameworkUses;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.issue.framework.Frameworks.Changes;
import org.laurelbridge.bridge.issue.framework.KnownItem;
import org.laurelbridge.webapp.command.LaurelCommand.NotDone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Frameworks of skills that badges are aligned with. */
@Command(
        name = "frameworks",
        description = "Takes in frameworks of skills (SFIA, NICE, ESCO, CASE, CSV) and searches them.",
        mixinStandardHelpOptions = true)
final class FrameworksCommand {
    private static final int SHOWN = 50;

    @ParentCommand
    private @Nullable LaurelCommand laurel;

    /** What is said of a file beside it. */
    static final class Said {
        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "As badges and credentials name it, as \"SFIA 9\". NICE and ESCO have one without.")
        private @Nullable String name;

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "sfia, nice, esco, case or csv; without it the content tells.")
        private @Nullable String format;

        @Option(names = "--version", paramLabel = "VERSION", description = "As its publisher counts.")
        private @Nullable String version;

        @Option(
                names = "--language",
                paramLabel = "TAG",
                description = "As en or de; without it what the name of an ESCO file tells, else en.")
        private @Nullable String language;

        // the standard options have a --version of their own
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help message and exit.")
        @SuppressWarnings("UnusedVariable") // picocli alone reads it
        private boolean help;

        Label label(Path file) {
            return new Label(String.valueOf(file.getFileName()), name, read(format), language, version);
        }

        private static @Nullable Format read(@Nullable String word) {
            return word == null
                    ? null
                    : Format.of(word)
                            .orElseThrow(() -> new NotDone("--format is \"" + word + "\", expected one of "
                                    + Stream.of(Format.values())
                                            .map(Format::word)
                                            .collect(Collectors.joining(", "))));
        }
    }

    @Command(
            name = "import",
            description = {
                "Takes in the file of a framework, and says which badges point to items that are retired now.",
                "When anything in it is wrong, nothing is taken in; doing it again changes nothing.",
                "Items that are not in the file any more are kept as retired.",
                "",
                "sfia  the sheet of skills, saved as CSV in UTF-8: Code, Skill, Overall description, Level 1 description …",
                "nice  the components as NIST exports them (JSON), or CSV: element_type, element_identifier, title, text",
                "esco  skills_en.csv and the like: conceptUri, preferredLabel, altLabels, description …",
                "case  a CFPackage of CASE 1.0 or 1.1 (JSON)",
                "csv   code,name[,description,url,type,level,broader] with commas, semicolons or tabs"
            })
    int take(@Parameters(paramLabel = "FILE", description = "At most 100 MB.") Path file, @Mixin Said said)
            throws IOException {
        Label label = said.label(file);
        try (Bridge bridge = laurel().bridge();
                InputStream bytes = Files.newInputStream(file)) {
            long size = Files.size(file);
            PlanBar bar = new PlanBar(laurel().err());
            Outcome outcome = new FrameworkImport(
                            bridge.stores().frameworks().by(LaurelCommand.doer()),
                            AlignedBadges.of(bridge.achievements()),
                            bridge.clock())
                    .read(bytes, label, done -> bar.at("importing", done, size));
            tell(outcome);
            tellUses(bridge);
        } catch (NoSuchFileException none) {
            throw new NotDone(file + " is not there.");
        } catch (Frameworks.Overtaken overtaken) {
            throw new NotDone("Not done: " + overtaken.getMessage() + ".");
        }
        return 0;
    }

    private void tell(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            String more = refused.count() > refused.problems().size()
                    ? "\n  and " + (refused.count() - refused.problems().size()) + " more"
                    : "";
            throw new NotDone(Counted.of(refused.count(), "problem", "problems") + ", so nothing was taken in:\n"
                    + LaurelCommand.lines(refused.problems()) + more);
        }
        Outcome.Done done = (Outcome.Done) outcome;
        Changes changes = done.changes();
        laurel().out()
                .println(done.heading().name() + " (" + done.heading().format().words() + ", "
                        + done.heading().language() + "): " + Counted.of(changes.items(), "item", "items") + ", "
                        + changes.added() + " added, " + changes.changed() + " changed, " + changes.retired()
                        + " retired, " + changes.returned() + " back again");
    }

    @Command(name = "list", description = "Lists the frameworks.", mixinStandardHelpOptions = true)
    int list() {
        try (Bridge bridge = laurel().bridge()) {
            List<Framework> all =
                    bridge.stores().frameworks().list(bridge.clock().instant());
            if (all.isEmpty()) {
                laurel().out().println("No framework was imported yet.");
            }
            all.forEach(one -> laurel().out().println(words(one)));
        }
        return 0;
    }

    private static String words(Framework one) {
        String version = one.version().isEmpty() ? "" : " version " + one.version();
        return one.name() + version + " (" + one.language() + "): " + Counted.of(one.items(), "item", "items") + ", "
                + one.retired() + " retired, imported " + one.importedAt();
    }

    @Command(
            name = "search",
            description = "Searches a framework for items whose code or names begin with all these words.",
            mixinStandardHelpOptions = true)
    int search(
            @Parameters(index = "0", paramLabel = "FRAMEWORK", description = "Its name.") String name,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORD") List<String> words) {
        try (Bridge bridge = laurel().bridge()) {
            Frameworks frameworks = bridge.stores().frameworks();
            Instant now = bridge.clock().instant();
            List<Framework> found = frameworks.find(name, now);
            if (found.isEmpty()) {
                throw new NotDone("There is no framework \"" + name + "\"; frameworks list tells those there are.");
            }
            for (Framework one : found) {
                Frameworks.Page page = frameworks.search(one.id(), String.join(" ", words), null, SHOWN);
                page.items().forEach(item -> laurel().out().println(words(item, now)));
                if (page.after() != null) {
                    laurel().out().println("These are the first " + SHOWN + "; more words find fewer.");
                }
            }
        }
        return 0;
    }

    private static String words(KnownItem one, Instant now) {
        String type = one.item().type() == null ? "" : " (" + one.item().type() + ")";
        return one.item().code() + "  " + one.item().name() + type + (one.isRetired(now) ? ", retired" : "");
    }

    @Command(
            name = "uses",
            description = {
                "Lists the badges in force that point to items which are retired, or which their framework never had.",
                "The exit code is 1 when there is any."
            },
            mixinStandardHelpOptions = true)
    int uses() {
        try (Bridge bridge = laurel().bridge()) {
            return tellUses(bridge) ? 1 : 0;
        }
    }

    /** Whether there is any to tell. */
    private boolean tellUses(Bridge bridge) {
        List<FrameworkUses.Stray> strays =
                new FrameworkUses(bridge.stores().frameworks(), bridge.rules(), bridge.clock()).listRetiredUses();
        strays.forEach(stray -> laurel().out()
                .println("badge " + stray.badge() + ": " + stray.framework() + " " + stray.code()
                        + (stray.name() == null ? "" : " (" + stray.name() + ")") + " " + stray.words()));
        if (strays.isEmpty()) {
            laurel().out().println("No badge in force points to a retired or unknown item.");
        }
        return !strays.isEmpty();
    }

    private LaurelCommand laurel() {
        return Objects.requireNonNull(laurel);
    }
}
