package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.plan.Planner.Applied;
import org.laurelbridge.bridge.map.RuleBook.Outcome.Changed;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.xapi.Problem;

/** A folder of rule documents. */
final class RuleFolder {
    private RuleFolder() {}

    /** Every YAML or JSON file in it, by name. */
    static List<RuleText> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new LaurelCommand.NotDone("There is no folder " + folder + ".");
        }
        List<RuleText> texts = texts(folder);
        if (texts.isEmpty()) {
            throw new LaurelCommand.NotDone("No rules are in " + folder
                    + ": expected a mapping and badges in files that end in .yaml or .json.");
        }
        return texts;
    }

    private static List<RuleText> texts(Path folder) {
        List<RuleText> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(RuleFolder::isDocument).sorted().toList()) {
                texts.add(new RuleText(
                        String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rules in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return texts;
    }

    private static boolean isDocument(Path file) {
        return file.toString().matches(".*\\.(yaml|yml|json)") && Files.isRegularFile(file);
    }

    /** Applies the configured folder, if there is one. */
    static void applyConfigured(Bridge bridge, LaurelCommand laurel) {
        Path folder = bridge.config().rules();
        if (folder != null) {
            apply(bridge, folder, false, Doer.AT_START, laurel);
        }
    }

    /**
     * Puts a folder in force, and says what changed; what could not be delivered is a warning.
     *
     * @param accept whether it may touch awards
     * @return whether it is in force: else a plan waits, which was told
     */
    static boolean apply(Bridge bridge, Path folder, boolean accept, Doer doer, LaurelCommand laurel) {
        Applied applied =
                RuleWords.told(() -> bridge.planner().by(doer).apply(read(folder), accept, new PlanBar(laurel.err())));
        if (applied instanceof Applied.Waiting waiting) {
            PlanWords words = new PlanWords(bridge, laurel.err());
            words.tell(waiting.plan());
            words.tellHowToAccept(waiting.plan());
            return false;
        }
        tell(bridge, ((Applied.InForce) applied).changed(), laurel);
        return true;
    }

    /** What changed. */
    static void tell(Bridge bridge, Changed changed, LaurelCommand laurel) {
        PrintWriter out = laurel.out();
        tell(out, "added", changed.added());
        tell(out, "changed", changed.changed());
        tell(out, "unchanged", changed.unchanged());
        tell(out, "out of force", changed.takenOut());
        List<Problem> stray = RuleCheck.strayTargets(
                bridge.rules().current().badges(), bridge.config(), () -> RuleCheck.platforms(bridge));
        if (!stray.isEmpty()) {
            laurel.err().println("Deliveries will be stuck:\n" + LaurelCommand.lines(stray));
        }
    }

    private static void tell(PrintWriter out, String what, List<String> references) {
        if (!references.isEmpty()) {
            out.println("rules " + what + ": " + String.join(", ", references));
        }
    }
}
