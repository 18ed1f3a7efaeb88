package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.SayingSheet;
import org.laurelbridge.bridge.record.PersonEntry;
import org.laurelbridge.bridge.record.Roster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** People, from a file. */
@Command(name = "people", description = "Takes people in.", mixinStandardHelpOptions = true)
final class PeopleCommand {
    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Command(
            name = "attest",
            description = {
                "Takes in what is said of people from a CSV file whose first line names its columns:",
                "person (e-mail or id), topic (member, enrolled, profile, competency, approved, evidence),",
                "subject, value, detail, by, from, until (times as 2026-03-01T10:00:00Z).",
                "When any row is wrong, nothing is taken in; doing it again changes nothing."
            },
            mixinStandardHelpOptions = true)
    int attest(@Parameters(paramLabel = "CSV", description = "In UTF-8, with commas.") Path csv) throws IOException {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = parent.bridge();
                Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            SayingSheet sheet = new SayingSheet(
                    name -> Somebody.find(bridge.stores().people(), name),
                    bridge.attesting(),
                    badge -> bridge.rules().current().find(badge).isPresent());
            SayingSheet.Report report = sheet.read(reader);
            if (!report.problems().isEmpty()) {
                throw new LaurelCommand.NotDone(Counted.of(report.problems().size(), "problem", "problems")
                        + ", so nothing was taken in:\n" + LaurelCommand.lines(report.problems()));
            }
            parent.out().println(Counted.of(report.taken(), "attestation", "attestations") + " taken in");
        }
        return 0;
    }

    @Command(
            name = "import",
            description = {
                "Takes people in from a CSV file whose first line names its columns:",
                "name, email, homePage, id, username, idnumber, account, openid.",
                "Statements that waited for them are mapped at once; doing it again changes nothing."
            },
            mixinStandardHelpOptions = true)
    int importCsv(@Parameters(paramLabel = "CSV", description = "In UTF-8, with commas.") Path csv) throws IOException {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = parent.bridge();
                Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            Roster.Report report = new Roster(bridge.stores().people(), bridge.clock()).read(reader);
            parent.out().println(Counted.of(report.taken(), "person", "people") + " taken in");
            if (!report.problems().isEmpty()) {
                throw new LaurelCommand.NotDone(report.problems().size() + " problems (columns can be "
                        + PersonEntry.FIELDS + "):\n" + LaurelCommand.lines(report.problems()));
            }
        }
        return 0;
    }
}
