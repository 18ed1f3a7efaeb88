package org.laurelbridge.bridge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.listen.Intake;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.listen.kept.KeptSources;
import org.laurelbridge.bridge.listen.pull.LeasedSource;
import org.laurelbridge.bridge.listen.pull.PulledSource;
import org.laurelbridge.bridge.lrs.LrsAccess;
import org.laurelbridge.bridge.lrs.LrsClient;
import org.laurelbridge.bridge.lrs.LrsProbe;
import org.laurelbridge.xapi.XapiVersion;

/**
 * All sources: those of the configuration and those that administrators connect while Laurel runs. Every node looks now and then
 * what was connected elsewhere. Safe for many threads.
 */
public final class Connecting implements AutoCloseable {
    private static final Duration LOOKING = Duration.ofSeconds(2);
    private static final String WORKER = "connections";

    private final LaurelConfig config;
    private final Stores stores;
    private final KeptSources kept;
    private final InstantSource clock;
    private final Workers workers;
    private final Map<UUID, Pull> pulls = new LinkedHashMap<>();
    private final List<LeasedSource> configured = new ArrayList<>();
    private volatile Snapshot now;

    /** A source that administrators connected, and how it is read. */
    private record Pull(KeptSource source, String worker, LeasedSource leased) {}

    /** What there is at a moment. */
    private record Snapshot(List<KeptSource> kept, List<LaurelConfig.Source> all) {}

    Connecting(LaurelConfig config, Stores stores, Workers workers, InstantSource clock) {
        this.config = config;
        this.stores = stores;
        this.kept = stores.sources();
        this.workers = workers;
        this.clock = clock;
        this.now = snapshot(kept.list());
    }

    private Snapshot snapshot(List<KeptSource> found) {
        List<LaurelConfig.Source> all = new ArrayList<>(config.sources());
        found.stream()
                .filter(one -> isUsed(one) && one.isReady())
                .map(Connecting::source)
                .forEach(all::add);
        return new Snapshot(List.copyOf(found), List.copyOf(all));
    }

    /** Whether no source of the configuration has its name: that one comes first. */
    public boolean isUsed(KeptSource source) {
        return !isConfigured(source.name());
    }

    /** Whether the configuration has a source of this name. */
    public boolean isConfigured(String name) {
        return config.source(name).isPresent();
    }

    private static LaurelConfig.Source source(KeptSource source) {
        KeptSource.Pulled pulled = source.pulled();
        return pulled == null
                ? new LaurelConfig.Source(
                        source.name(), new LaurelConfig.Push(source.key(), source.secret(), true, false), null)
                : new LaurelConfig.Source(
                        source.name(),
                        null,
                        new LaurelConfig.Pull(
                                pulled.endpoint(),
                                source.key(),
                                source.secret(),
                                pulled.version().header(),
                                pulled.every(),
                                pulled.earned()));
    }

    /** Every source of now. The same list as long as nothing changes. */
    public List<LaurelConfig.Source> sources() {
        return now.all();
    }

    /** The names of all sources of now, those whose secret is not here yet among them. */
    public Set<String> names() {
        return Stream.concat(
                        sources().stream().map(LaurelConfig.Source::name),
                        now.kept().stream().map(KeptSource::name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The targets of the LRSs that are told what is earned. */
    Collection<String> told() {
        return sources().stream()
                .filter(source -> source.pull() != null && source.pull().earned())
                .map(source -> Pulling.target(source.name()))
                .toList();
    }

    /** Those that administrators connected. */
    public KeptSources kept() {
        return kept;
    }

    /** One of those by its name, as the database has it. */
    public Optional<KeptSource> find(String name) {
        return kept.list().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Tries an LRS, step by step. Blocks for a minute at most. */
    public LrsProbe probe(LaurelConfig.Pull pull) {
        XapiVersion version = pull.version().startsWith("2") ? XapiVersion.V2_0 : XapiVersion.V1_0;
        return new LrsProbe(LrsAccess.of(pull.endpoint(), pull.key(), pull.secret(), version), clock);
    }

    /** Reads the LRSs of the configuration, and from now on those that are connected. */
    void start(Pulling pulling, Intake intake) {
        pulling.sources(intake, stores.positions(), clock).forEach((source, every) -> {
            LeasedSource leased = new LeasedSource(source, stores.leases(), clock);
            configured.add(leased);
            start("pull-" + source.name(), leased, every);
        });
        workers.start(WORKER, () -> look(intake), LOOKING);
    }

    private void start(String worker, LeasedSource leased, Duration every) {
        workers.start(worker, () -> PullRound.of(leased), every);
    }

    /** Something was connected, changed or removed here: what sends and what is read follows at once. */
    public void changed() {
        now = snapshot(kept.list());
        workers.nudge(WORKER);
    }

    private int look(Intake intake) {
        List<KeptSource> found = kept.list();
        if (!found.equals(now.kept())) {
            now = snapshot(found);
        }
        Map<UUID, KeptSource> wanted = found.stream()
                .filter(source -> source.pulled() != null && isUsed(source) && source.isReady())
                .collect(Collectors.toMap(KeptSource::id, source -> source));
        List<Pull> over = pulls.values().stream()
                .filter(pull -> !pull.source().equals(wanted.get(pull.source().id())))
                .toList();
        over.forEach(pull -> stop(pull, wanted.containsKey(pull.source().id())));
        wanted.values().stream()
                .filter(source -> !pulls.containsKey(source.id()))
                .forEach(source -> {
                    KeptSource.Pulled pulled = Objects.requireNonNull(source.pulled());
                    LrsClient client = new LrsClient(
                            LrsAccess.of(pulled.endpoint(), source.key(), source.secret(), pulled.version()));
                    LeasedSource leased = new LeasedSource(
                            new PulledSource(
                                    source.name(), source.position(), client, intake, stores.positions(), clock),
                            stores.leases(),
                            clock);
                    Pull pull = new Pull(source, "pull-" + source.position(), leased);
                    pulls.put(source.id(), pull);
                    start(pull.worker(), leased, pulled.every());
                });
        return 0;
    }

    // a round under way saves where it is; only after it is that forgotten for good
    private void stop(Pull pull, boolean staysTheSameLrs) {
        workers.end(pull.worker());
        pull.leased().giveBack();
        pulls.remove(pull.source().id());
        if (!staysTheSameLrs) {
            stores.positions().forget(pull.source().position());
        }
    }

    /** Lets other nodes go on at once. The workers have ended before. */
    @Override
    public void close() {
        configured.forEach(LeasedSource::giveBack);
        pulls.values().forEach(pull -> pull.leased().giveBack());
    }
}
