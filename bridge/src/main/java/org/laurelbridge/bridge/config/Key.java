package org.laurelbridge.bridge.config;

import java.util.Locale;

/**
 * One thing that an operator can set.
 *
 * @param path dotted; {@code []} stands for an entry of a list, which its {@code name} tells apart
 * @param sort what its value is
 * @param byDefault as the table shows it; empty where it must be given
 * @param meaning one sentence
 */
public record Key(String path, Sort sort, String byDefault, String meaning) {

    /** What a value is. A secret is text that is never shown, and may stand in a file of its own ({@code …-file}). */
    public enum Sort {
        TEXT,
        SECRET,
        NUMBER,
        TRUTH,
        SPAN
    }

    /** The environment variable that sets it. {@code name} is an entry's name; null gives the pattern for the table. */
    String environment(String name) {
        return "LAUREL_" + word(path.replace("[]", "." + name));
    }

    /** A key's or a name's part of an environment variable: upper case, and {@code _} for what is no letter or digit. */
    static String word(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }
}
