package org.laurelbridge.bridge.issue;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is told of a badge, in words: the elements of European micro-credentials (Council Recommendation of 16 June 2022,
 * Annex I) and what else a catalogue shows.
 *
 * @param label what it is, in the badge's language
 * @param values one or more, as people read them; text, without markup
 * @param code the value as programs read it, as {@code 125} for 125 hours; null where it is text alone
 */
public record Element(
        Kind kind,
        String label,
        List<String> values,
        @Nullable String code) {

    public Element {
        values = List.copyOf(values);
    }

    /** What can be told. Open Badges 3.0 has a term of its own for some. */
    public enum Kind {
        TYPE(true),
        OUTCOMES(false),
        WORKLOAD(false),
        ECTS(false),
        CREDITS(true),
        EQF(false),
        ASSESSMENT(false),
        PARTICIPATION(false),
        QUALITY(false),
        PREREQUISITES(false),
        SUPERVISION(false),
        STACKABLE(false),
        FIELD(true),
        CODE(true),
        TAGS(true),
        LANGUAGE(true);

        private final boolean hasTerm;

        Kind(boolean hasTerm) {
            this.hasTerm = hasTerm;
        }

        /** Whether Open Badges 3.0 has a term for it. */
        public boolean hasTerm() {
            return hasTerm;
        }

        /** As {@code workload}: what it is called in addresses and in types of our own. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
