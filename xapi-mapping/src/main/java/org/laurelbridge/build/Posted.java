package org.laurelbridge.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.DocumentWriter;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Nodes;

/** A sheet as the names and values of an HTML form: the first row is {@code r}, the second in it {@code r-1}. */
public final class Posted {
    /** The place of the whole rule. */
    public static final String ROOT = "r";

    /** The place of the rule of a renewal. */
    public static final String RENEWAL = "w";

    /** The place of the skills. */
    public static final String ALIGNED = "a";

    static final String ROOTS = ROOT + RENEWAL + ALIGNED;

    private static final String KEPT = "kept";
    private static final int DEEPEST = 40;

    private Posted() {}

    /** The name of a field of a row. */
    public static String name(String place, String key) {
        return place + ":" + key;
    }

    /** Reads what a form sent. */
    public static Sheet read(Map<String, String> form) {
        Map<String, String> values = chosen(form, "", Sheet.FIELDS);
        Row renewal = form.containsKey(name(RENEWAL, "word")) ? row(form, RENEWAL, 0) : null;
        return new Sheet(
                values,
                Naming.named(row(form, ROOT, 0), ROOT),
                renewal == null ? null : Naming.named(renewal, RENEWAL),
                rows(form, ALIGNED, 0),
                kept(form.get(KEPT)));
    }

    /** What a form with it would send. */
    public static Map<String, String> write(Sheet sheet) {
        Map<String, String> form = new LinkedHashMap<>(sheet.values());
        Node kept = sheet.kept();
        if (kept != null) {
            form.put(KEPT, DocumentWriter.line(kept));
        }
        write(form, ROOT, sheet.when());
        Row renewal = sheet.renewal();
        if (renewal != null) {
            write(form, RENEWAL, renewal);
        }
        write(form, ALIGNED, sheet.aligned());
        return form;
    }

    private static void write(Map<String, String> form, String place, Row row) {
        form.put(name(place, "word"), row.word());
        form.put(name(place, "was"), row.word());
        row.values().forEach((key, value) -> form.put(name(place, key), value));
        Node kept = row.kept();
        if (kept != null) {
            form.put(name(place, KEPT), DocumentWriter.line(kept));
        }
        write(form, place, row.rows());
    }

    private static void write(Map<String, String> form, String place, List<Row> rows) {
        for (int part = 0; part < rows.size(); part++) {
            write(form, place + "-" + part, rows.get(part));
        }
    }

    /** Where another sort was chosen, what only the one before could have is left behind. */
    private static Row row(Map<String, String> form, String place, int depth) {
        String word = form.getOrDefault(name(place, "word"), "");
        boolean isSame = word.equals(form.get(name(place, "was")));
        List<Field> fields = Sort.find(word).map(Sort::fields).orElse(List.of());
        Map<String, String> chosen = chosen(form, place + ":", fields);
        return new Row(word, chosen, isSame ? kept(form.get(name(place, KEPT))) : null, rows(form, place, depth));
    }

    private static List<Row> rows(Map<String, String> form, String place, int depth) {
        List<Row> rows = new ArrayList<>();
        for (int part = 0; depth < DEEPEST && form.containsKey(name(place + "-" + part, "word")); part++) {
            rows.add(row(form, place + "-" + part, depth + 1));
        }
        return rows;
    }

    private static Map<String, String> chosen(Map<String, String> form, String before, List<Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            String text = text(form, before + field.key(), field.input()).replace("\r\n", "\n");
            if (!text.isBlank() && field.offers(text)) {
                values.put(field.key(), text);
            }
        }
        return values;
    }

    private static String text(Map<String, String> form, String name, Input input) {
        return switch (input) {
            case SPAN, AMOUNT -> measured(form, name);
            case SPANS -> form.containsKey(name) ? form.get(name) : several(form, name);
            case BADGES -> form.containsKey(name) ? form.get(name) : boxes(form, name + ":");
            default -> form.getOrDefault(name, "");
        };
    }

    private static String measured(Map<String, String> form, String name) {
        return new Measure(form.getOrDefault(name, ""), form.getOrDefault(unit(name), "")).text();
    }

    private static String several(Map<String, String> form, String name) {
        List<String> written = new ArrayList<>();
        for (int part = 0; form.containsKey(name + ":" + part); part++) {
            written.add(measured(form, name + ":" + part).strip());
        }
        return written.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(", "));
    }

    /** In the order of the form. */
    private static String boxes(Map<String, String> form, String before) {
        return form.keySet().stream()
                .filter(name -> name.startsWith(before))
                .map(name -> name.substring(before.length()))
                .collect(Collectors.joining(", "));
    }

    /** The name of the unit beside a number. */
    public static String unit(String name) {
        return name + ":unit";
    }

    private static @Nullable Node kept(@Nullable String text) {
        return Stream.ofNullable(text)
                .filter(written -> !written.isBlank())
                .map(written -> Nodes.read(written).orElseGet(() -> Nodes.text(written)))
                .findFirst()
                .orElse(null);
    }
}
