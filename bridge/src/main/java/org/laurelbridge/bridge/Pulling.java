package org.laurelbridge.bridge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.listen.Intake;
import org.laurelbridge.bridge.listen.Positions;
import org.laurelbridge.bridge.listen.pull.PulledSource;
import org.laurelbridge.bridge.lrs.LrsAccess;
import org.laurelbridge.bridge.lrs.LrsClient;
import org.laurelbridge.xapi.XapiVersion;

/** Builds the clients of the LRSs that are configured. */
final class Pulling {
    private final Map<String, LrsClient> clients = new LinkedHashMap<>();
    private final List<LaurelConfig.Source> sources = new ArrayList<>();

    Pulling(List<LaurelConfig.Source> configured) {
        for (LaurelConfig.Source source : configured) {
            if (source.pull() != null) {
                sources.add(source);
                clients.put(source.name(), new LrsClient(access(source.pull())));
            }
        }
    }

    private static LrsAccess access(LaurelConfig.Pull pull) {
        XapiVersion version = pull.version().startsWith("2") ? XapiVersion.V2_0 : XapiVersion.V1_0;
        return LrsAccess.of(pull.endpoint(), pull.key(), pull.secret(), version);
    }

    /** The client of a source's LRS. */
    LrsClient client(String source) {
        return Objects.requireNonNull(clients.get(source));
    }

    /** Each with how often to look. */
    Map<PulledSource, Duration> sources(Intake intake, Positions positions, InstantSource clock) {
        Map<PulledSource, Duration> pulled = new LinkedHashMap<>();
        for (LaurelConfig.Source source : sources) {
            LaurelConfig.Pull pull = Objects.requireNonNull(source.pull());
            pulled.put(new PulledSource(source.name(), client(source.name()), intake, positions, clock), pull.every());
        }
        return pulled;
    }

    /** The name of the target that tells a source's LRS what was earned. */
    static String target(String source) {
        return "lrs:" + source;
    }

    /** The names of the sources that want to be told what was earned. */
    List<String> listEarned() {
        return sources.stream()
                .filter(source -> Objects.requireNonNull(source.pull()).earned())
                .map(LaurelConfig.Source::name)
                .toList();
    }
}
