package org.laurelbridge.webapp.words;

import java.util.List;

/**
 * Something to say, before it is known in which language.
 *
 * @param key of the sentence
 * @param arguments of the sentence: text, numbers, {@link java.time.Instant}s, or other sayings
 */
public record Saying(String key, List<Object> arguments) {
    public Saying {
        arguments = List.copyOf(arguments);
    }

    public static Saying of(String key, Object... arguments) {
        return new Saying(key, List.of(arguments));
    }
}
