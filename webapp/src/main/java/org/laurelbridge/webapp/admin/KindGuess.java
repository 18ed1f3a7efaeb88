package org.laurelbridge.webapp.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.xapi.Result;
import org.laurelbridge.xapi.Statement;

/**
 * What a verb that no mapping knows probably means, by its newest statement.
 *
 * @param why the key of its reason
 */
record KindGuess(Kind kind, String why) {
    private static final Map<Kind, List<String>> WORDS = words();

    private static Map<Kind, List<String>> words() {
        Map<Kind, List<String>> words = new LinkedHashMap<>();
        Kind.CANONICAL.forEach(kind -> words.put(kind, new ArrayList<>(List.of(kind.name()))));
        words.put(Kind.COMPLETED, List.of("completed", "complete", "finished", "done", "submitted", "mastered"));
        words.put(
                Kind.EXPERIENCED,
                List.of(
                        "experienced",
                        "viewed",
                        "read",
                        "watched",
                        "visited",
                        "opened",
                        "accessed",
                        "attended",
                        "played"));
        words.put(Kind.LAUNCHED, List.of("launched", "started", "attempted", "began"));
        words.put(Kind.SCORED, List.of("scored", "graded"));
        words.put(Kind.TERMINATED, List.of("terminated", "exited", "closed", "left"));
        words.put(Kind.SUSPENDED, List.of("suspended", "paused"));
        words.put(Kind.INTERACTED, List.of("interacted", "clicked", "commented", "replied"));
        return words;
    }

    /** @param title what its statement calls the verb; empty for nothing */
    static KindGuess of(Statement statement, String title) {
        for (String word : List.of(Deed.last(statement.verb().id()), title)) {
            Kind named = named(word);
            if (named != null) {
                return new KindGuess(named, "set-up.mapping.guess.name");
            }
        }
        Result result = statement.result();
        if (result != null && result.score() != null) {
            return new KindGuess(Kind.SCORED, "set-up.mapping.guess.score");
        }
        if (result != null && result.success() != null) {
            return new KindGuess(result.success() ? Kind.PASSED : Kind.FAILED, "set-up.mapping.guess.success");
        }
        return result != null && Boolean.TRUE.equals(result.completion())
                ? new KindGuess(Kind.COMPLETED, "set-up.mapping.guess.completion")
                : new KindGuess(Kind.EXPERIENCED, "set-up.mapping.guess.least");
    }

    private static @Nullable Kind named(String word) {
        String plain = word.toLowerCase(Locale.ROOT).strip();
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
