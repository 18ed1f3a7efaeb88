package org.laurelbridge.bridge.issue;

import java.util.Locale;
import java.util.Optional;

/** What badges mean, in every version ever applied. */
public interface Achievements {

    /** One version of a badge. */
    Optional<Achievement> find(String badge, int version);

    /**
     * One version of a badge as a page tells it: its translation where there is one, and what no author wrote (its rule in words, its
     * terms, the names of what is told) in the reader's language. What is signed is {@link #find} alone.
     */
    default Optional<Achievement> told(String badge, int version, Locale reader) {
        return find(badge, version).map(found -> found.in(reader.getLanguage()).orElse(found));
    }
}
