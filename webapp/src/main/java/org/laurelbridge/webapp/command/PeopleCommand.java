package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.SayingSheet;
import org.laurelbridge.bridge.record.CannotMerge;
import org.laurelbridge.bridge.record.JoinSheet;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonEntry;
import org.laurelbridge.bridge.record.Roster;
import org.laurelbridge.mapping.Identifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** People: from a file, and two who are one. */
@Command(
        name = "people",
        description = "Takes people in, says who of them is one, and hands over or erases what is kept of one.",
        subcommands = {PeopleExportCommand.class, PeopleEraseCommand.class, PeopleErasuresCommand.class},
        mixinStandardHelpOptions = true)
final class PeopleCommand {
    private static final int LONGEST = 1_000;
    private static final int PAGE = 500;

    @ParentCommand
    private @Nullable LaurelCommand laurel;

    LaurelCommand laurel() {
        return Objects.requireNonNull(laurel);
    }

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
                    bridge.attesting().by(LaurelCommand.doer()),
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
        long lines = lines(csv);
        ProgressBar bar = new ProgressBar(parent.err(), "taking people in");
        try (Bridge bridge = parent.bridge();
                Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            Roster.Report report = new Roster(bridge.stores().people().by(LaurelCommand.doer()), bridge.clock())
                    .read(reader, done -> bar.show(done, Math.max(done, lines - 1)));
            bar.end();
            parent.out().println(Counted.of(report.taken(), "person", "people") + " taken in");
            if (!report.problems().isEmpty()) {
                throw new LaurelCommand.NotDone(report.problems().size() + " problems (columns can be "
                        + PersonEntry.FIELDS + "):\n" + LaurelCommand.lines(report.problems()));
            }
        }
        return 0;
    }

    private static long lines(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        }
    }

    @Command(
            name = "join",
            description = {
                "Joins unknown actors to people by a CSV file whose first line names its columns:",
                "kind, scope, value (the actor, as /admin/unknown lists it), name, statements (not read), person (an e-mail",
                "address, Laurel's id, or a user id, user name or id number in the actor's system). Rows without a person",
                "are left out. Their statements are mapped anew, each with its own time; doing it again changes nothing."
            },
            mixinStandardHelpOptions = true)
    int join(@Parameters(paramLabel = "CSV", description = "In UTF-8, with commas.") Path csv) throws IOException {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = parent.bridge();
                Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            JoinSheet.Report report =
                    new JoinSheet(bridge.stores().people().by(LaurelCommand.doer()), bridge.clock()).read(reader);
            parent.out().println(Counted.of(report.joined(), "actor", "actors") + " joined");
            if (!report.problems().isEmpty()) {
                throw new LaurelCommand.NotDone(Counted.of(report.problems().size(), "problem", "problems") + ":\n"
                        + LaurelCommand.lines(report.problems()));
            }
        }
        return 0;
    }

    @Command(
            name = "unjoin",
            description = {
                "Takes from a person what they are known by: an actor who is known by it alone is nobody again, its statements",
                "wait, and what they alone supported is withdrawn by each badge's policy. A roster that tells it gives it back."
            },
            mixinStandardHelpOptions = true)
    int unjoin(
            @Parameters(paramLabel = "PERSON", description = "An e-mail address, or Laurel's id of the person.")
                    String person,
            @Parameters(
                            paramLabel = "KIND",
                            description = "account, email, mbox_sha1sum, openid, id, username, idnumber.")
                    String kind,
            @Parameters(paramLabel = "VALUE", description = "As the page of the person shows it.") String value,
            @Option(
                            names = "--scope",
                            paramLabel = "ADDRESS",
                            defaultValue = "",
                            description = "The system it belongs to, of an account, id, username or idnumber.")
                    String scope) {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = parent.bridge()) {
            People people = bridge.stores().people().by(LaurelCommand.doer());
            if (!people.unjoin(new Identifier(kind, scope, value), Somebody.named(people, person))) {
                throw new LaurelCommand.NotDone("This person is not known by that; is there a --scope?");
            }
            parent.out().println("It is theirs no more. Its statements are mapped anew by the server.");
        }
        return 0;
    }

    @Command(
            name = "merge",
            description = {
                "Says that two people are one: all that MERGED did and will do counts for KEPT. Of two awards for the",
                "same badge the one earned earlier stands, the other is superseded. Can be undone: see unmerge."
            },
            mixinStandardHelpOptions = true)
    int merge(
            @Parameters(paramLabel = "KEPT", description = "An e-mail address, or Laurel's id of the person.")
                    String kept,
            @Parameters(paramLabel = "MERGED", description = "Likewise.") String merged,
            @Option(names = "--why", paramLabel = "TEXT", defaultValue = "merged on the command line") String why) {
        if (why.length() > LONGEST) {
            throw new LaurelCommand.NotDone("--why has " + why.length() + " characters, at most " + LONGEST + " go.");
        }
        return with((people, now) ->
                Optional.of(people.merge(Somebody.named(people, kept), Somebody.named(people, merged), why, now)));
    }

    @Command(
            name = "unmerge",
            description = "Says that two who were merged are two again. Merges can be undone in any order.",
            mixinStandardHelpOptions = true)
    int unmerge(@Parameters(paramLabel = "N", description = "The number of the merge, see merges.") long number) {
        return with((people, now) -> people.unmerge(number, now));
    }

    private int with(BiFunction<People, Instant, Optional<Merge>> work) {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = parent.bridge()) {
            Merge merge = work.apply(
                            bridge.stores().people().by(LaurelCommand.doer()),
                            bridge.clock().instant())
                    .orElseThrow(() -> new LaurelCommand.NotDone("There is no such merge; people merges lists them."));
            parent.out().println(words(merge));
        } catch (CannotMerge cannot) {
            throw new LaurelCommand.NotDone("Not done: " + cannot.getMessage() + ".");
        }
        return 0;
    }

    @Command(
            name = "merges",
            description = "Lists who was merged with whom, the newest first.",
            mixinStandardHelpOptions = true)
    int merges() {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = parent.bridge()) {
            People people = bridge.stores().people();
            List<Merge> page = people.listMerges(0, PAGE);
            if (page.isEmpty()) {
                parent.out().println("Nobody was merged yet.");
            }
            while (!page.isEmpty()) {
                page.forEach(merge -> parent.out().println(words(merge)));
                page = people.listMerges(page.get(page.size() - 1).id(), PAGE);
            }
        }
        return 0;
    }

    private static String words(Merge merge) {
        String undone = merge.undoneAt() == null ? "" : ", undone " + merge.undoneAt();
        return "merge " + merge.id() + ": " + merge.merged() + " into " + merge.kept() + ", " + merge.at() + undone
                + ": " + merge.why();
    }
}
