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
    public static String expected(String written, Collection<String> allowed) {
        String choice = allowed.isEmpty() ? "no key" : "one of " + String.join(", ", allowed);
        return choice + meant(written, allowed);
    }

    /** The word that was probably meant, as the end of a sentence; empty when none is near. */
    public static String meant(String written, Collection<String> allowed) {
        return nearest(written, allowed)
                .map(word -> "; did you mean \"" + word + "\"?")
                .orElse("");
    }

    /** Letters missing, added, changed, or swapped with their neighbour; without regard to case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : fewest(steps, a, b, i, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int fewest(int[][] steps, String a, String b, int i, int j) {
        int changed = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, steps[i - 2][j - 2] + 1) : fewest;
    }
}
