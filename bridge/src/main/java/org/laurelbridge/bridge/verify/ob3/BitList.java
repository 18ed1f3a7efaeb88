package org.laurelbridge.bridge.verify.ob3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The bits of a status list (Bitstring Status List 1.0 §3.2): gzip, base64url, the first bit leftmost. */
final class BitList {

    /** 16 million entries. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final byte[] bytes;

    private BitList(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of encodedList, with its multibase letter u or, as in Status List 2021, without; empty when it cannot be read. */
    static Optional<BitList> read(String encoded) {
        try {
            byte[] packed = Base64.getUrlDecoder().decode(encoded.startsWith("u") ? encoded.substring(1) : encoded);
            try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
                return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(new BitList(bytes));
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    boolean has(long index) {
        return index >= 0 && index < 8L * bytes.length;
    }

    boolean isSet(long index) {
        return (bytes[(int) (index / 8)] & (0x80 >> (int) (index % 8))) != 0;
    }
}
