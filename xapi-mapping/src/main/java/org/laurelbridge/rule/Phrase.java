package org.laurelbridge.rule;

import java.time.Instant;
import java.util.List;
import org.laurelbridge.mapping.Kind;

/**
 * Something to tell a person, in no language yet.
 *
 * @param key its name in the message files
 * @param arguments what fills its gaps: text, {@link org.laurelbridge.mapping.Percent}, {@link Instant},
 *     {@link Minute}, {@link Activity}, {@link Named}, {@link Several}, {@link Listed}, a length of time, or another phrase
 */
public record Phrase(String key, List<Object> arguments) {

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** An activity by its label: people read its title. */
    public record Activity(String label) {}

    /** Kinds of facts: people read those of a mapping, and verbs, as they are. */
    public record Kinds(List<Kind> kinds) {}

    /** A badge by its id. */
    public record OtherBadge(String id) {}

    /** A condition by the name that another one of its rule knows it by. */
    public record Named(String name) {}

    /** A moment whose hour matters; others are told as days. */
    public record Minute(Instant moment) {}

    /** Phrases one after the other, with commas. */
    public record Several(List<Phrase> phrases) {}

    /** The instructions of several conditions, one after the other. */
    public record Listed(List<Condition> conditions) {}
}
