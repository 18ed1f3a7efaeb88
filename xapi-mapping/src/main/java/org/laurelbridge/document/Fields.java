package org.laurelbridge.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A map of a document, read key by key. A key that is absent gives an empty answer, a value of the wrong sort gives a
 * problem and an empty answer. {@link #require} tells missing keys; {@link #finish}, called last, tells every key that nobody
 * asked for.
 */
public final class Fields {
    private final Node.Entries entries;
    private final Values values;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(Node.Entries entries, Values values) {
        this.entries = entries;
        this.values = values;
    }

    /** Reads a map; anything else becomes a problem and has no fields. */
    public static Fields of(Node node, Problems problems) {
        if (node instanceof Node.Entries entries) {
            return new Fields(entries, new Values(problems));
        }
        problems.add(node, "a map");
        return new Fields(new Node.Entries(node.place(), Map.of()), new Values(new Problems()));
    }

    /** Reads single values, telling problems to the same place. */
    public Values values() {
        return values;
    }

    public Place place() {
        return entries.place();
    }

    /** The keys that the map holds, in the order written. */
    public Set<String> keys() {
        return entries.byKey().keySet();
    }

    /** Tells every one of these keys that is missing. */
    public Fields require(String... keys) {
        for (String key : keys) {
            asked.add(key);
            if (!entries.byKey().containsKey(key)) {
                values.problems().add(entries.place(), "no \"" + key + "\"", "\"" + key + "\" here");
            }
        }
        return this;
    }

    /** The value of a key as it is. */
    public Optional<Node> node(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.byKey().get(key)).map(Node.Entry::value);
    }

    public Optional<String> text(String key) {
        return read(key, values::text);
    }

    public Optional<Long> whole(String key, long min, long max) {
        return read(key, node -> values.whole(node, min, max));
    }

    public Optional<BigDecimal> decimal(String key) {
        return read(key, values::decimal);
    }

    /** {@code 80%} as 80. */
    public Optional<BigDecimal> percent(String key) {
        return read(key, values::percent);
    }

    public Optional<Boolean> truth(String key) {
        return read(key, values::truth);
    }

    public Optional<Span> span(String key) {
        return read(key, values::span);
    }

    public Optional<LocalDate> date(String key) {
        return read(key, values::date);
    }

    public Optional<String> word(String key, Collection<String> words) {
        return read(key, node -> values.word(node, words));
    }

    /** A word as what it stands for; give a map with an order. */
    public <T> Optional<T> word(String key, Map<String, T> words) {
        return read(key, node -> values.word(node, words));
    }

    /** A list; absent and empty are the same. */
    public List<Node> list(String key) {
        return node(key).map(values::list).orElse(List.of());
    }

    /** A list, or one value in its stead. */
    public List<Node> oneOrMore(String key) {
        return node(key).map(values::oneOrMore).orElse(List.of());
    }

    /** A list of text; absent and empty are the same. */
    public List<String> texts(String key) {
        return list(key).stream().flatMap(node -> values.text(node).stream()).toList();
    }

    /** The entries of a map; absent and empty are the same. */
    public List<Node.Entry> entries(String key) {
        return node(key).map(values::entries).orElse(List.of());
    }

    /** The fields of a map below, when there is one. A key with nothing after it counts as absent. */
    public Optional<Fields> fields(String key) {
        return node(key).filter(node -> !(node instanceof Node.Nothing)).map(values::fields);
    }

    /** Tells every key that nobody asked for, with the word that was probably meant. */
    public void finish() {
        for (Node.Entry entry : entries.inOrder()) {
            if (!asked.contains(entry.key())) {
                values.problems()
                        .add(entry.place(), "the key \"" + entry.key() + "\"", Words.expected(entry.key(), asked));
            }
        }
    }

    private <T> Optional<T> read(String key, Function<Node, Optional<T>> as) {
        return node(key).flatMap(as);
    }
}
