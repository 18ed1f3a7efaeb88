package org.laurelbridge.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a document, by the core schema of YAML 1.2: {@code yes}, {@code on} and {@code 2026-03-01} are text. */
public sealed interface Node {

    Place place();

    /** What it is, as a problem names it: {@code the text "abc"}. */
    String shown();

    /** Characters, at least one. */
    record Text(Place place, String value) implements Node {
        @Override
        public String shown() {
            return "the text \"" + cut(value) + "\"";
        }
    }

    /** A number, exact; its exponent lies within ±30. */
    record Decimal(Place place, String written, BigDecimal value) implements Node {
        @Override
        public String shown() {
            return "the number " + cut(written);
        }
    }

    /** {@code true} or {@code false}. */
    record Truth(Place place, boolean value) implements Node {
        @Override
        public String shown() {
            return String.valueOf(value);
        }
    }

    /** {@code null}, {@code ~}, or a key with nothing after it, or empty text. */
    record Nothing(Place place) implements Node {
        @Override
        public String shown() {
            return "nothing";
        }
    }

    /** A list. */
    record Items(Place place, List<Node> nodes) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A map, in the order written; keys are unique. */
    record Entries(Place place, Map<String, Entry> byKey) implements Node {
        public Entries {
            byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        }

        /** All entries, in the order written. */
        public List<Entry> inOrder() {
            return new ArrayList<>(byKey.values());
        }

        @Override
        public String shown() {
            return byKey.isEmpty() ? "an empty map" : "a map with " + cut(String.join(", ", byKey.keySet()));
        }
    }

    /**
     * A key and its value.
     *
     * @param place of the key
     */
    record Entry(Place place, String key, Node value) {}

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
