package org.laurelbridge.xapi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Passes UTF-8 on and ends at the first byte that is none; {@link #fault} then says where. */
final class Utf8Stream extends FilterInputStream {
    private final Utf8 state = new Utf8();
    private long passed;
    private @Nullable String fault;

    Utf8Stream(InputStream bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (fault != null) {
            return -1;
        }
        int count = super.read(into, offset, length);
        for (int index = 0; index < count; index++) {
            if (!state.accepts(into[offset + index])) {
                fault = "byte " + (passed + index);
                return index == 0 ? -1 : index;
            }
        }
        if (count > 0) {
            passed += count;
        } else if (count < 0 && !state.isWhole()) {
            fault = "byte " + passed;
        }
        return count;
    }

    /** The place of the first byte that is no UTF-8; null while there was none. */
    @Nullable
    String fault() {
        return fault;
    }
}
