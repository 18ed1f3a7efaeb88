package org.laurelbridge.bridge.map;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one document.
 *
 * @param kind mapping or badge
 * @param before the version in force, or the last one of what was taken out; null when there was none
 * @param after the version that would be, null when none would be
 * @param lines of a changed text: those that go begin with "- ", those that come with "+ ", those around them with two spaces, and
 *     "…" stands for those that stay between them; empty for what is not changed
 */
public record RuleChange(
        String kind,
        String name,
        What what,
        @Nullable Integer before,
        @Nullable Integer after,
        List<String> lines) {

    public RuleChange {
        lines = List.copyOf(lines);
    }

    /** What happens to a document. */
    public enum What {
        ADDED,
        CHANGED,
        UNCHANGED,
        TAKEN_OUT;

        /** As people and programs read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** As {@code badge k8s-quiz@1}, {@code badge k8s-quiz@1 → 2}. */
    public String reference() {
        String versions = before == null || after == null || before.equals(after)
                ? String.valueOf(after == null ? before : after)
                : before + " → " + after;
        return kind + " " + name + "@" + versions;
    }

    static RuleChange of(@Nullable Document before, @Nullable Document after) {
        Document any = after == null ? before : after;
        if (any == null) {
            throw new IllegalArgumentException("no document on either side");
        }
        return of(any, what(before, after), before, after);
    }

    /** Of what was taken out and comes into force again: what it does to those who hold it is a change. */
    static RuleChange back(Document last, Document after) {
        return of(after, What.CHANGED, last, after);
    }

    private static RuleChange of(Document any, What what, @Nullable Document before, @Nullable Document after) {
        return new RuleChange(
                any.kind(),
                any.name(),
                what,
                before == null ? null : before.version(),
                after == null ? null : after.version(),
                before == null || after == null ? List.of() : LineDiff.of(before.body(), after.body()));
    }

    private static What what(@Nullable Document before, @Nullable Document after) {
        if (before == null) {
            return What.ADDED;
        }
        if (after == null) {
            return What.TAKEN_OUT;
        }
        return before.version() == after.version() ? What.UNCHANGED : What.CHANGED;
    }

    /** A document of one side. */
    record Document(String kind, String name, int version, String body) {
        String key() {
            return kind + " " + name;
        }
    }
}
