package org.laurelbridge.bridge.listen.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A file of statements, opened. What it is shows in its content, never in its name. Statements come one at a time. */
final class StatementFile implements AutoCloseable {
    private static final int SNIFFED = 64 * 1024;
    private static final Pattern ENVELOPE = Pattern.compile("\\s*\\{\\s*\"(statements|more)\"\\s*:");

    private final Counting counting;
    private final InputStream content;
    private final Iterator<Piece> pieces;

    private StatementFile(Counting counting, InputStream content) throws IOException {
        this.counting = counting;
        this.content = content;
        this.pieces = pieces(content);
    }

    static StatementFile open(Path file) throws IOException {
        Counting counting = new Counting(Files.newInputStream(file));
        try {
            InputStream raw = new BufferedInputStream(counting, SNIFFED);
            InputStream content =
                    isGzip(raw) ? new BufferedInputStream(new GZIPInputStream(raw, SNIFFED), SNIFFED) : raw;
            return new StatementFile(counting, content);
        } catch (IOException failure) {
            counting.close();
            throw failure;
        }
    }

    Iterator<Piece> pieces() {
        return pieces;
    }

    /** Of the file as it lies on the disk. */
    long bytesRead() {
        return counting.count;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static Iterator<Piece> pieces(InputStream content) throws IOException {
        content.mark(SNIFFED);
        String start = new String(content.readNBytes(SNIFFED - 1), UTF_8);
        content.reset();
        if (start.stripLeading().startsWith("[")) {
            return ArrayPieces.values(content);
        }
        if (ENVELOPE.matcher(start).lookingAt()) {
            return ArrayPieces.envelope(content);
        }
        boolean pretty = start.stripLeading().startsWith("{") && !isLines(start);
        return pretty ? ArrayPieces.values(content) : new LinePieces(content);
    }

    // the first line is whole, or the second begins like one
    private static boolean isLines(String start) {
        String text = start.stripLeading();
        int lineEnd = text.indexOf('\n');
        return lineEnd < 0
                || text.substring(0, lineEnd).stripTrailing().endsWith("}")
                || text.substring(lineEnd).stripLeading().startsWith("{");
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip;
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
