package org.laurelbridge.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sort of condition, and what is chosen in it.
 *
 * @param word of the language, as {@code scored}
 * @param plain the field that may stand alone in place of all of them; null for none
 * @param parts where the conditions of a group are: a key, or empty for the group itself; null where there are none
 */
public record Sort(
        String word,
        List<Field> fields,
        @Nullable String plain,
        @Nullable String parts) {

    /** Of what a form does not show: it is kept as it is. */
    public static final String KEPT = "kept";

    private static final List<Sort> ALL = List.of(
            fact("completed", "on"),
            fact("passed", "on", Field.rare("orElse", Input.PERCENT)),
            fact(
                    "scored",
                    null,
                    Field.of("atLeast", Input.PERCENT),
                    Field.choice("attempt", "best", "first", "latest", "average", "every")),
            fact("did", null, Field.of("kind", Input.KIND)),
            fact("satisfied", "on"),
            gathered(
                    "count",
                    Field.of("atLeast", Input.NUMBER),
                    Field.choice("per", "activity", "statement", "day", "week", "attempt")),
            gathered(
                    "total",
                    Field.of("atLeast", Input.AMOUNT),
                    Field.choice("measure", "duration", "percent", "points")),
            gathered(
                    "streak",
                    Field.of("length", Input.NUMBER),
                    Field.choice("every", "day", "week"),
                    Field.rare("misses", Input.NUMBER)),
            said(
                    "holds",
                    null,
                    Field.of("badge", Input.BADGE),
                    Field.choice("state", "valid", "everHeld"),
                    Field.rare("of", Input.BADGES),
                    Field.rare("n", Input.NUMBER)),
            said("member", null, Field.of("cohort", Input.TEXT)),
            said("enrolled", "course", Field.of("course", Input.TEXT)),
            said("profile", null, Field.of("field", Input.TEXT), Field.of("is", Input.TEXT)),
            said("competency", null, Field.of("id", Input.TEXT), Field.of("level", Input.TEXT)),
            said(
                    "approved",
                    null,
                    Field.of("by", Input.TEXT),
                    Field.of("n", Input.NUMBER),
                    Field.rare("rubric", Input.TEXT)),
            said("evidence", null, Field.choice("kind", "url", "file", "text"), Field.of("atLeast", Input.NUMBER)),
            new Sort("all", List.of(), null, ""),
            new Sort("atLeast", List.of(Field.of("n", Input.NUMBER)), null, "of"),
            new Sort("any", List.of(), null, ""),
            new Sort("none", List.of(), null, ""),
            new Sort("inOrder", List.of(), null, ""));

    /** Of a skill that a badge is aligned with: no condition, but shown and sent in the same way. */
    static final Sort ALIGNED = new Sort(
            "aligned",
            List.of(
                    Field.of("framework", Input.TEXT),
                    Field.of("code", Input.TEXT),
                    Field.of("name", Input.TEXT),
                    Field.of("url", Input.TEXT)),
            null,
            null);

    public Sort {
        fields = List.copyOf(fields);
    }

    /** The sort of a word; empty for one that a form does not know. */
    public static Optional<Sort> find(String word) {
        return Stream.concat(ALL.stream(), Stream.of(ALIGNED))
                .filter(sort -> sort.word.equals(word))
                .findFirst();
    }

    /** Those that are groups, or those that are not, the most usual first. */
    public static List<Sort> list(boolean groups) {
        return ALL.stream().filter(sort -> sort.isGroup() == groups).toList();
    }

    /** Whether conditions stand in it. */
    public boolean isGroup() {
        return parts != null;
    }

    /** The field of what a condition is called; empty where others cannot come after it. */
    Optional<Field> label() {
        return fields.stream().filter(field -> field.input() == Input.LABEL).findFirst();
    }

    private static Sort said(String word, @Nullable String plain, Field... fields) {
        List<Field> all = new ArrayList<>(List.of(fields));
        all.add(Field.rare("as", Input.LABEL));
        return new Sort(word, all, plain, null);
    }

    private static Sort fact(String word, @Nullable String plain, Field... fields) {
        List<Field> all = new ArrayList<>(List.of(Field.of("on", Input.ACTIVITY)));
        all.addAll(List.of(fields));
        all.addAll(modifiers(""));
        return new Sort(word, all, plain, null);
    }

    private static Sort gathered(String word, Field... fields) {
        List<Field> all = new ArrayList<>(List.of(Field.of("of.kind", Input.KINDS), Field.of("of.on", Input.ACTIVITY)));
        all.addAll(List.of(fields));
        all.addAll(modifiers("of."));
        return new Sort(word, all, null, null);
    }

    private static List<Field> modifiers(String below) {
        return List.of(
                Field.rare(below + "since", Input.DATE),
                Field.rare(below + "until", Input.DATE),
                Field.rare(below + "inLast", Input.SPAN),
                Field.rare(below + "within.days", Input.NUMBER),
                Field.rare(below + "within.after", Input.NAME),
                Field.rare(below + "from", Input.SOURCE),
                Field.rare(below + "proctored", Input.TRUTH),
                Field.rare(below + "inWindow", Input.TRUTH),
                Field.rare(below + "as", Input.LABEL));
    }
}
