package org.laurelbridge.webapp.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.words.Saying;

/**
 * What statements mean: what came last, and the mapping that makes facts of it.
 *
 * @param text of the mapping, as it is written or was typed
 * @param chosen an entry was added to it that waits to be looked at
 * @param isTried whether {@code after} of the pairs is told
 * @param problems of the text, each with its line; empty when it is right
 * @param waiting what would change awards and waits for a word; null when nothing does
 */
public record MappingPage(
        Frame frame,
        List<Pair> pairs,
        String text,
        boolean chosen,
        boolean isTried,
        List<String> problems,
        @Nullable Saying waiting) {
    public MappingPage {
        pairs = List.copyOf(pairs);
        problems = List.copyOf(problems);
    }

    /**
     * A verb on a type of activity.
     *
     * @param place among the pairs, from 0
     * @param type empty where activities have none
     * @param object the activity of the newest statement
     * @param before what its newest statement means; empty for nothing
     * @param after what it would mean by the text; empty for nothing
     */
    public record Pair(int place, String verb, String type, long count, String object, String before, String after) {
        /** Whether the text changes what it means. */
        public boolean isOther() {
            return !before.equals(after);
        }
    }

    /** How many mean something else by the text. */
    public long others() {
        return pairs.stream().filter(Pair::isOther).count();
    }
}
