package org.laurelbridge.xapi;

/** Tells valid UTF-8 (RFC 3629: shortest form, no surrogates, up to U+10FFFF) from other bytes, one byte after the other. */
final class Utf8 {
    private int awaited;
    private int lowest = 0x80;
    private int highest = 0xBF;

    /** The offset of the first byte that cannot stand where it stands; the length when the last character is cut; else -1. */
    static int firstInvalid(byte[] bytes) {
        int ascii = 0;
        while (ascii < bytes.length && bytes[ascii] >= 0) {
            ascii++;
        }
        Utf8 state = new Utf8();
        for (int at = ascii; at < bytes.length; at++) {
            if (!state.accepts(bytes[at])) {
                return at;
            }
        }
        return state.isWhole() ? -1 : bytes.length;
    }

    boolean accepts(byte next) {
        if (awaited == 0) {
            return next >= 0 || leads(next & 0xFF);
        }
        int value = next & 0xFF;
        boolean fits = value >= lowest && value <= highest;
        awaited--;
        lowest = 0x80;
        highest = 0xBF;
        return fits;
    }

    boolean isWhole() {
        return awaited == 0;
    }

    private boolean leads(int value) {
        if (value < 0xC2 || value > 0xF4) {
            return false;
        }
        awaited = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
        if (value == 0xE0) {
            lowest = 0xA0;
        } else if (value == 0xED) {
            highest = 0x9F;
        } else if (value == 0xF0) {
            lowest = 0x90;
        } else if (value == 0xF4) {
            highest = 0x8F;
        }
        return true;
    }

    /** Says where the invalid byte stands: line and column count from 1, columns in bytes. */
    static Problem problem(byte[] bytes, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < offset; at++) {
            if (bytes[at] == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        String place = "line " + line + ", column " + (offset - lineStart + 1) + " (byte " + offset + ")";
        String found =
                offset < bytes.length ? String.format("the byte 0x%02X", bytes[offset] & 0xFF) : "a cut character";
        return new Problem(place, found, "UTF-8", "RFC 8259 8.1");
    }
}
