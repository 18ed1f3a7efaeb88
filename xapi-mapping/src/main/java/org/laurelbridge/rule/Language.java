package org.laurelbridge.rule;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Place;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Words;

/** The words of the rule language: what they are, and so what is no word of it. */
final class Language {
    static final List<String> CONDITIONS = List.of(
            "completed",
            "passed",
            "satisfied",
            "did",
            "scored",
            "all",
            "any",
            "none",
            "atLeast",
            "count",
            "total",
            "streak",
            "inOrder",
            "holds",
            "member",
            "enrolled",
            "profile",
            "competency",
            "approved",
            "evidence");

    private Language() {}

    /** Tells a word that begins no condition. */
    static void tellNoCondition(Place place, String word, Problems problems) {
        problems.add(place, "the condition \"" + word + "\"", choice(word, CONDITIONS));
    }

    /** Tells a word that nobody knows; always false, as the end of a filter. */
    static boolean tellUnknown(Node node, String what, Set<String> known, String expected, Problems problems) {
        String word = node instanceof Node.Text text ? text.value() : "";
        problems.add(node.place(), "the " + what + " \"" + word + "\"", expected + meant(word, known));
        return false;
    }

    /** The choice in words, with the word that was probably meant. */
    static String choice(String written, Collection<String> allowed) {
        return "one of " + String.join(", ", allowed) + meant(written, allowed);
    }

    /** The word that was probably meant, as the end of a sentence. */
    static String meant(String written, Collection<String> allowed) {
        return Words.meant(written, allowed);
    }
}
