package org.laurelbridge.bridge;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.laurelbridge.bridge.deliver.EarnedStatements;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.lrs.LrsStatements;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.listen.kept.KeptSources;
import org.laurelbridge.bridge.lrs.LrsAccess;
import org.laurelbridge.bridge.lrs.LrsClient;

/** The LRSs that administrators connected and that are told what is earned, as targets. Each is looked up when something is told. */
final class KeptLrsTargets {
    private final KeptSources sources;
    private final BuiltTargets<KeptSource> built;

    KeptLrsTargets(KeptSources sources, URI publicUrl) {
        this.sources = sources;
        this.built = new BuiltTargets<>(source -> target(source, publicUrl));
    }

    /** Empty when none of them is told, or has its secret, now. */
    Optional<Target> find(String name) {
        return sources.list().stream()
                .filter(source -> Pulling.target(source.name()).equals(name) && source.isReady())
                .filter(source -> source.pulled() != null && source.pulled().earned())
                .findFirst()
                .map(source -> built.of(source.id(), source));
    }

    private static Target target(KeptSource source, URI publicUrl) {
        KeptSource.Pulled pulled = Objects.requireNonNull(source.pulled());
        LrsClient client =
                new LrsClient(LrsAccess.of(pulled.endpoint(), source.key(), source.secret(), pulled.version()));
        return new EarnedStatements(new LrsStatements(client), publicUrl);
    }
}
