package org.laurelbridge.webapp.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One value of DER (X.690 §8.1, §10.1).
 *
 * @param tag its first byte; tags of several bytes do not occur in keys
 * @param content the bytes of the value, not to be changed
 */
record Der(int tag, ByteBuffer content) {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int FIRST_OPTION = 0xA0;

    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_BYTES = 3;

    static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        int length = content.size();
        if (length < LONG_FORM) {
            value.write(length);
        } else {
            int bytes = length < 1 << 8 ? 1 : length < 1 << 16 ? 2 : MOST_LENGTH_BYTES;
            value.write(LONG_FORM | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                value.write(length >> (8 * i));
            }
        }
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    /** The values that stand one after the other. */
    static List<Der> read(ByteBuffer bytes) {
        List<Der> values = new ArrayList<>();
        ByteBuffer rest = bytes.duplicate();
        while (rest.hasRemaining()) {
            int tag = rest.get() & 0xFF;
            int length = length(rest);
            if (length > rest.remaining()) {
                throw new IllegalArgumentException("a value is longer than what holds it");
            }
            values.add(new Der(tag, rest.slice(rest.position(), length)));
            rest.position(rest.position() + length);
        }
        return values;
    }

    private static int length(ByteBuffer bytes) {
        int first = bytes.get() & 0xFF;
        if (first < LONG_FORM) {
            return first;
        }
        int count = first & ~LONG_FORM;
        if (count == 0 || count > MOST_LENGTH_BYTES) {
            throw new IllegalArgumentException("a length of " + count + " bytes");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | (bytes.get() & 0xFF);
        }
        return length;
    }

    byte[] bytes() {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }
}
