package org.laurelbridge.bridge.issue.framework;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Ends a file that is too large, and says how far it has been read. */
final class FileGauge extends FilterInputStream {

    private final LongConsumer progress;
    private long passed;

    /** The file is larger than any that is taken. */
    static final class TooLarge extends IOException {}

    FileGauge(InputStream bytes, LongConsumer progress) {
        super(bytes);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        passed += Math.max(count, 0);
        if (passed > FrameworkImport.MOST_BYTES) {
            throw new TooLarge();
        }
        progress.accept(passed);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
