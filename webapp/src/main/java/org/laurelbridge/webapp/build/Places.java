package org.laurelbridge.webapp.build;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.build.Field;
import org.laurelbridge.build.Posted;
import org.laurelbridge.build.Row;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.build.Sort;
import org.laurelbridge.xapi.Problem;

/** Where in a form is what a problem is about. */
final class Places {
    private static final Pattern PLACE = Pattern.compile("^.*:(\\d+):\\d+(?: \\((.*)\\))?$");
    private static final Pattern LACKING = Pattern.compile("no \"([A-Za-z]+)\"");

    private final Map<String, String> byPath = new LinkedHashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /**
     * Something that is not chosen yet.
     *
     * @param place of its row; empty for the badge itself
     * @param field null where it is conditions of a group
     */
    record Gap(String place, @Nullable Field field) {}

    Places(Sheet sheet) {
        add("when", Posted.ROOT, sheet.when());
        Row renewal = sheet.renewal();
        if (renewal != null) {
            add("renew.when", Posted.RENEWAL, renewal);
        }
        int said = 0;
        for (int at = 0; at < sheet.aligned().size(); at++) {
            Row skill = sheet.aligned().get(at);
            rows.put(Posted.ALIGNED + "-" + at, skill);
            // the document has none of which nothing is said
            if (!skill.values().isEmpty() || skill.kept() != null) {
                byPath.put("align[" + said++ + "]", Posted.ALIGNED + "-" + at);
            }
        }
    }

    private void add(String path, String place, Row row) {
        byPath.put(path, place);
        rows.put(place, row);
        String parts = Sort.find(row.word()).map(Sort::parts).orElse("");
        String below = path + "." + row.word() + (parts.isEmpty() ? "" : "." + parts);
        for (int part = 0; part < row.rows().size(); part++) {
            add(below + "[" + part + "]", place + "-" + part, row.rows().get(part));
        }
    }

    /** What is at a place that is there. */
    Row row(String place) {
        return Objects.requireNonNull(rows.get(place));
    }

    /** In which line of the text; empty for none. */
    static String line(Problem problem) {
        Matcher place = PLACE.matcher(problem.place());
        return place.matches() ? place.group(1) : "";
    }

    /** In which row; empty for none. */
    String place(Problem problem) {
        return entry(problem).map(Map.Entry::getValue).orElse("");
    }

    private Optional<Map.Entry<String, String>> entry(Problem problem) {
        String path = path(problem);
        return byPath.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()));
    }

    private static String path(Problem problem) {
        Matcher place = PLACE.matcher(problem.place());
        return place.matches() && place.group(2) != null ? place.group(2) : "";
    }

    /** What a problem says is not chosen yet; null for another problem. */
    @Nullable
    Gap gap(Problem problem) {
        Matcher lacking = LACKING.matcher(problem.found());
        if (!lacking.matches()) {
            return null;
        }
        String key = lacking.group(1);
        String place = place(problem);
        Row row = rows.get(place);
        if (row != null && row.isGroup() && key.equals("of")) {
            return new Gap(place, null);
        }
        return fields(row).stream()
                .filter(field -> field.last().equals(key))
                .findFirst()
                .map(field -> new Gap(place, field))
                .orElse(null);
    }

    /** The field that a problem is about; null where it is about a whole row, or the text. */
    @Nullable
    Field field(Problem problem) {
        Gap gap = gap(problem);
        if (gap != null) {
            return gap.field();
        }
        Row row = rows.get(place(problem));
        String before = entry(problem).map(Map.Entry::getKey).orElse("");
        String rest = path(problem).substring(before.length()).replaceFirst("^\\.", "");
        String key = row != null && Sort.find(row.word()).isPresent() && rest.startsWith(row.word())
                ? rest.substring(row.word().length()).replaceFirst("^\\.", "")
                : rest;
        return fields(row).stream()
                .filter(field -> key.equals(field.key())
                        || key.startsWith(field.key() + "[")
                        || (key.isEmpty() && row != null && field.key().equals(plain(row))))
                .findFirst()
                .orElse(null);
    }

    private static String plain(Row row) {
        return Sort.find(row.word()).map(Sort::plain).orElse("");
    }

    private static List<Field> fields(@Nullable Row row) {
        return row == null
                ? Sheet.FIELDS
                : Sort.find(row.word()).map(Sort::fields).orElse(List.of());
    }
}
