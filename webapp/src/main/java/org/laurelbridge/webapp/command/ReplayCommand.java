package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.listen.file.Replay;
import org.laurelbridge.bridge.listen.file.Replayed;
import org.laurelbridge.webapp.admin.QuarantineReasons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Statements from files, all the way to the awards. */
@Command(
        name = "replay",
        description = {
            "Reads statements from files: JSON lines or a JSON array, gzipped or not.",
            "May be interrupted and run again: what is known already changes nothing."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "NAME",
            description = "The source they are said to come from.")
    private String source = "";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, in the order in which they are read.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new LaurelCommand.NotDone("There is no readable file " + file + ".");
            }
        }
        try (Bridge bridge = parent.bridge()) {
            RuleFolder.applyConfigured(bridge, parent);
            bridge.startWithoutPulling();
            for (Path file : files) {
                read(parent, bridge, file);
            }
            Settling.await(bridge, parent.err());
            tell(parent, bridge);
        }
        return 0;
    }

    private void read(LaurelCommand parent, Bridge bridge, Path file) throws IOException {
        ProgressBar bar = new ProgressBar(parent.err(), String.valueOf(file.getFileName()));
        Replay replay = new Replay(source, bridge.intake(), bridge.stores().positions(), bridge.clock());
        Replayed report = replay.run(file, (bytes, total, soFar) -> bar.show(bytes, total));
        bar.end();
        parent.out()
                .println(file + ": " + report.added() + " added, " + report.known() + " known, " + report.quarantined()
                        + " quarantined");
    }

    private static void tell(LaurelCommand parent, Bridge bridge) {
        Figures.Snapshot figures = bridge.stores().figures().read();
        parent.out()
                .println("In all: " + Counted.of(figures.statements(), "statement", "statements") + "; "
                        + Counted.of(figures.facts(), "fact", "facts") + ", "
                        + Counted.of(figures.unmatched(), "statement matches", "statements match")
                        + " no activity of the mapping, " + Counted.of(figures.parked(), "is", "are") + " parked ("
                        + Counted.of(figures.unknownActors(), "unknown actor", "unknown actors") + "), "
                        + Counted.of(figures.quarantined(), "is", "are") + " quarantined.");
        bridge.stores()
                .statements()
                .listQuarantined(5)
                .forEach(one ->
                        parent.out().println("  quarantined: " + String.join("; ", QuarantineReasons.of(one.why()))));
        bridge.mapper()
                .figures()
                .diagnostics()
                .forEach((code, count) -> parent.out().println("  " + code + ": " + count));
        String awards = figures.awards().stream()
                .map(count -> count.rows() + " " + count.state())
                .collect(Collectors.joining(", "));
        parent.out().println("Awards: " + (awards.isEmpty() ? "none" : awards));
    }
}
