package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What statements mean: what came last, and the mapping that makes facts of it.
 *
 * @param text of the mapping, as it is written or was typed
 * @param chosen an entry was added to it that waits to be looked at
 * @param byHand what could not be written into it without changing other lines; empty for nothing
 * @param isTried whether {@code after} of the pairs is told
 * @param tried whether the text was sent to be tried alone
 * @param problems of the text, each with its line; empty when it is right
 * @param waiting what would change awards and waits for a word; null when nothing does
 * @param stand of its being put in force, which is under way or was broken off; null for neither
 */
public record MappingPage(
        Frame frame,
        List<Pair> pairs,
        String text,
        boolean chosen,
        String byHand,
        boolean isTried,
        boolean tried,
        List<Wrong> problems,
        MappingDesk.Became.@Nullable Waiting waiting,
        @Nullable Stand stand) {
    public MappingPage {
        pairs = List.copyOf(pairs);
        problems = List.copyOf(problems);
    }

    /**
     * Something that is not right.
     *
     * @param line on which, from 1; 0 when that is not known
     * @param there what stands on it; empty when that is not known
     */
    public record Wrong(int line, String text, String there) {
        private static final Pattern PLACE = Pattern.compile("^[^:]+:([0-9]{1,6}):");

        static Wrong of(String problem, String text) {
            Matcher place = PLACE.matcher(problem);
            int line = place.find() ? Integer.parseInt(place.group(1)) : 0;
            List<String> lines = text.lines().toList();
            return new Wrong(
                    line,
                    problem,
                    line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "");
        }
    }

    /**
     * A verb on a type of activity.
     *
     * @param place among the pairs, from 0
     * @param type empty where activities have none
     * @param object the activity of the newest statement
     * @param before what its newest statement means; empty for nothing
     * @param after what it would mean by the text; empty for nothing
     * @param isMapped whether the text says all that can be said of it
     * @param line of the text with its entry; 0 where it has none of its own
     * @param names what its newest statement calls the verb and the activity
     * @param guess what a verb that the text does not know probably means; null where it knows it
     * @param kind what the text knows it for
     * @param kinds that a verb can mean
     */
    public record Pair(
            int place,
            String verb,
            String type,
            long count,
            String object,
            String before,
            String after,
            boolean isMapped,
            int line,
            SeenNames.Names names,
            @Nullable KindGuess guess,
            String kind,
            List<String> kinds) {
        public Pair {
            kinds = List.copyOf(kinds);
        }

        /** The verb as its statement calls it, else in short. */
        public String word() {
            return names.verb().isEmpty() ? Deed.last(verb) : names.verb();
        }

        /** The activity as its statement calls it; empty for nothing. */
        public String title() {
            return names.object();
        }

        public boolean isGuessed() {
            return guess != null;
        }

        public boolean isGuess(String word) {
            return guess != null && guess.kind().name().equals(word);
        }

        /** The key of the reason of the guess. */
        public String why() {
            return guess == null ? "set-up.mapping.guess.least" : guess.why();
        }

        /** Tells this one from the others, whichever place it has when it comes back. */
        public String mark() {
            return String.join(" ", String.valueOf(place), verb, object, type);
        }

        /** Whether the text changes what it means. */
        public boolean isOther() {
            return !before.equals(after);
        }
    }

    public boolean isUnderWay() {
        return stand != null && stand.isUnderWay();
    }

    /** Whether any activity tells its type. */
    public boolean hasTypes() {
        return pairs.stream().anyMatch(pair -> !pair.type().isEmpty());
    }

    /** How many mean something else by the text. */
    public long others() {
        return pairs.stream().filter(Pair::isOther).count();
    }
}
