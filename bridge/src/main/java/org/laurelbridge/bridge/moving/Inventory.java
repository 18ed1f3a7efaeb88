package org.laurelbridge.bridge.moving;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.issue.picture.Pictures;
import org.laurelbridge.bridge.issue.picture.Pictures.Kept;
import org.laurelbridge.bridge.issue.picture.Pictures.Mark;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.listen.kept.KeptSources;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.moving.Setup.Connection;
import org.laurelbridge.bridge.moving.Setup.Part;
import org.laurelbridge.document.DocumentWriter;
import org.laurelbridge.document.Node;
import org.laurelbridge.xapi.Problem;

/**
 * What is set up here.
 *
 * @param rules in force
 * @param configuredHere what the configuration has, which comes first
 */
public record Inventory(
        RuleBook rules, Pictures pictures, KeptSources sources, Configured configuredHere, InstantSource clock) {

    /**
     * What the configuration has.
     *
     * @param names of all sources
     * @param keys of those that send
     */
    public record Configured(Set<String> names, Set<String> keys) {
        public Configured {
            names = Set.copyOf(names);
            keys = Set.copyOf(keys);
        }
    }

    Setup current(Set<Part> parts) {
        Map<String, Source> kept = new TreeMap<>();
        if (parts.contains(Part.PICTURES)) {
            pictures.badges().forEach(badge -> picture(badge).ifPresent(source -> kept.put(badge, source)));
        }
        return new Setup(rules.export(), kept, connections()).only(parts);
    }

    private Optional<Source> picture(String badge) {
        return pictures.find(badge).map(Kept::source);
    }

    private Map<String, Connection> connections() {
        Map<String, Connection> connections = new TreeMap<>();
        sources.list().forEach(source -> connections.put(source.name(), Connection.of(source)));
        return connections;
    }

    /** All of it but what rules say, read once: what comes while a change is made is no part of it, and stays. */
    record Standing(long turn, Map<String, Mark> pictures, List<KeptSource> sources) {
        Basis basis() {
            return Basis.of(turn, pictures, sources);
        }
    }

    Standing standing() {
        rules.refresh();
        return new Standing(rules.current().turn(), pictures.marks(), sources.list());
    }

    /** What is wrong with connections here, though the file is right. */
    List<Problem> problems(Setup setup) {
        List<Problem> problems = new ArrayList<>();
        Set<String> keys = new TreeSet<>(configuredHere.keys());
        wanted(setup).forEach((name, connection) -> {
            if (connection.pulled() == null && !keys.add(connection.key())) {
                problems.add(new Problem(
                        SetupWriter.DOCUMENT + " (connections." + name + ")",
                        "the key \"" + connection.key() + "\", which another sender has",
                        "a key for each sender",
                        ""));
            }
        });
        return problems;
    }

    /** Of its connections those that the configuration has not. */
    private Map<String, Connection> wanted(Setup setup) {
        Map<String, Connection> wanted = new TreeMap<>(setup.connections() == null ? Map.of() : setup.connections());
        wanted.keySet().removeAll(configuredHere.names());
        return wanted;
    }

    /** The names of all sources that there would be. */
    Set<String> names(Setup setup) {
        Set<String> names = new TreeSet<>(configuredHere.names());
        names.addAll((setup.connections() == null ? connections() : setup.connections()).keySet());
        return names;
    }

    /** Connections of a file that stand in the configuration here. */
    List<String> configured(Setup setup) {
        Set<String> names = new TreeSet<>(
                setup.connections() == null ? Set.of() : setup.connections().keySet());
        names.retainAll(configuredHere.names());
        return List.copyOf(names);
    }

    /** What would become of pictures and connections. */
    List<SetupChange> changes(Setup setup) {
        List<SetupChange> changes = new ArrayList<>();
        if (setup.pictures() != null) {
            Setup now = current(Set.of(Part.PICTURES));
            changes.addAll(changes(Part.PICTURES, now.pictures(), setup.pictures(), Inventory::words));
        }
        if (setup.connections() != null) {
            changes.addAll(changes(
                    Part.CONNECTIONS,
                    connections(),
                    wanted(setup),
                    one -> DocumentWriter.write(SetupWriter.connection(one))));
        }
        return changes;
    }

    private static <T> List<SetupChange> changes(
            Part part, @Nullable Map<String, T> before, Map<String, T> after, Function<T, String> words) {
        Map<String, T> known = before == null ? Map.of() : before;
        Set<String> names = new TreeSet<>(known.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> SetupChange.of(
                        part,
                        name,
                        Optional.ofNullable(known.get(name)).map(words).orElse(""),
                        Optional.ofNullable(after.get(name)).map(words).orElse("")))
                .toList();
    }

    // two pictures that were brought are the same when their bytes are
    private static String words(Source source) {
        return source instanceof Source.Uploaded uploaded
                ? SetupWriter.BROUGHT + " (" + uploaded.png() + ", " + Integer.toHexString(uploaded.hashCode()) + ")\n"
                : DocumentWriter.write((Node.Entries) SetupWriter.picture(source));
    }

    /** What would wait for its secret. */
    List<String> secrets(Setup setup) {
        return setup.connections() == null
                ? List.of()
                : replaced(setup, sources.list()).stream()
                        .filter(source -> !source.isReady())
                        .map(KeptSource::name)
                        .toList();
    }

    /** The sources that would be there, by name: each keeps its secret as long as it belongs to the same key at the same address. */
    private List<KeptSource> replaced(Setup setup, List<KeptSource> now) {
        Map<String, KeptSource> known = new TreeMap<>();
        now.forEach(source -> known.put(source.name(), source));
        List<KeptSource> replaced = new ArrayList<>();
        wanted(setup).forEach((name, one) -> replaced.add(source(name, one, known.get(name))));
        return replaced;
    }

    private static KeptSource source(String name, Connection wanted, @Nullable KeptSource known) {
        if (known == null || !place(known.pulled()).equals(place(wanted.pulled()))) {
            return new KeptSource(UUID.randomUUID(), name, wanted.key(), "", wanted.pulled());
        }
        boolean isSameKey = known.key().equals(wanted.key());
        return new KeptSource(known.id(), name, wanted.key(), isSameKey ? known.secret() : "", wanted.pulled());
    }

    private static String place(KeptSource.@Nullable Pulled pulled) {
        return pulled == null ? "" : pulled.endpoint().toString();
    }

    /** Puts pictures and connections in their places, and removes those that stand there and are not among them. */
    void put(Setup setup, Standing now, Doer doer) {
        if (setup.pictures() != null) {
            putPictures(setup.pictures(), now.pictures().keySet(), pictures.by(doer));
        }
        if (setup.connections() != null) {
            putConnections(replaced(setup, now.sources()), now.sources(), sources.by(doer));
        }
    }

    private void putPictures(Map<String, Source> wanted, Set<String> now, Pictures into) {
        now.stream().filter(badge -> !wanted.containsKey(badge)).sorted().forEach(into::remove);
        wanted.forEach((badge, source) -> {
            if (!picture(badge).filter(source::equals).isPresent()) {
                into.save(badge, source, clock.instant());
            }
        });
    }

    private void putConnections(List<KeptSource> wanted, List<KeptSource> now, KeptSources into) {
        Map<String, KeptSource> gone = new TreeMap<>();
        now.forEach(source -> gone.put(source.name(), source));
        for (KeptSource source : wanted) {
            KeptSource known = gone.remove(source.name());
            if (known == null) {
                into.add(source, clock.instant());
            } else if (!known.equals(source)) {
                into.change(known.id(), source);
            }
        }
        gone.values().forEach(source -> into.remove(source.id()));
    }
}
