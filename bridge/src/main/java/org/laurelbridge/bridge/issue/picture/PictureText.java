package org.laurelbridge.bridge.issue.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands in the middle of a picture.
 *
 * @param initials one to three letters
 * @param lines the title, at most three lines, cut with an ellipsis
 */
record PictureText(String initials, List<String> lines) {

    private static final int MOST_LINES = 3;
    private static final int LINE_LENGTH = 16;
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "at", "by", "de", "der", "die", "do", "for", "in", "la", "le", "of", "on", "the", "to",
            "und", "with");

    PictureText {
        lines = List.copyOf(lines);
    }

    static PictureText of(String title) {
        List<String> words = List.of(title.strip().split("\\s+"));
        return new PictureText(initials(words), lines(words));
    }

    int initialsSize() {
        return initials.codePointCount(0, initials.length()) > 2 ? 78 : 96;
    }

    /** Long lines are set smaller, so that they stay inside the wreath. */
    int lineSize() {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        return longest > 13 ? 20 : 22;
    }

    /** For XML: markup as references, characters that XML forbids left out. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (isXml(point)) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    // XML 1.0 §2.2
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xd7ff)
                || (point >= 0xe000 && point <= 0xfffd)
                || point >= 0x10000;
    }

    private static String initials(List<String> words) {
        List<String> telling = words.stream()
                .map(word -> word.replaceAll("^[^\\p{L}\\p{N}]+", ""))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        if (telling.isEmpty()) {
            return "★";
        }
        if (telling.size() == 1) {
            return head(telling.get(0), 1).toUpperCase(Locale.ROOT) + rest(telling.get(0));
        }
        StringBuilder initials = new StringBuilder();
        telling.stream().limit(3).forEach(word -> initials.append(head(word, 1).toUpperCase(Locale.ROOT)));
        // "SCORM safety": initials that nobody wants to wear
        return initials.toString().equals("SS") ? head(telling.get(0), 2) : initials.toString();
    }

    private static String rest(String word) {
        String two = head(word, 2);
        return two.substring(head(word, 1).length());
    }

    private static String head(String word, int letters) {
        int count = Math.min(letters, word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, count));
    }

    private static List<String> lines(List<String> words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (line.length() > 0 && line.length() + 1 + word.length() > LINE_LENGTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        boolean isLonger = lines.size() > MOST_LINES;
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(MOST_LINES, lines.size())));
        kept.replaceAll(text -> cut(text, LINE_LENGTH));
        if (isLonger) {
            kept.set(
                    MOST_LINES - 1,
                    cut(kept.get(MOST_LINES - 1), LINE_LENGTH - 2).replace("…", "") + "…");
        }
        return kept;
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length ? text : head(text, length - 1) + "…";
    }
}
