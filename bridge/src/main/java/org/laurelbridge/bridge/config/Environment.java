package org.laurelbridge.bridge.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurelbridge.document.DocumentReader;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Place;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Words;

/** Lays environment variables over a configuration document: a variable wins over the file. */
final class Environment {
    private static final String PREFIX = "LAUREL_";

    private final Map<String, String> variables;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    Environment(Map<String, String> variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    /** The document with the variables in it; a variable that sets nothing is a problem. */
    Node.Entries over(Node.Entries document) {
        Node.Entries result = document;
        for (Key key : Keys.ALL) {
            int list = key.path().indexOf("[].");
            if (list < 0) {
                result = put(result, List.of(key.path().split("\\.")), key, "");
            } else {
                result = overList(
                        result, key, key.path().substring(0, list), key.path().substring(list + 3));
            }
        }
        tellUnknown();
        return result;
    }

    private Node.Entries overList(Node.Entries document, Key key, String list, String below) {
        Node.Entry entry = document.byKey().get(list);
        if (entry == null || !(entry.value() instanceof Node.Items items)) {
            return document;
        }
        List<Node> nodes = new ArrayList<>();
        for (Node node : items.nodes()) {
            boolean named = node instanceof Node.Entries entries
                    && entries.byKey().get("name") != null
                    && entries.byKey().get("name").value() instanceof Node.Text;
            nodes.add(
                    named
                            ? put((Node.Entries) node, List.of(below.split("\\.")), key, name((Node.Entries) node))
                            : node);
        }
        return with(document, new Node.Entry(entry.place(), list, new Node.Items(items.place(), nodes)));
    }

    private static String name(Node.Entries entries) {
        Node.Entry name = entries.byKey().get("name");
        return name != null && name.value() instanceof Node.Text text ? text.value() : "";
    }

    private Node.Entries put(Node.Entries document, List<String> path, Key key, String name) {
        Node.Entries result = put(document, path, key.environment(name), key.sort());
        if (key.sort() == Key.Sort.SECRET) {
            List<String> file = new ArrayList<>(path);
            file.set(file.size() - 1, file.get(file.size() - 1) + "-file");
            result = put(result, file, key.environment(name) + "_FILE", Key.Sort.TEXT);
        }
        return result;
    }

    private Node.Entries put(Node.Entries document, List<String> path, String variable, Key.Sort sort) {
        known.add(variable);
        String value = variables.get(variable);
        return value == null ? document : put(document, path, value(variable, value, sort));
    }

    private static Node.Entries put(Node.Entries document, List<String> path, Node value) {
        String first = path.get(0);
        if (path.size() == 1) {
            return with(document, new Node.Entry(value.place(), first, value));
        }
        Node.Entry below = document.byKey().get(first);
        Node.Entries inner = below != null && below.value() instanceof Node.Entries entries
                ? entries
                : new Node.Entries(value.place(), Map.of());
        Place place = below == null ? value.place() : below.place();
        return with(document, new Node.Entry(place, first, put(inner, path.subList(1, path.size()), value)));
    }

    private static Node.Entries with(Node.Entries document, Node.Entry entry) {
        Map<String, Node.Entry> all = new LinkedHashMap<>(document.byKey());
        all.put(entry.key(), entry);
        return new Node.Entries(document.place(), all);
    }

    private static Node value(String variable, String value, Key.Sort sort) {
        Place place = new Place("environment variable " + variable, 1, 1, "");
        boolean isText = sort == Key.Sort.TEXT || sort == Key.Sort.SECRET || sort == Key.Sort.SPAN;
        if (isText || value.isBlank()) {
            return value.isBlank() ? new Node.Nothing(place) : new Node.Text(place, value);
        }
        return DocumentReader.read(place.file(), value).documents().stream()
                .findFirst()
                .orElse(new Node.Text(place, value));
    }

    private void tellUnknown() {
        for (String variable : variables.keySet()) {
            if (variable.startsWith(PREFIX) && !known.contains(variable)) {
                String meant = Words.nearest(variable, known)
                        .map(word -> "; did you mean " + word + "?")
                        .orElse("");
                problems.add(
                        new Place("environment variable " + variable, 1, 1, ""),
                        "a variable that sets nothing",
                        "a key of the configuration" + meant);
            }
        }
    }
}
