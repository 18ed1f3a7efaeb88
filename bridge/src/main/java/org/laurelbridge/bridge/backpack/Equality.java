package org.laurelbridge.bridge.backpack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Ids as Open Badges 3.0 compares them: percent-encoded characters unescaped, blanks around taken off (§ Credential equality). */
final class Equality {
    private Equality() {}

    /** The id to compare by. What is no escape stays as it is. */
    static String of(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(text.length);
        for (int at = 0; at < text.length; at++) {
            int high = text[at] == '%' && at + 2 < text.length ? Character.digit(text[at + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text[at + 2], 16);
            if (low < 0) {
                plain.write(text[at]);
            } else {
                plain.write(high * 16 + low);
                at += 2;
            }
        }
        return plain.toString(StandardCharsets.UTF_8).strip();
    }
}
