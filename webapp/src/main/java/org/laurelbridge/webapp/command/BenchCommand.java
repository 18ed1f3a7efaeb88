package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.webapp.sample.Campus;
import org.laurelbridge.webapp.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** How fast statements are kept, beside what the database alone can do. */
@Command(
        name = "bench",
        description = {
            "Measures how fast statements are kept, beside what the database alone can do.",
            "Pushes over HTTP from 8 connections and prints statements a second, times, and the ratio to a plain JDBC",
            "batch insert of the same bodies in the same run. Needs an empty database of its own.",
            "With --history: how fast a history is re-evaluated, beside a plain sequential scan of its table."
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final int CONNECTIONS = 8;
    private static final int AWARDS = 40;
    private static final int[] BATCHES = {1, 50};

    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Option(names = "--database-url", paramLabel = "URL", description = "Default: SQLite in a folder of its own.")
    private @Nullable String url;

    @Option(
            names = "--database-user",
            paramLabel = "USER",
            description = "The password comes from LAUREL_DATABASE_PASSWORD.")
    private @Nullable String user;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "For each measurement, after a warm-up of three times as long; default ${DEFAULT-VALUE}.")
    private int seconds = 10;

    @Option(names = "--history", description = "Measures the re-evaluation of a history instead.")
    private boolean history;

    @Option(
            names = "--learners",
            paramLabel = "N",
            description = "Of the history and for the pages, a hundred facts each; default ${DEFAULT-VALUE}.")
    private int learners = 10_000;

    @Option(
            names = "--dry-run",
            description = {
                "Measures instead how long the dry run of one rule takes over a million facts of 10,000 learners,",
                "beside one plain pass over the same table in the same run."
            })
    private boolean dryRun;

    @Option(
            names = "--badges",
            description = {
                "Measures instead how fast badges are signed and written in every form, and how fast their pages are",
                "answered at 200 requests a second, beside a plain answer of the same size in the same run."
            })
    private boolean badges;

    @Option(
            names = "--people",
            description = {
                "Measures instead how long 10,000 people take to be joined from a roster, beside a plain JDBC batch insert of",
                "the same rows in the same run."
            })
    private boolean people;

    @Option(
            names = "--launches",
            description = {
                "Measures instead how fast 100 people a second come in from a platform, from its login to their first page,",
                "beside the check of a signature alone in the same run."
            })
    private boolean launches;

    @Option(
            names = "--pages",
            description = {
                "Measures instead how long each page takes, and what comes over the wire on a first visit, with 10,000 learners,",
                "500 badges and a million facts, beside a plain answer in the same run."
            })
    private boolean pages;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "With --pages: keeps what is filled in, and measures it again when it is there.")
    private @Nullable Path keep;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        // Java keeps five open to one host unless told
        System.setProperty("http.maxConnections", String.valueOf(SteadyLoad.CONNECTIONS));
        Path folder = keep == null ? Files.createTempDirectory("laurel-bench") : Files.createDirectories(keep);
        PrintWriter out = Objects.requireNonNull(laurel).out();
        try (Bridge bridge = Bridge.open(config(folder), InstantSource.system());
                Site site = Site.open(bridge)) {
            boolean isFilled = bridge.stores().figures().read().statements() > 0;
            if (pages) {
                new BenchPages(bridge, site, laurel).run(Campus.of(learners), isFilled);
                return 0;
            }
            if (isFilled) {
                throw new LaurelCommand.NotDone("This database holds statements: a benchmark needs an empty one.");
            }
            if (history) {
                new BenchHistory(bridge, Objects.requireNonNull(laurel)).measure(learners);
                return 0;
            }
            if (dryRun) {
                new BenchForecast(bridge, out, laurel.err()).measure();
                return 0;
            }
            if (people) {
                new BenchPeople(bridge, out).measure();
                return 0;
            }
            if (launches) {
                bridge.start();
                new BenchLaunches(bridge, site.address(), out).measure(seconds, Nobody.sessions(bridge));
                return 0;
            }
            if (badges) {
                new BenchBadges(bridge, site.address(), laurel).measure(seconds);
                return 0;
            }
            bridge.rules()
                    .apply(List.of(
                            new RuleText("mapping.yaml", BenchStatements.MAPPING),
                            new RuleText("badge.yaml", BenchStatements.BADGE)));
            bridge.start();
            measure(out, bridge, new BenchSender(site.address()));
        } finally {
            if (keep == null) {
                Folders.delete(folder);
            }
        }
        return 0;
    }

    private LaurelConfig config(Path folder) throws IOException {
        int port = FreePort.orAny(0);
        String password = System.getenv("LAUREL_DATABASE_PASSWORD");
        LaurelConfig config = url == null
                ? DemoConfig.at(folder, port)
                : DemoConfig.at(folder, port, new LaurelConfig.Storage(url, user, password));
        return badges ? config.with(BenchBadges.KNOWN_AS, config.http()) : config;
    }

    private void measure(PrintWriter out, Bridge bridge, BenchSender sender)
            throws InterruptedException, ExecutionException {
        warm(bridge, sender);
        out.printf("%6s %14s %9s %9s %16s %7s%n", "batch", "statements/s", "p50 ms", "p99 ms", "plain JDBC/s", "ratio");
        for (int batch : BATCHES) {
            Load.Measured ours = Load.run(CONNECTIONS, seconds, () -> sender.push(batch));
            Settling.await(bridge, Objects.requireNonNull(laurel).err());
            Load.Measured plain = plain(bridge, batch);
            out.printf(
                    "%6d %14.0f %9.1f %9.1f %16.0f %7.2f%n",
                    batch,
                    ours.perSecond() * batch,
                    ours.millis(0.5),
                    ours.millis(0.99),
                    plain.perSecond() * batch,
                    ours.perSecond() / plain.perSecond());
            out.flush();
        }
        Load.Measured awarded = new BenchAwards(bridge, sender).measure(AWARDS);
        out.printf(
                "from the answer to the award: p50 %.0f ms, p95 %.0f ms (%d awards)%n",
                awarded.millis(0.5), awarded.millis(0.95), AWARDS);
        out.flush();
    }

    /** A server runs for months: what is measured is compiled by then. */
    private void warm(Bridge bridge, BenchSender sender) throws InterruptedException, ExecutionException {
        for (int batch : BATCHES) {
            Load.run(CONNECTIONS, 2 * seconds, () -> sender.push(batch));
            plain(bridge, batch);
        }
        Settling.await(bridge, Objects.requireNonNull(laurel).err());
    }

    private Load.Measured plain(Bridge bridge, int batch) throws InterruptedException, ExecutionException {
        try (var inserts = bridge.stores().plainInserts()) {
            return Load.run(CONNECTIONS, seconds, () -> {
                inserts.insert(BenchStatements.bodies(batch));
                return true;
            });
        }
    }
}
