package org.laurelbridge.webapp.command;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.subject.Erasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** What was erased, without of whom. */
@Command(
        name = "erasures",
        description = "Lists the reports of erasures, the newest first. Nothing in them says who it was.",
        mixinStandardHelpOptions = true)
final class PeopleErasuresCommand implements Callable<Integer> {
    private static final int MOST = 100;

    @ParentCommand
    private @Nullable PeopleCommand people;

    @Override
    public Integer call() {
        LaurelCommand laurel = Objects.requireNonNull(people).laurel();
        try (Bridge bridge = laurel.bridge()) {
            List<Erasure> erasures = bridge.dataSubjects().erasing().list(MOST);
            if (erasures.isEmpty()) {
                laurel.out().println("Nobody was erased yet.");
            }
            erasures.forEach(erasure -> PeopleEraseCommand.tell(laurel.out(), erasure));
        }
        return 0;
    }
}
