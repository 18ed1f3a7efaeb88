package org.laurelbridge.bridge.issue.framework;

/** What stands between the values of a row: it differs from country to country. */
final class Delimiter {
    private Delimiter() {}

    /** The one that the first row has most of, outside of quotation marks; a comma where it has none. */
    static char of(String text) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (!isQuoted && (next == '\n' || next == '\r') && at > 0) {
                break;
            }
            isQuoted ^= next == '"';
            commas += !isQuoted && next == ',' ? 1 : 0;
            semicolons += !isQuoted && next == ';' ? 1 : 0;
            tabs += !isQuoted && next == '\t' ? 1 : 0;
        }
        if (tabs > commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
