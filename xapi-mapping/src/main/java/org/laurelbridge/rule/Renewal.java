package org.laurelbridge.rule;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Span;

/**
 * How an award that expires is followed by the next.
 *
 * @param opens how long before the expiry it may be renewed
 * @param closes how long after the expiry it still may; then the whole rule is asked for again
 * @param when what must be true; null for the whole rule
 * @param from where the new time begins
 */
public record Renewal(Span opens, Span closes, @Nullable Condition when, From from) {

    /** Where the new time begins. */
    public enum From {
        /** At the end of the old one. */
        EXPIRY,
        /** When the renewal was earned. */
        EARNED
    }
}
