package org.laurelbridge.bridge.issue.picture;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Gives Arabic letters the form that joins them to their neighbours, and writes lam with alef as one. The forms are those of
 * Unicode's blocks of presentation forms, by their names.
 */
final class ArabicForms {

    private static final Pattern NAMED = Pattern.compile(".* (ISOLATED|FINAL|INITIAL|MEDIAL) FORM");
    private static final Map<String, Integer> FORMS = forms();

    private ArabicForms() {}

    /** In the order of reading, as it came. */
    static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int length = isLigature(text, i) ? 2 : 1;
            String letters = text.substring(i, i + length);
            boolean isBefore = joins(neighbour(text, i, -1), " INITIAL") && FORMS.containsKey(letters + " FINAL");
            boolean isAfter =
                    FORMS.containsKey(letters + " INITIAL") && joins(neighbour(text, i + length - 1, 1), " FINAL");
            String form = isBefore ? isAfter ? " MEDIAL" : " FINAL" : isAfter ? " INITIAL" : " ISOLATED";
            Integer point = FORMS.get(letters + form);
            if (point == null) {
                joined.append(letters);
            } else {
                joined.appendCodePoint(point);
            }
            i += length;
        }
        return joined.toString();
    }

    private static boolean isLigature(String text, int from) {
        return from + 2 <= text.length() && FORMS.containsKey(text.substring(from, from + 2) + " ISOLATED");
    }

    private static boolean joins(String letter, String form) {
        return FORMS.containsKey(letter + form);
    }

    // marks above and below a letter do not part it from the next
    private static String neighbour(String text, int from, int step) {
        int i = from + step;
        while (i >= 0 && i < text.length() && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK) {
            i += step;
        }
        return i >= 0 && i < text.length() ? text.substring(i, i + 1) : "";
    }

    private static Map<String, Integer> forms() {
        Map<String, Integer> forms = new HashMap<>();
        IntStream.concat(IntStream.rangeClosed(0xfb50, 0xfbff), IntStream.rangeClosed(0xfe80, 0xfefc))
                .forEach(point -> put(forms, point, String.valueOf(Character.getName(point))));
        return Map.copyOf(forms);
    }

    private static void put(Map<String, Integer> forms, int point, String name) {
        Matcher named = NAMED.matcher(name);
        String letters = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        boolean isLamAlef = letters.length() == 2 && letters.charAt(0) == '\u0644';
        if (named.matches() && (letters.length() == 1 || isLamAlef)) {
            forms.putIfAbsent(letters + " " + named.group(1), point);
        }
    }
}
