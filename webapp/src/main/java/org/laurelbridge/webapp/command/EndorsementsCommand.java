package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.issue.Endorsables;
import org.laurelbridge.bridge.issue.ob3.Endorsing;
import org.laurelbridge.webapp.command.LaurelCommand.NotDone;
import org.laurelbridge.xapi.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What others say for badges and for the issuer. */
@Command(
        name = "endorsements",
        description = {
            "Adds, lists and removes what others say for a badge or for the issuer: EndorsementCredentials that they signed.",
            "ABOUT is a badge in a version, as quiz@1, or the word issuer."
        },
        mixinStandardHelpOptions = true)
final class EndorsementsCommand {
    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Command(
            name = "add",
            description = "Adds one. It stands in every credential of its badge, which are signed anew.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "ABOUT") String about,
            @Parameters(paramLabel = "FILE", description = "JSON with its proof.") Path file) {
        try (Bridge bridge = laurel().bridge()) {
            String json = Files.readString(file, StandardCharsets.UTF_8);
            List<Problem> problems = new Endorsing(
                            bridge.issuer(), bridge.stores().endorsements(), bridge.clock())
                    .by(LaurelCommand.doer())
                    .add(id(bridge, about), json);
            if (!problems.isEmpty()) {
                throw new NotDone("It was not added:\n" + LaurelCommand.lines(problems));
            }
            laurel().out().println("added");
            return 0;
        } catch (IOException unreadable) {
            throw new NotDone(file + " cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    @Command(name = "list", description = "Prints them, one a line.", mixinStandardHelpOptions = true)
    int list(@Parameters(paramLabel = "ABOUT") String about) {
        try (Bridge bridge = laurel().bridge()) {
            bridge.stores().endorsements().list(id(bridge, about)).forEach(laurel().out()::println);
            return 0;
        }
    }

    @Command(name = "remove", description = "Forgets one.", mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "ABOUT") String about,
            @Parameters(paramLabel = "ID", description = "Its own id.") String id) {
        try (Bridge bridge = laurel().bridge()) {
            boolean removed =
                    bridge.stores().endorsements().by(LaurelCommand.doer()).remove(id(bridge, about), id);
            laurel().out().println(removed ? "removed" : "there is none");
            return removed ? 0 : 1;
        }
    }

    /** The id that an endorsement names. */
    private static String id(Bridge bridge, String about) {
        return new Endorsables(bridge.issuer(), bridge.achievements())
                .find(about)
                .orElseThrow(() -> new NotDone("There is no badge " + about + ", expected " + Endorsables.NAMES + "."));
    }

    private LaurelCommand laurel() {
        return Objects.requireNonNull(laurel);
    }
}
