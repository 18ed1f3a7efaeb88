package org.laurelbridge.bridge.record;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name or a title as another system told it, made fit for one line of a page, a file or a log: nothing in it steers a terminal, ends a
 * line, or turns the direction of the text that stands around it.
 */
public final class ToldText {
    /** Of a person's name or a course's title. */
    public static final int LONGEST = 500;

    // control characters, halves of characters, ends of lines, and what embeds or overrides a direction (UAX #9 §2.1 to
    // §2.4)
    private static final Pattern STEERS =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+");

    private ToldText() {}

    /**
     * The text without all that, of at most so many characters (UTF-16), none of them cut in two.
     *
     * @return empty when nothing is left to read
     */
    public static Optional<String> line(String told, int most) {
        String plain = STEERS.matcher(told).replaceAll(" ").strip();
        boolean isHalf = plain.length() > most && Character.isHighSurrogate(plain.charAt(most - 1));
        String cut = plain.length() > most ? plain.substring(0, isHalf ? most - 1 : most) : plain;
        return Optional.of(cut.strip()).filter(text -> !text.isEmpty());
    }
}
