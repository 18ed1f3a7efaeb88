package org.laurelbridge.build;

import java.util.List;

/**
 * A value of a condition, or of a badge.
 *
 * @param key in the document; dotted below another, as {@code of.on}
 * @param words what can be chosen; empty where that is not a matter of the language
 * @param isRare whether few ask for it
 */
public record Field(String key, Input input, List<String> words, boolean isRare) {
    public Field {
        words = List.copyOf(words);
    }

    boolean offers(String text) {
        return words.isEmpty() || words.contains(text);
    }

    static Field of(String key, Input input) {
        return new Field(key, input, List.of(), false);
    }

    static Field rare(String key, Input input) {
        return new Field(key, input, List.of(), true);
    }

    /** How its end is called, where that says enough: {@code days} of {@code of.within.days}. */
    public String last() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    static Field choice(String key, String... words) {
        return new Field(key, Input.WORD, List.of(words), false);
    }
}
