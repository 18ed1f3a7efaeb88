package org.laurelbridge.bridge.issue.ob3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Canonical N-Quads as text: one statement a line, each with its line break. */
final class Quads {

    // as the bytes of UTF-8 stand, not as Java's letters do
    private static final Comparator<String> CODE_POINTS =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    private Quads() {}

    /** The statements with other names for their blank nodes, in the order that these give. A name that is not told stays. */
    static List<String> renamed(String quads, Map<String, String> names) {
        return quads.lines()
                .map(line -> eachBlank(line, name -> names.getOrDefault(name, name)) + "\n")
                .sorted(CODE_POINTS)
                .toList();
    }

    /** The names of all blank nodes. */
    static Set<String> blanks(String quads) {
        Set<String> blanks = new HashSet<>();
        eachBlank(quads, name -> {
            blanks.add(name);
            return name;
        });
        return blanks;
    }

    // what stands in a text or in an address is no name
    private static String eachBlank(String quads, UnaryOperator<String> other) {
        StringBuilder out = new StringBuilder(quads.length());
        int at = 0;
        while (at < quads.length()) {
            int end = end(quads, at);
            String token = quads.substring(at, end);
            out.append(token.startsWith("_:") ? other.apply(token) : token);
            at = end;
        }
        return out.toString();
    }

    /** Where the text, the address, the name or the letter that begins here ends. */
    private static int end(String quads, int start) {
        return switch (quads.charAt(start)) {
            case '"' -> afterText(quads, start + 1);
            case '<' -> after(quads, start, '>');
            case '_' -> name(quads, start);
            default -> start + 1;
        };
    }

    private static int afterText(String quads, int start) {
        int at = start;
        while (at < quads.length() && quads.charAt(at) != '"') {
            at += quads.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, quads.length());
    }

    private static int after(String quads, int start, char last) {
        int end = quads.indexOf(last, start);
        return end < 0 ? quads.length() : end + 1;
    }

    private static int name(String quads, int start) {
        int end = quads.indexOf(' ', start);
        return end < 0 ? quads.length() : end;
    }
}
