package org.laurelbridge.xapi;

/** Judges IRIs by RFC 3987, as far as characters go (1.0.3 Data 2.2 and 4.3 allow best effort). */
final class Iri {
    private static final String NEVER = "<>\"{}|\\^`";

    private Iri() {}

    /** How far an IRI may be used. */
    enum Quality {
        GOOD,
        /** It has a scheme and identifies, but holds what an IRI may not hold. */
        ODD,
        /** It has no scheme, or nothing behind it. */
        NONE
    }

    static Quality judge(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1 || !isScheme(text, colon)) {
            return Quality.NONE;
        }
        boolean fragment = false;
        for (int at = colon + 1; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '#') {
                if (fragment) {
                    return Quality.ODD;
                }
                fragment = true;
            } else if (!allowed(text, at, next)) {
                return Quality.ODD;
            }
        }
        return Quality.GOOD;
    }

    private static boolean isScheme(String text, int colon) {
        if (!isLetter(text.charAt(0))) {
            return false;
        }
        for (int at = 1; at < colon; at++) {
            char next = text.charAt(at);
            if (!isLetter(next) && !isDigit(next) && next != '+' && next != '-' && next != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(String text, int at, char next) {
        if (next > 0x20 && next < 0x7F) {
            return next == '%' ? isHex(text, at + 1) && isHex(text, at + 2) : NEVER.indexOf(next) < 0;
        }
        return next >= 0xA0
                && !Character.isWhitespace(next)
                && !Character.isSpaceChar(next)
                && (!Character.isSurrogate(next) || isPaired(text, at));
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 0x80;
    }

    static boolean isLetter(char next) {
        return (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
    }

    static boolean isDigit(char next) {
        return next >= '0' && next <= '9';
    }
}
