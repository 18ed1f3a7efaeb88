package org.laurelbridge.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the right word for a mistyped one. */
public final class Words {
    private Words() {}

    /** The allowed word that differs least from the one written, when it is near enough to be meant. */
    public static Optional<String> nearest(String written, Collection<String> allowed) {
        int enough = Math.max(1, written.length() / 3);
        return allowed.stream()
                .filter(word -> Math.abs(word.length() - written.length()) <= enough)
                .filter(word -> distance(written, word) <= enough)
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The choice in words, with the word that was probably meant. */
    static String expected(String written, Collection<String> allowed) {
        String choice = allowed.isEmpty() ? "no key" : "one of " + String.join(", ", allowed);
        return nearest(written, allowed)
                .map(word -> choice + "; did you mean \"" + word + "\"?")
                .orElse(choice);
    }

    /** Levenshtein's distance, without regard to case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
