package org.laurelbridge.bridge.subject;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of somebody, under way or done. Nothing in it says of whom.
 *
 * @param next the step that comes next
 * @param percent how far it has come, 0 to 100
 * @param report what was done until now
 * @param doneAt when nothing of them was left; null before
 */
public record Erasure(
        UUID id,
        Instant askedAt,
        Step next,
        int percent,
        Report report,
        @Nullable Instant doneAt) {

    /** What is done, in this order; each can be broken off anywhere and goes on where it was. */
    public enum Step {
        /** Statements, one stretch of the log after the other. */
        STATEMENTS,
        QUARANTINE,
        /** Actors who waited for somebody to say who they are. */
        ACTORS,
        /** Rows of all kinds. */
        RECORDS,
        AWARDS,
        /** Texts of others that name them. */
        TEXTS,
        /** Who they are, and what came meanwhile. */
        PERSON,
        /** What the database's files still hold of removed rows. */
        FILES,
        /** Once everything is over that was under way: what it wrote goes, too. */
        SETTLING,
        DONE;

        /** As it is kept. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The step of a word. */
        public static Step of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether nothing of them is left. */
    public boolean isDone() {
        return doneAt != null;
    }
}
