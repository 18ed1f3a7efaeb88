package org.laurelbridge.webapp.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.subject.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Everything about a person, as a file to hand over. */
@Command(
        name = "export",
        description = {
            "Writes everything that is kept of a person into a ZIP file: lists as JSON, badges in their forms, and a page to read.",
            "Of merged people all is in it. Passwords and tokens are not."
        },
        mixinStandardHelpOptions = true)
final class PeopleExportCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable PeopleCommand people;

    @Parameters(paramLabel = "PERSON", description = "An e-mail address, or Laurel's id of the person.")
    private String named = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; else person-ID.zip in this folder. What is there is not overwritten.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        LaurelCommand laurel = Objects.requireNonNull(people).laurel();
        try (Bridge bridge = laurel.bridge()) {
            PersonId person = Somebody.named(bridge.stores().people(), named);
            Subject subject = bridge.dataSubjects()
                    .exporting()
                    .find(person)
                    .orElseThrow(() -> new LaurelCommand.NotDone("Nobody is known as " + named + "."));
            Path target =
                    file != null ? file : Path.of("person-" + subject.people().get(0) + ".zip");
            if (Files.exists(target)) {
                throw new LaurelCommand.NotDone(target + " is there already: name another file with -o.");
            }
            bridge.dataSubjects().exporting().handOut(person, LaurelCommand.doer());
            try (OutputStream out = new BufferedOutputStream(OwnerFile.create(target))) {
                bridge.dataSubjects().exporting().write(subject, Locale.UK, out, part -> {});
            }
            laurel.out().println("written to " + target);
        }
        return 0;
    }
}
