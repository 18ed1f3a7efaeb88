package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.record.Roster;
import org.laurelbridge.webapp.sample.SampleCourse;
import org.laurelbridge.webapp.sample.SampleRules;
import org.laurelbridge.webapp.site.Site;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The whole way on one screen, without configuration and network. */
@Command(
        name = "demo",
        description = "Shows the whole way, from statements to badges and grades, on a database of its own.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Option(
            names = "--once",
            description = "End when all is done: code 0 if every badge expected is issued and delivered.")
    private boolean once;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: ${DEFAULT-VALUE}; 0 takes any free one.")
    private int port = 8080;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("laurel-demo");
        PrintWriter out = Objects.requireNonNull(laurel).out();
        Logging.quiet();
        int free = FreePort.orAny(once ? 0 : port);
        if (!once && port != 0 && free != port) {
            out.println("Port " + port + " is taken, so this is port " + free + ".");
        }
        try (Bridge bridge = Bridge.open(DemoConfig.at(folder, free), InstantSource.system());
                Site site = Site.open(bridge)) {
            bridge.rules().apply(SampleRules.all());
            new Roster(bridge.stores().people(), bridge.clock()).read(new StringReader(SampleRules.people()));
            bridge.start();
            DemoRun run = new DemoRun(bridge, site, out, CommandLine.Help.Ansi.AUTO.enabled());
            boolean whole = run.show();
            if (!once) {
                run.invite(run.fill(new SampleCourse(bridge, LaurelCommand.doer())));
                ServeCommand.waitForTheEnd();
            }
            return whole ? 0 : 1;
        } finally {
            Folders.delete(folder);
        }
    }
}
