package org.laurelbridge.bridge.issue.framework;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends a text whose row never ends: what a quotation mark opens and nothing closes would otherwise all be held in memory. */
final class RowGauge extends FilterReader {

    static final int LONGEST = 1_000_000;

    private long inRow;

    /** A row is longer than any that is meant. */
    static final class TooLong extends IOException {}

    RowGauge(Reader text) {
        super(text);
    }

    /** A row has been read. What was read ahead of it counts for the next one no more. */
    void nextRow() {
        inRow = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (inRow > LONGEST) {
            throw new TooLong();
        }
        int count = super.read(into, offset, length);
        inRow += Math.max(count, 0);
        return count;
    }
}
