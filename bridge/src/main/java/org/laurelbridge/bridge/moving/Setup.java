package org.laurelbridge.bridge.moving;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.map.RuleText;

/**
 * What is set up in the database of an installation: no secrets, and nobody's data. A part that is null is not spoken of: it stays as it
 * is.
 *
 * @param rules all documents in force, mapping first
 * @param pictures those that people gave badges, by badge
 * @param connections that were made while Laurel ran, by name
 */
public record Setup(
        @Nullable List<RuleText> rules,
        @Nullable Map<String, Source> pictures,
        @Nullable Map<String, Connection> connections) {

    public Setup {
        rules = rules == null ? null : List.copyOf(rules);
        pictures = pictures == null ? null : new TreeMap<>(pictures);
        connections = connections == null ? null : new TreeMap<>(connections);
    }

    /** What can be moved apart from the rest. */
    public enum Part {
        RULES,
        PICTURES,
        CONNECTIONS;

        /** As it is called in a file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A source, without its secret.
     *
     * @param pulled null for a sender
     */
    public record Connection(String key, KeptSource.@Nullable Pulled pulled) {
        static Connection of(KeptSource source) {
            return new Connection(source.key(), source.pulled());
        }
    }

    /** These parts of it alone. */
    public Setup only(Set<Part> parts) {
        return new Setup(
                parts.contains(Part.RULES) ? rules : null,
                parts.contains(Part.PICTURES) ? pictures : null,
                parts.contains(Part.CONNECTIONS) ? connections : null);
    }

    /** The parts that it speaks of. */
    public Set<Part> parts() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (rules != null) {
            parts.add(Part.RULES);
        }
        if (pictures != null) {
            parts.add(Part.PICTURES);
        }
        if (connections != null) {
            parts.add(Part.CONNECTIONS);
        }
        return parts;
    }

    /** Whether it speaks of nothing. */
    public boolean isEmpty() {
        return parts().isEmpty();
    }
}
