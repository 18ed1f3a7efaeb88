package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.build.Change;
import org.laurelbridge.build.Field;
import org.laurelbridge.build.Input;
import org.laurelbridge.build.Posted;
import org.laurelbridge.build.Row;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.build.Sort;
import org.laurelbridge.document.DocumentWriter;
import org.laurelbridge.document.Node;
import org.laurelbridge.webapp.admin.Frame;
import org.laurelbridge.webapp.teach.TeachFrame;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.Problem;

/**
 * A rule as a form, with what it says.
 *
 * @param admin what is around it; null where an instructor builds
 * @param teach the same for an instructor; null for an administrator
 * @param path where the form is sent
 * @param back where one came from
 * @param changed the title of the badge in force that it is made from; null for a new badge
 * @param mayChange whether it can be put in force from here
 * @param sheet what was chosen
 * @param yaml the text that stands beside it
 * @param sentence what it asks for; null when it has mistakes
 * @param problems all of them
 * @param own what the builder itself has to say; null for nothing
 * @param offered what can be chosen
 * @param others where other rules are, by their titles; none beside a rule that is there
 * @param focus the row that one goes on with; empty for none
 * @param waits what saving would do to awards; null when that is not known, or nothing
 * @param isKept whether this is a draft
 * @param underway for whom the next version is, as it was chosen
 * @param inForce the version that is; null for a new badge
 */
public record BuilderView(
        @Nullable Frame admin,
        @Nullable TeachFrame teach,
        String path,
        String back,
        @Nullable String changed,
        boolean mayChange,
        Sheet sheet,
        String yaml,
        @Nullable String sentence,
        List<Problem> problems,
        @Nullable Saying own,
        Offered offered,
        List<Other> others,
        String focus,
        BuildDesk.Saved.@Nullable Waits waits,
        boolean isKept,
        Underway underway,
        @Nullable InForce inForce) {
    private static final int SHORT = 30;
    private static final Pattern LACKING = Pattern.compile("no \"([A-Za-z]+)\"");
    private static final Pattern PLACE = Pattern.compile("^.*:(\\d+):\\d+(?: \\((.*)\\))?$");

    /**
     * A version that is in force.
     *
     * @param isNew whether it came so just now
     */
    public record InForce(int version, Underway underway, boolean isNew) {}

    /** A rule to look at or change, or a draft. */
    public record Other(String path, String title, boolean isDraft) {}

    /** A length of time that is often meant. */
    public record Span(String value, int many, String unit) {}

    /** Some of them; others are typed. */
    public static final List<Span> SPANS = List.of(
            new Span("7d", 7, "build.span.days"),
            new Span("14d", 14, "build.span.days"),
            new Span("30d", 30, "build.span.days"),
            new Span("90d", 90, "build.span.days"),
            new Span("6mo", 6, "build.span.months"),
            new Span("1y", 1, "build.span.years"),
            new Span("2y", 2, "build.span.years"),
            new Span("3y", 3, "build.span.years"));

    /** Something to choose. */
    public record Option(String value, String title) {}

    /**
     * What can be chosen of the words of this installation.
     *
     * @param unmapped activities that the mapping would know when they are chosen
     */
    public record Offered(List<Option> activities, List<Option> unmapped, List<String> kinds, List<Option> badges) {}

    public String csrf() {
        return admin != null ? admin.csrf() : teach == null ? "" : teach.csrf();
    }

    /** What the badge is said to be; empty for nothing. */
    public String description() {
        return sheet.values().getOrDefault("description", "");
    }

    /** The id of a field's element. */
    public String id(String place, String key) {
        return (place.isEmpty() ? key : place + "_" + key).replace('.', '_');
    }

    public String name(String place, String key) {
        return place.isEmpty() ? key : Posted.name(place, key);
    }

    /** As {@code 2.3}: the third in the second. */
    public String number(String place) {
        String parts = place.substring(Posted.ROOT.length());
        return Stream.of(parts.split("-", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> String.valueOf(Integer.parseInt(part) + 1))
                .collect(Collectors.joining("."));
    }

    /** The sorts that a row may be changed to. */
    public List<Sort> sorts(Row row) {
        return Sort.list(row.isGroup());
    }

    /** The fields of a row that are shown at once, or those behind a door. */
    public List<Field> fields(Row row, boolean rare) {
        return Sort.find(row.word()).map(Sort::fields).orElse(List.of()).stream()
                .filter(field -> field.isRare() == rare)
                .toList();
    }

    /** Whether something stands behind the door. */
    public boolean isOpen(Row row) {
        return row.kept() != null
                || fields(row, true).stream().anyMatch(field -> row.values().containsKey(field.key()));
    }

    /** Whether it has more rows than a form can send. */
    public boolean isTooLarge() {
        return sheet.rows() > Change.MOST_ROWS;
    }

    public boolean isWhole(Row row) {
        return row.word().equals(Sort.KEPT);
    }

    public String kept(@Nullable Node node) {
        return node == null ? "" : DocumentWriter.line(node);
    }

    public String value(Map<String, String> values, Field field) {
        return values.getOrDefault(field.key(), "");
    }

    /** What a field may be; what it is now is always among it. */
    public List<Option> options(Field field, String value) {
        List<Option> options = new ArrayList<>(
                switch (field.input()) {
                    case ACTIVITY -> offered.activities();
                    case BADGE -> offered.badges();
                    default -> List.of();
                });
        if (!value.isEmpty()
                && unmapped(field, value).stream()
                        .noneMatch(option -> option.value().equals(value))
                && options.stream().noneMatch(option -> option.value().equals(value))) {
            options.add(new Option(value, value));
        }
        return options;
    }

    /** What a field may be beside that; of a long rule, only where nothing else was chosen yet. */
    public List<Option> unmapped(Field field, String value) {
        boolean isOffered = field.input() == Input.ACTIVITY
                && (value.isEmpty()
                        || sheet.rows() <= SHORT
                        || offered.activities().stream()
                                .noneMatch(option -> option.value().equals(value)));
        return isOffered ? offered.unmapped() : List.of();
    }

    /** Kinds to choose from; what is chosen now is among them. */
    public List<String> kinds(String value) {
        return value.isEmpty() || offered.kinds().contains(value)
                ? offered.kinds()
                : Stream.concat(offered.kinds().stream(), Stream.of(value)).toList();
    }

    /** The end of the key of a field's label. */
    public String label(Field field) {
        return kebab(field.last()) + (field.input() == Input.PERCENT ? "-percent" : "");
    }

    /** Whether a field says how long something holds: when it was, what comes after what. */
    public boolean isOfTime(Field field) {
        return Sheet.lasting().contains(field) || field.key().matches("(of[.])?(within[.].*|as)");
    }

    /** The end of the key of such a field's label. */
    public String timeLabel(Field field) {
        return kebab(field.key().replaceFirst("^of[.]", "").replace('.', '-'));
    }

    /** Whether a badge is said to hold in another way than usual. */
    public boolean isLastingSaid() {
        return Sheet.lasting().stream().anyMatch(field -> sheet.values().containsKey(field.key()));
    }

    /** A word of the language as the end of a key. */
    public String kebab(String word) {
        return word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a row itself, not with what is in it. */
    public List<Problem> problems(String place) {
        return problems.stream().filter(problem -> place.equals(place(problem))).toList();
    }

    /**
     * Something that is not chosen yet.
     *
     * @param number of the condition; empty for the badge itself and for the whole rule
     * @param field null where it is conditions of a group
     */
    public record Gap(String number, @Nullable Field field) {}

    /** What a problem says is not chosen yet; null for another problem. */
    public @Nullable Gap gap(Problem problem) {
        Matcher lacking = LACKING.matcher(problem.found());
        if (!lacking.matches()) {
            return null;
        }
        String key = lacking.group(1);
        String place = place(problem);
        Row row = place.isEmpty() ? null : row(place);
        String number = row == null ? "" : number(place);
        if (row != null && row.isGroup() && key.equals("of")) {
            return new Gap(number, null);
        }
        List<Field> fields = row == null
                ? Sheet.FIELDS
                : Sort.find(row.word()).map(Sort::fields).orElse(List.of());
        return fields.stream()
                .filter(field -> field.last().equals(key))
                .findFirst()
                .map(field -> new Gap(number, field))
                .orElse(null);
    }

    /** Whether the text is to be seen: it is not what the form says, or problems name its lines. */
    public boolean isTextNeeded() {
        return !yaml.equals(sheet.document())
                || problems.stream()
                        .anyMatch(problem ->
                                gap(problem) == null && !line(problem).isEmpty());
    }

    private Row row(String place) {
        Row row = sheet.when();
        for (String part : place.substring(Posted.ROOT.length()).split("-", -1)) {
            row = part.isEmpty() ? row : row.rows().get(Integer.parseInt(part));
        }
        return row;
    }

    /** In which line of the text; empty for none. */
    public String line(Problem problem) {
        Matcher place = PLACE.matcher(problem.place());
        return place.matches() ? place.group(1) : "";
    }

    private String place(Problem problem) {
        Matcher place = PLACE.matcher(problem.place());
        String path = place.matches() && place.group(2) != null ? place.group(2) : "";
        return places("when", Posted.ROOT, sheet.when()).entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse("");
    }

    private static Map<String, String> places(String path, String place, Row row) {
        Map<String, String> places = new LinkedHashMap<>(Map.of(path, place));
        String parts = Sort.find(row.word()).map(Sort::parts).orElse("");
        String below = path + "." + row.word() + (parts.isEmpty() ? "" : "." + parts);
        for (int part = 0; part < row.rows().size(); part++) {
            places.putAll(places(
                    below + "[" + part + "]", place + "-" + part, row.rows().get(part)));
        }
        return places;
    }
}
