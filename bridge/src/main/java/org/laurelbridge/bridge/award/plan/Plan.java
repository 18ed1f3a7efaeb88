package org.laurelbridge.bridge.award.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.RuleDocuments;
import org.laurelbridge.bridge.map.RuleText;

/**
 * Documents that would touch awards, and wait for a person.
 *
 * @param turn of the documents in force that it was made against, see {@link RuleDocuments#turn}
 * @param derived the newest intake whose facts have been derived by its mapping; 0 for none
 * @param endedAt when it was accepted or dropped, null before
 */
public record Plan(
        long id,
        long turn,
        List<RuleText> texts,
        State state,
        long derived,
        Instant madeAt,
        @Nullable Instant endedAt,
        long gains,
        long losses,
        long moves) {

    public Plan {
        texts = List.copyOf(texts);
    }

    /** Where it stands. */
    public enum State {
        /** It is being made, or its making was interrupted. */
        UNFINISHED,
        OPEN,
        ACCEPTED,
        DROPPED;

        /** As it is kept and shown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word}. */
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
