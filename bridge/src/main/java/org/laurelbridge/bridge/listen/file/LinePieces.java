package org.laurelbridge.bridge.listen.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Json.Parsed;
import org.laurelbridge.xapi.Problem;

/** JSON lines: one statement a line, so that a broken line is one line's trouble. Empty lines are passed over. */
final class LinePieces implements Iterator<Piece> {
    /** A longer line is cut, and so broken. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private final InputStream in;
    private final Json json = new Json();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;
    private byte @Nullable [] next;
    private boolean ended;

    LinePieces(InputStream in) {
        this.in = in;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && !ended) {
                next = readLine();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return next != null;
    }

    @Override
    public Piece next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        byte[] bytes = next;
        next = null;
        String place = "line " + number;
        return new Piece(parse(bytes, place), new String(bytes, StandardCharsets.UTF_8), place);
    }

    private Parsed parse(byte[] bytes, String place) {
        if (bytes.length >= LONGEST) {
            Problem tooLong = new Problem(place, "a line over " + LONGEST + " bytes", "a shorter one", "");
            return new Parsed.Broken(tooLong);
        }
        Parsed parsed = json.read(bytes);
        return parsed instanceof Parsed.Broken broken ? new Parsed.Broken(inLine(broken.problem(), place)) : parsed;
    }

    // the reader counts within the line, which is its line 1
    private static Problem inLine(Problem problem, String place) {
        String within = problem.place().replaceFirst("^line 1, ", "").replaceFirst(" ?\\(byte [0-9]+\\)", "");
        return new Problem(place + ", " + within, problem.found(), problem.expected(), problem.clause());
    }

    /** Null for an empty line. */
    private byte @Nullable [] readLine() throws IOException {
        line.reset();
        int octet = in.read();
        ended = octet < 0;
        number++;
        while (octet >= 0 && octet != '\n') {
            if (line.size() < LONGEST) {
                line.write(octet);
            }
            octet = in.read();
        }
        byte[] bytes = line.toByteArray();
        return isBlank(bytes) ? null : bytes;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet != ' ' && octet != '\t' && octet != '\r') {
                return false;
            }
        }
        return true;
    }
}
