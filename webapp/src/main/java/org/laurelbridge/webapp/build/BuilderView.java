package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.build.Change;
import org.laurelbridge.build.Field;
import org.laurelbridge.build.Input;
import org.laurelbridge.build.Measure;
import org.laurelbridge.build.Posted;
import org.laurelbridge.build.Row;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.build.Sort;
import org.laurelbridge.document.DocumentWriter;
import org.laurelbridge.document.Node;
import org.laurelbridge.webapp.admin.Frame;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.teach.TeachFrame;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.webapp.words.Words;
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
 * @param problems what is told of them
 * @param isJudged whether it was asked whether all is right, so that they are told while it is changed, too
 * @param own what the builder itself has to say; null for nothing
 * @param offered what can be chosen
 * @param others where other rules are, by their titles; none beside a rule that is there
 * @param focus the row that one goes on with; empty for none
 * @param waits what saving would do to awards; null when that is not known, or nothing
 * @param isKept whether this is a draft
 * @param underway for whom the next version is, as it was chosen
 * @param inForce the version that is; null for a new badge
 * @param skills those that were found
 * @param isSent whether what it shows is kept nowhere yet
 * @param was what stood in the rule that it was copied from, by the names of the fields that lack it
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
        boolean isJudged,
        @Nullable Saying own,
        Offered offered,
        List<Other> others,
        String focus,
        BuildDesk.Saved.@Nullable Waits waits,
        boolean isKept,
        Underway underway,
        @Nullable InForce inForce,
        List<Skills.Found> skills,
        boolean isSent,
        Map<String, String> was) {
    private static final int SHORT = 30;
    private static final int FEW = 3;

    /**
     * A version that is in force.
     *
     * @param isNew whether it came so just now
     * @param holders how many people have it, of the course where one builds
     * @param who where they are listed; null where nowhere
     */
    public record InForce(
            int version,
            Underway underway,
            boolean isNew,
            long holders,
            @Nullable String who) {}

    /**
     * A rule to look at or change, or a draft.
     *
     * @param lacks whether activities are yet to be chosen
     */
    public record Other(String path, String title, boolean isDraft, boolean lacks) {}

    /** How many of the others are drafts. */
    public long drafts() {
        return others.stream().filter(Other::isDraft).count();
    }

    /** How many of the others lack an activity. */
    public long lacking() {
        return others.stream().filter(Other::lacks).count();
    }

    /** What stood in a field of the rule that this was copied from; null where nothing did, or something is chosen. */
    public @Nullable String was(String place, Field field, String value) {
        return value.isEmpty() ? was.get(name(place, field.key())) : null;
    }

    /** Something to choose. */
    public record Option(String value, String title) {}

    public String csrf() {
        return admin != null ? admin.csrf() : teach == null ? "" : teach.csrf();
    }

    /** Whether it was saved or kept just now. */
    public boolean isSaved() {
        Notice notice = admin != null ? admin.notice() : teach == null ? null : teach.notice();
        return notice == Notice.RULE_SAVED || notice == Notice.RULE_KEPT;
    }

    /** The page of the plan that it waits for. */
    public String planPath() {
        return (admin != null ? "/admin/plans/" : "/teach/plans/")
                + (waits == null ? "" : waits.plan().id());
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

    /** As {@code 2.3}: the third in the second; those of a renewal begin with {@code R}. */
    public String number(String place) {
        String parts = Stream.of(place.substring(1).split("-", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> String.valueOf(Integer.parseInt(part) + 1))
                .collect(Collectors.joining("."));
        return place.startsWith(Posted.RENEWAL) ? "R" + parts : parts;
    }

    /** Whether it is the whole rule, or that of a renewal. */
    public boolean isRoot(String place) {
        return place.length() == 1;
    }

    /** The sorts that a row may be changed to. */
    public List<Sort> sorts(Row row) {
        return Sort.list(row.isGroup());
    }

    /** The fields of a row that are shown at once, or those behind a door. */
    public List<Field> fields(Row row, String place, boolean rare) {
        return RowFields.shown(row, place, rare);
    }

    /** What a form sends along of a row and does not show. */
    public List<Field> unseen(Row row) {
        return Sort.find(row.word()).map(Sort::fields).orElse(List.of()).stream()
                .filter(field -> field.input() == Input.LABEL && row.values().containsKey(field.key()))
                .toList();
    }

    /** Whether something stands behind the door. */
    public boolean isOpen(Row row, String place) {
        return row.kept() != null
                || fields(row, place, true).stream()
                        .anyMatch(field -> row.values().containsKey(field.key()));
    }

    /** Whether several activities can be chosen at once there; in a long rule, only for the whole of it. */
    public boolean takesSeveral(String place) {
        return isRoot(place) || sheet.rows() <= SHORT;
    }

    /** What a number of a field is measured in; what it is now is always among it. */
    public List<String> units(Field field, Measure measure) {
        List<String> units = field.input().units();
        return units.contains(measure.unit()) || measure.unit().isEmpty()
                ? units
                : Stream.concat(units.stream(), Stream.of(measure.unit())).toList();
    }

    /** Some lengths of time, and room for more. */
    public List<Measure> measures(String value) {
        List<Measure> said = Measure.list(value);
        int room = Math.max(1, FEW - said.size());
        return Stream.concat(
                        said.stream(), Stream.generate(() -> Measure.of("")).limit(room))
                .toList();
    }

    /**
     * A condition that another one can come after.
     *
     * @param value what the form sends
     * @param about the title of its activity; empty for none
     */
    public record Before(String value, String number, String word, String about) {}

    /** Those that one at a place can come after; what is chosen now is among them. */
    public List<Before> before(String place, String value) {
        List<Before> all = new ArrayList<>();
        Places places = new Places(sheet);
        sheet.before(place).forEach((name, where) -> {
            Row row = places.row(where);
            // of a long rule, those alone that have a name already
            if (sheet.rows() <= SHORT || row.values().containsValue(name)) {
                all.add(new Before(name, number(where), row.word(), about(row)));
            }
        });
        if (!value.isEmpty() && all.stream().noneMatch(one -> one.value().equals(value))) {
            all.add(new Before(value, "", "", value));
        }
        return all;
    }

    private String about(Row row) {
        return Sort.find(row.word()).map(Sort::fields).orElse(List.of()).stream()
                .filter(field -> field.input() == Input.ACTIVITY && row.values().containsKey(field.key()))
                .map(field -> title(field, value(row.values(), field)))
                .findFirst()
                .orElse("");
    }

    private String title(Field field, String value) {
        return Stream.concat(options(field, value).stream(), offered.unmapped().stream())
                .filter(option -> option.value().equals(value))
                .map(Option::title)
                .findFirst()
                .orElse(value);
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

    /** What a field is called. */
    public String label(Words words, Field field) {
        return isOfTime(field)
                ? words.say("watching.field."
                        + kebab(field.key().replaceFirst("^of[.]", "").replace('.', '-')))
                : words.say("build.field." + kebab(field.last()) + (field.input() == Input.PERCENT ? "-percent" : ""));
    }

    /** Whether a field says how long something holds: when it was, what comes after what. */
    public boolean isOfTime(Field field) {
        return Sheet.lasting().contains(field) || field.key().matches("(of[.])?within[.].*");
    }

    /** Whether a badge is said to hold in another way than usual. */
    public boolean isLastingSaid() {
        return Sheet.lasting().stream().anyMatch(field -> sheet.values().containsKey(field.key()));
    }

    /** A word of the language as the end of a key. */
    public String kebab(String word) {
        return word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a row itself, not with one of its fields or with what is in it. */
    public List<Problem> problems(String place) {
        if (problems.isEmpty()) {
            return problems;
        }
        Places places = new Places(sheet);
        return problems.stream()
                .filter(problem -> place.equals(places.place(problem)) && places.field(problem) == null)
                .toList();
    }

    /** What is wrong with a field. */
    public List<Problem> problems(String place, Field field) {
        if (problems.isEmpty()) {
            return problems;
        }
        Places places = new Places(sheet);
        return problems.stream()
                .filter(problem -> place.equals(places.place(problem)) && field.equals(places.field(problem)))
                .toList();
    }

    /** The element that a problem is about. */
    public String target(Problem problem) {
        Places places = new Places(sheet);
        String place = places.place(problem);
        Field field = places.field(problem);
        if (field != null) {
            return id(place, field.key());
        }
        return place.isEmpty() ? "text" : place;
    }

    /** A problem in the words of the form: what is to be done about something that is not chosen yet, else what was found. */
    public String said(Words words, Problem problem) {
        Places.Gap gap = new Places(sheet).gap(problem);
        if (gap == null) {
            return words.say("build.problem", words.trouble(problem.found()), words.trouble(problem.expected()));
        }
        String number = gap.place().isEmpty() ? "" : number(gap.place());
        if (number.isEmpty() && gap.field() != null && gap.field().key().equals("id")) {
            return words.say("build.gap", words.say("build.lack.other", words.say("build.badge-id")));
        }
        String lack = lack(words, gap.field());
        return number.isEmpty() ? words.say("build.gap", lack) : words.say("build.gap-of", number, lack);
    }

    private String lack(Words words, @Nullable Field field) {
        if (field == null) {
            return words.say("build.lack.conditions");
        }
        return switch (field.input()) {
            case ACTIVITY -> words.say("build.lack.activity");
            case KIND, KINDS -> words.say("build.lack.kind");
            case BADGE -> words.say("build.lack.badge");
            default -> words.say("build.lack.other", label(words, field));
        };
    }

    /** Whether the text is to be seen: it is not what the form says, or a problem stands in it alone. */
    public boolean isTextNeeded() {
        return !yaml.equals(sheet.document())
                || problems.stream().anyMatch(problem -> target(problem).equals("text"));
    }

    /** In which line of the text; empty for none, and where the form has a place for it. */
    public String line(Problem problem) {
        return new Places(sheet).gap(problem) == null ? Places.line(problem) : "";
    }
}
