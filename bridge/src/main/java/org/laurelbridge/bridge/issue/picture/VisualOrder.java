package org.laurelbridge.bridge.issue.picture;

import java.text.Bidi;

/** Puts the characters of one line into the order in which they stand from left to right (Unicode UAX 9). */
final class VisualOrder {

    private static final String MIRRORED = "()[]{}<>«»";

    private VisualOrder() {}

    static String of(String text) {
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return text;
        }
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        String[] runs = new String[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : reversed(run);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        return String.join("", runs);
    }

    private static String reversed(String run) {
        StringBuilder reversed = new StringBuilder(run).reverse();
        for (int i = 0; i < reversed.length(); i++) {
            int pair = MIRRORED.indexOf(reversed.charAt(i));
            if (pair >= 0) {
                reversed.setCharAt(i, MIRRORED.charAt(pair ^ 1));
            }
        }
        return reversed.toString();
    }
}
