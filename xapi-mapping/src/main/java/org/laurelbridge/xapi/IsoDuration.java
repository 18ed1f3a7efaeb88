package org.laurelbridge.xapi;

/**
 * Durations by ISO 8601:2004 4.4.3.2 (1.0.3 Data 4.6): {@code P3Y1M29DT4H35M59.14S} or {@code P4W}; only the last part may
 * have a fraction.
 */
final class IsoDuration {
    private static final String DATE = "YMD";
    private static final String TIME = "HMS";

    private IsoDuration() {}

    static boolean isValid(String text) {
        if (text.length() < 3 || text.charAt(0) != 'P') {
            return false;
        }
        if (text.endsWith("W")) {
            return partEnd(text, 1) == text.length() - 1;
        }
        int timeMark = text.indexOf('T');
        int dateEnd = timeMark < 0 ? text.length() : timeMark;
        if (timeMark >= 0 && !parts(text, timeMark + 1, text.length(), TIME)) {
            return false;
        }
        return (timeMark == 1 || parts(text, 1, dateEnd, DATE))
                && (timeMark < 0 || fraction(text) < 0 || fraction(text) > timeMark);
    }

    private static boolean parts(String text, int from, int end, String units) {
        int at = from;
        int unit = 0;
        while (at < end) {
            int numberEnd = partEnd(text, at);
            if (numberEnd <= at || numberEnd >= end) {
                return false;
            }
            int found = units.indexOf(text.charAt(numberEnd), unit);
            boolean fractionInside = fraction(text) >= at && fraction(text) < numberEnd;
            if (found < 0 || (fractionInside && numberEnd != end - 1)) {
                return false;
            }
            unit = found + 1;
            at = numberEnd + 1;
        }
        return at > from;
    }

    /** Where the number that begins here ends; here when none begins. */
    private static int partEnd(String text, int from) {
        int at = digitsEnd(text, from);
        if (at > from && at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            int end = digitsEnd(text, at + 1);
            return end > at + 1 ? end : from;
        }
        return at;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Iri.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int fraction(String text) {
        return Math.max(text.indexOf('.'), text.indexOf(','));
    }

    /** For comparing: seconds cut to two decimals (1.0.3 Data 4.6, 2.0 §4.2.7), otherwise the text as it is. */
    static String cut(String text) {
        int point = fraction(text);
        if (point < 0 || !text.endsWith("S") || !isValid(text)) {
            return text;
        }
        int end = Math.min(point + 3, text.length() - 1);
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, end == point + 1 ? point : end).replace(',', '.') + "S";
    }
}
