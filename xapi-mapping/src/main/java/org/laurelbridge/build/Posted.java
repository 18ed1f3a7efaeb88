package org.laurelbridge.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.DocumentWriter;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Nodes;

/** A sheet as the names and values of an HTML form: the first row is {@code r}, the second in it {@code r-1}. */
public final class Posted {
    /** The place of the whole rule. */
    public static final String ROOT = "r";

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
        return new Sheet(values, row(form, ROOT, 0), kept(form.get(KEPT)));
    }

    /** What a form with it would send. */
    public static Map<String, String> write(Sheet sheet) {
        Map<String, String> form = new LinkedHashMap<>(sheet.values());
        Node kept = sheet.kept();
        if (kept != null) {
            form.put(KEPT, DocumentWriter.line(kept));
        }
        write(form, ROOT, sheet.when());
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
        for (int part = 0; part < row.rows().size(); part++) {
            write(form, place + "-" + part, row.rows().get(part));
        }
    }

    /** Where another sort was chosen, what only the one before could have is left behind. */
    private static Row row(Map<String, String> form, String place, int depth) {
        String word = form.getOrDefault(name(place, "word"), "");
        boolean isSame = word.equals(form.get(name(place, "was")));
        List<Field> fields = Sort.find(word).map(Sort::fields).orElse(List.of());
        List<Row> rows = new ArrayList<>();
        for (int part = 0; depth < DEEPEST && form.containsKey(name(place + "-" + part, "word")); part++) {
            rows.add(row(form, place + "-" + part, depth + 1));
        }
        Map<String, String> chosen = chosen(form, place + ":", fields);
        return new Row(word, chosen, isSame ? kept(form.get(name(place, KEPT))) : null, rows);
    }

    private static Map<String, String> chosen(Map<String, String> form, String before, List<Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            String text = form.getOrDefault(before + field.key(), "").replace("\r\n", "\n");
            if (!text.isBlank() && field.offers(text)) {
                values.put(field.key(), text);
            }
        }
        return values;
    }

    private static @Nullable Node kept(@Nullable String text) {
        return Stream.ofNullable(text)
                .filter(written -> !written.isBlank())
                .map(written -> Nodes.read(written).orElseGet(() -> Nodes.text(written)))
                .findFirst()
                .orElse(null);
    }
}
