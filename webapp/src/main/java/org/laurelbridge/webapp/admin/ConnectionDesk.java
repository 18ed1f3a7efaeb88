package org.laurelbridge.webapp.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Connecting;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.bridge.health.Figures.SourceFigures;
import org.laurelbridge.webapp.words.English;
import org.laurelbridge.webapp.words.Saying;

/**
 * What the pages of connections work with.
 *
 * @param xapi the address that senders send to
 */
public record ConnectionDesk(Connecting connecting, Figures figures, String xapi) {

    /** Tries the LRS of a connection, step by step; empty where there is none that can be tried. */
    List<ConnectionsPage.Tried> tried(String name) {
        return connecting.sources().stream()
                .filter(source -> source.name().equals(name) && source.pull() != null)
                .findFirst()
                .map(LaurelConfig.Source::pull)
                .map(pull -> Trial.said(connecting.probe(pull).run()))
                .orElse(List.of());
    }

    /** How each connection stands, by its name; those of which nothing is known yet are left out. */
    Map<String, ConnectionsPage.State> states() {
        return states(figures.read());
    }

    private static Map<String, ConnectionsPage.State> states(Snapshot snapshot) {
        return snapshot.sources().stream()
                .filter(source -> !source.isFile())
                .collect(Collectors.toMap(SourceFigures::name, Function.identity(), (one, other) -> one))
                .values()
                .stream()
                .collect(Collectors.toMap(SourceFigures::name, ConnectionDesk::state));
    }

    /** How one connection stands. */
    ConnectionsPage.State state(Snapshot snapshot, String name) {
        return states(snapshot).getOrDefault(name, ConnectionsPage.State.NEW);
    }

    /** What one connection has brought; null where nothing is known yet. */
    HealthPage.@Nullable Source source(Snapshot snapshot, String name, Instant now) {
        return HealthPage.sources(snapshot, now).stream()
                .filter(source -> source.brought() != null && source.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static ConnectionsPage.State state(SourceFigures source) {
        String trouble = source.trouble();
        if (trouble != null) {
            return new ConnectionsPage.State(
                    Saying.of("admin.trouble"), "bad", Saying.of("set-up.state.why", new English(trouble)));
        }
        return source.wasRead()
                ? new ConnectionsPage.State(Saying.of("admin.good"), "good", null)
                : ConnectionsPage.State.NEW;
    }
}
