package org.laurelbridge.webapp.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and values as queries and forms write them, each name once. Values are bytes: one of them may be a whole body. */
final class FormText {
    private static final String EXPECTED = "name=value pairs, percent-encoded";

    private FormText() {}

    /** Reads a query or a form. */
    static Map<String, byte[]> read(byte[] text, String place) {
        Map<String, byte[]> pairs = new LinkedHashMap<>();
        int start = 0;
        for (int at = 0; at <= text.length; at++) {
            if (at == text.length || text[at] == '&') {
                if (at > start) {
                    add(pairs, text, start, at, place);
                }
                start = at + 1;
            }
        }
        return pairs;
    }

    private static void add(Map<String, byte[]> pairs, byte[] text, int start, int end, String place) {
        int equals = start;
        while (equals < end && text[equals] != '=') {
            equals++;
        }
        String name = new String(decoded(text, start, equals, place), StandardCharsets.UTF_8);
        byte[] value = equals < end ? decoded(text, equals + 1, end, place) : new byte[0];
        if (pairs.putIfAbsent(name, value) != null) {
            throw XapiRefusal.bad(place, "\"" + name + "\" more than once", "each parameter once", "");
        }
    }

    private static byte[] decoded(byte[] text, int start, int end, String place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int at = start; at < end; at++) {
            if (text[at] == '%') {
                bytes.write(hex(text, at + 1, end, place) * 16 + hex(text, at + 2, end, place));
                at += 2;
            } else {
                bytes.write(text[at] == '+' ? ' ' : text[at]);
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(byte[] text, int at, int end, String place) {
        int digit = at < end ? Character.digit(text[at], 16) : -1;
        if (digit < 0) {
            throw XapiRefusal.bad(place, "% without two hexadecimal digits", EXPECTED, "RFC 3986 2.1");
        }
        return digit;
    }
}
