package org.laurelbridge.rule;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Place;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Words;

/** The words of the rule language: what is built, what is not built yet, and so what is no word of it. */
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
            "inOrder");

    private static final Set<String> LATER_CONDITIONS =
            Set.of("holds", "member", "enrolled", "profile", "competency", "approved", "evidence");

    /** Of a condition on facts. */
    static final Set<String> LATER_MODIFIERS = Set.of("level", "waived", "derive", "grade", "inWindow");

    /** Of a badge document. */
    static final Set<String> LATER_KEYS =
            Set.of("valid", "renew", "remind", "repeat", "applies", "rigour", "once", "continuous");

    static final Set<String> LATER_AWARD_MODES = Set.of("claim", "approve");
    static final Set<String> LATER_UNSUPPORTED = Set.of("suspend");

    private Language() {}

    /** Tells the keys of a map that are right but too early. */
    static void tellLater(Fields fields, Set<String> later, Problems problems) {
        for (String key : fields.keys()) {
            if (later.contains(key)) {
                fields.node(key).ifPresent(node -> problems.add(node.place(), notBuilt(key), "the rule without it"));
            }
        }
    }

    /** Whether a value is a word that is right but too early; then it is told. */
    static boolean isLater(Node node, Set<String> later, Problems problems) {
        if (node instanceof Node.Text text && later.contains(text.value())) {
            problems.add(node.place(), notBuilt(text.value()), "another value");
            return true;
        }
        return false;
    }

    /** Tells a word that begins no condition. */
    static void tellNoCondition(Place place, String word, Problems problems) {
        if (LATER_CONDITIONS.contains(word)) {
            problems.add(place, notBuilt(word), "one of " + String.join(", ", CONDITIONS));
        } else {
            problems.add(place, "the condition \"" + word + "\"", choice(word, CONDITIONS));
        }
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

    private static String notBuilt(String word) {
        return "\"" + word + "\", which is part of the language but not built yet";
    }
}
