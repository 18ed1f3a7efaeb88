package org.laurelbridge.xapi;

import java.util.Locale;
import java.util.Set;

/** Well-formed language tags: RFC 5646 2.1, and a singleton once (2.2.9). */
final class LanguageTag {
    private static final Set<String> IRREGULAR = Set.of(
            "en-gb-oed",
            "i-ami",
            "i-bnn",
            "i-default",
            "i-enochian",
            "i-hak",
            "i-klingon",
            "i-lux",
            "i-mingo",
            "i-navajo",
            "i-pwn",
            "i-tao",
            "i-tay",
            "i-tsu",
            "sgn-be-fr",
            "sgn-be-nl",
            "sgn-ch-de");

    private final String[] parts;
    private int at;

    private LanguageTag(String text) {
        parts = text.split("-", -1);
    }

    static boolean isWellFormed(String text) {
        if (text.length() == 2) {
            return Iri.isLetter(text.charAt(0)) && Iri.isLetter(text.charAt(1));
        }
        if (text.isEmpty() || text.length() > 200) {
            return false;
        }
        return new LanguageTag(text).matches() || IRREGULAR.contains(text.toLowerCase(Locale.ROOT));
    }

    private boolean matches() {
        if (privateUse()) {
            return true;
        }
        if (!language()) {
            return false;
        }
        skip(letters(4));
        skip(letters(2) || digits(3));
        while (variant()) {
            at++;
        }
        return extensions() && (isAtEnd() || privateUse());
    }

    private boolean language() {
        if (letters(2) || letters(3)) {
            at++;
            for (int extended = 0; extended < 3 && letters(3); extended++) {
                at++;
            }
            return true;
        }
        boolean reserved = letters(4) || letters(5) || letters(6) || letters(7) || letters(8);
        skip(reserved);
        return reserved;
    }

    private boolean variant() {
        if (isAtEnd()) {
            return false;
        }
        int length = parts[at].length();
        return alphanumeric(5, 8) || (length == 4 && Iri.isDigit(parts[at].charAt(0)) && alphanumeric(4, 4));
    }

    private boolean extensions() {
        long seen = 0;
        while (alphanumeric(1, 1) && (parts[at].charAt(0) | 0x20) != 'x') {
            long singleton = 1L << Character.digit(parts[at].charAt(0), 36);
            at++;
            if ((seen & singleton) != 0 || !alphanumeric(2, 8)) {
                return false;
            }
            seen |= singleton;
            while (alphanumeric(2, 8)) {
                at++;
            }
        }
        return true;
    }

    private boolean privateUse() {
        if (isAtEnd() || !parts[at].equalsIgnoreCase("x")) {
            return false;
        }
        at++;
        boolean some = alphanumeric(1, 8);
        while (alphanumeric(1, 8)) {
            at++;
        }
        return some && isAtEnd();
    }

    private void skip(boolean matched) {
        if (matched) {
            at++;
        }
    }

    private boolean isAtEnd() {
        return at == parts.length;
    }

    private boolean letters(int length) {
        return !isAtEnd()
                && parts[at].length() == length
                && parts[at].chars().allMatch(next -> Iri.isLetter((char) next));
    }

    private boolean digits(int length) {
        return !isAtEnd()
                && parts[at].length() == length
                && parts[at].chars().allMatch(next -> Iri.isDigit((char) next));
    }

    private boolean alphanumeric(int shortest, int longest) {
        return !isAtEnd()
                && parts[at].length() >= shortest
                && parts[at].length() <= longest
                && parts[at].chars().allMatch(next -> Iri.isLetter((char) next) || Iri.isDigit((char) next));
    }
}
