package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.bridge.subject.Erasure;
import org.laurelbridge.bridge.subject.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Erases a person to the end. */
@Command(
        name = "erase",
        description = {
            "Erases everything that is kept of a person, and of who was merged with them: statements, badges, deliveries,",
            "accounts and all else; in the audit log a pseudonym stands for them. Their badges answer that they were withdrawn.",
            "Cannot be undone. Without --yes it only says what would go. What is broken off goes on by itself, or when",
            "it is asked for again."
        },
        mixinStandardHelpOptions = true)
final class PeopleEraseCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable PeopleCommand people;

    @Parameters(paramLabel = "PERSON", description = "An e-mail address, or Laurel's id of the person.")
    private String named = "";

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Override
    public Integer call() {
        LaurelCommand laurel = Objects.requireNonNull(people).laurel();
        try (Bridge bridge = laurel.bridge()) {
            PersonId person = Somebody.named(bridge.stores().people(), named);
            Erasing erasing = bridge.dataSubjects().erasing();
            if (!yes) {
                erasing.foresee(person).ifPresent(report -> tell(laurel.out(), "would go", report.erased()));
                throw new LaurelCommand.NotDone("Nothing was erased. With --yes it is, for ever.");
            }
            Erasure begun = erasing.by(LaurelCommand.doer())
                    .begin(person)
                    .orElseThrow(() -> new LaurelCommand.NotDone("Nobody is known as " + named + "."));
            ProgressBar bar = new ProgressBar(laurel.err(), "erasing");
            Erasure done = erasing.goOn(begun, step -> bar.show(step.percent(), 100));
            if (!done.isDone()) {
                throw new LaurelCommand.NotDone(
                        "Everything is erased but what the database's files hold of it: others read"
                                + " from them now. A node that serves goes on with it, or this command asked for again.");
            }
            bar.end();
            tell(laurel.out(), done);
        }
        return 0;
    }

    /** The report, for whoever answers to the person. */
    static void tell(PrintWriter out, Erasure erasure) {
        Report report = erasure.report();
        out.println("erasure " + erasure.id() + ", asked for " + erasure.askedAt() + ", "
                + (erasure.isDone() ? "done " + erasure.doneAt() : erasure.percent() + " %"));
        tell(out, "erased", report.erased());
        tell(out, "of others, without them now", report.blanked());
        tell(out, "remains elsewhere", report.elsewhere());
        out.println("What Laurel cannot reach: " + Report.BEYOND);
    }

    private static void tell(PrintWriter out, String title, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            out.println(title + ":");
            counts.forEach((kind, count) -> {
                if (count > 0) {
                    out.println("  " + kind + ": " + count);
                }
            });
        }
    }
}
