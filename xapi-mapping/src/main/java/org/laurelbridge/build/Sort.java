package org.laurelbridge.build;

import static org.laurelbridge.build.Field.of;
import static org.laurelbridge.build.Field.rare;
import static org.laurelbridge.build.Field.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            fact("passed", "on", rare("orElse", Input.PERCENT)),
            fact("scored", null, of("atLeast", Input.PERCENT), choice("attempt", "best", "first", "latest", "average", "every")),
            fact("did", null, of("kind", Input.KIND)),
            fact("satisfied", "on"),
            gathered(
                    "count",
                    of("atLeast", Input.NUMBER),
                    choice("per", "activity", "statement", "day", "week", "attempt")),
            gathered("total", of("atLeast", Input.AMOUNT), choice("measure", "duration", "percent", "points")),
            gathered(
                    "streak",
                    of("length", Input.NUMBER),
                    choice("every", "day", "week"),
                    rare("misses", Input.NUMBER)),
            said("holds", null, of("badge", Input.TEXT), choice("state", "valid", "everHeld"), rare("of", Input.BADGES), rare("n", Input.NUMBER)),
            said("member", null, of("cohort", Input.TEXT)),
            said("enrolled", "course", of("course", Input.TEXT)),
            said("profile", null, of("field", Input.TEXT), of("is", Input.TEXT)),
            said("competency", null, of("id", Input.TEXT), of("level", Input.TEXT)),
            said("approved", null, of("by", Input.TEXT), of("n", Input.NUMBER), rare("rubric", Input.TEXT)),
            said("evidence", null, choice("kind", "url", "file", "text"), of("atLeast", Input.NUMBER)),
            new Sort("all", List.of(), null, ""),
            new Sort("atLeast", List.of(of("n", Input.NUMBER)), null, "of"),
            new Sort("any", List.of(), null, ""),
            new Sort("none", List.of(), null, ""),
            new Sort("inOrder", List.of(), null, ""));

    public Sort {
        fields = List.copyOf(fields);
    }

    /** The sort of a word; empty for one that a form does not know. */
    public static Optional<Sort> find(String word) {
        return ALL.stream().filter(sort -> sort.word.equals(word)).findFirst();
    }

    /** Those that are groups, or those that are not, the most usual first. */
    public static List<Sort> list(boolean groups) {
        return ALL.stream().filter(sort -> sort.isGroup() == groups).toList();
    }

    /** Whether conditions stand in it. */
    public boolean isGroup() {
        return parts != null;
    }

    private static Sort said(String word, @Nullable String plain, Field... fields) {
        return new Sort(word, List.of(fields), plain, null);
    }

    private static Sort fact(String word, @Nullable String plain, Field... fields) {
        List<Field> all = new ArrayList<>(List.of(of("on", Input.ACTIVITY)));
        all.addAll(List.of(fields));
        all.addAll(modifiers(""));
        return new Sort(word, all, plain, null);
    }

    private static Sort gathered(String word, Field... fields) {
        List<Field> all = new ArrayList<>(List.of(of("of.kind", Input.KINDS), of("of.on", Input.ACTIVITY)));
        all.addAll(List.of(fields));
        all.addAll(modifiers("of."));
        return new Sort(word, all, null, null);
    }

    private static List<Field> modifiers(String below) {
        return List.of(
                rare(below + "since", Input.DATE),
                rare(below + "until", Input.DATE),
                rare(below + "inLast", Input.SPAN),
                rare(below + "from", Input.TEXT),
                rare(below + "proctored", Input.TRUTH));
    }
}
