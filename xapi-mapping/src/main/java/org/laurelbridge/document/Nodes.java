package org.laurelbridge.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes values that nobody wrote yet, to be written by {@link DocumentWriter}. They stand nowhere. */
public final class Nodes {
    private static final Place NOWHERE = new Place("", 1, 1, "");

    private Nodes() {}

    /** Characters; nothing where there are none. */
    public static Node text(String value) {
        return value.isEmpty() ? new Node.Nothing(NOWHERE) : new Node.Text(NOWHERE, value);
    }

    /** A number as a document writes it; text where it is none. */
    public static Node number(String written) {
        return written.matches("-?[0-9]{1,20}(\\.[0-9]{1,20})?")
                ? new Node.Decimal(NOWHERE, written, new BigDecimal(written))
                : text(written);
    }

    public static Node truth(boolean value) {
        return new Node.Truth(NOWHERE, value);
    }

    public static Node list(List<? extends Node> nodes) {
        return new Node.Items(NOWHERE, List.copyOf(nodes));
    }

    /** A map, in the order given. */
    public static Node.Entries map(Map<String, Node> values) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put(key, new Node.Entry(NOWHERE, key, value)));
        return new Node.Entries(NOWHERE, entries);
    }

    /** The values of a map, in the order written; to be changed at will. */
    public static Map<String, Node> values(Node.Entries map) {
        Map<String, Node> values = new LinkedHashMap<>();
        map.inOrder().forEach(entry -> values.put(entry.key(), entry.value()));
        return values;
    }

    /** Reads one value; empty when the text is none. */
    public static Optional<Node> read(String text) {
        return DocumentReader.readOne("", text, new Problems());
    }

    /** Whether two say the same, wherever they stand. */
    public static boolean same(Node one, Node other) {
        return DocumentWriter.line(one).equals(DocumentWriter.line(other));
    }
}
