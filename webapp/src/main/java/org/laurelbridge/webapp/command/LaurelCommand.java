package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.xapi.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 not done and why is told, 2 wrong words, 3 a plan waits to be accepted. */
@Command(
        name = "laurel",
        description = "Listens to xAPI statements, awards Open Badges, and writes them into the gradebook.",
        mixinStandardHelpOptions = true,
        versionProvider = LaurelCommand.Version.class,
        subcommands = {
            HelpCommand.class,
            DemoCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            ReplayCommand.class,
            ReevaluateCommand.class,
            AwardsCommand.class,
            RulesCommand.class,
            SetupCommand.class,
            ExplainCommand.class,
            PeopleCommand.class,
            FrameworksCommand.class,
            KeysCommand.class,
            EndorsementsCommand.class,
            UserCommand.class,
            TokenCommand.class,
            PlatformsCommand.class,
            SecretsCommand.class,
            AuditCommand.class,
            BenchCommand.class
        })
public final class LaurelCommand {
    /** The exit code of what waits for a person's consent. */
    static final int WAITS = 3;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The configuration. Without it config/laurel.yaml is read if it is there.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs one command and answers its exit code. */
    public static int run(String... arguments) {
        return line().execute(arguments);
    }

    static CommandLine line() {
        CommandLine line = new CommandLine(new LaurelCommand());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(command.getColorScheme().errorText(words(failure)));
            return 1;
        });
        return line;
    }

    /** A failure in words; a stack trace is for the log alone. */
    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** What the configuration says; every problem it has is told as the failure's message. */
    LaurelConfig config() {
        Path usual = Path.of("config", "laurel.yaml");
        Path chosen = file != null ? file : Files.exists(usual) ? usual : null;
        ConfigReader.Loaded loaded = ConfigReader.read(chosen, System.getenv());
        if (loaded.config() == null) {
            throw new NotDone("The configuration is not right:\n" + lines(loaded.problems()));
        }
        Logging.configure(loaded.config().jsonLog());
        return loaded.config();
    }

    /** The bridge of the configuration, not started; its log is quiet. */
    Bridge bridge() {
        Logging.quiet();
        return Bridge.open(config(), InstantSource.system());
    }

    /** Whoever runs this command, by the name of the operating system's user. */
    static Doer doer() {
        return Doer.commandLine(System.getProperty("user.name", ""));
    }

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    static String lines(Iterable<Problem> problems) {
        StringBuilder lines = new StringBuilder();
        problems.forEach(problem -> lines.append("  ").append(problem).append('\n'));
        return lines.toString().stripTrailing();
    }

    /** A command could not do what it was asked; the message says why. */
    static final class NotDone extends RuntimeException {
        NotDone(String message) {
            super(message);
        }
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = LaurelCommand.class.getPackage().getImplementationVersion();
            return new String[] {"laurel " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
