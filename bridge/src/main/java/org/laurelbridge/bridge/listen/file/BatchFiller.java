package org.laurelbridge.bridge.listen.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.TakenBatch;
import org.laurelbridge.xapi.XapiVersion;
import tools.jackson.core.exc.JacksonIOException;

/** Fills one batch after the other from a file. What was read before the file failed is handed over before the failure is told. */
final class BatchFiller {
    private static final int STATEMENTS = 500;
    private static final int CHARACTERS = 4_000_000;

    private final String source;
    private final StatementFile file;
    private @Nullable Exception failure;

    BatchFiller(String source, StatementFile file) {
        this.source = source;
        this.file = file;
    }

    /** Passes over so many, as far as there are so many; says how many there were. */
    long skip(long count) {
        long skipped = 0;
        while (skipped < count && hasNext()) {
            file.pieces().next();
            skipped++;
        }
        return skipped;
    }

    /** The next batch, empty at the end. */
    TakenBatch fill() {
        TakenBatch batch = new TakenBatch(source, XapiVersion.V2_0);
        long characters = 0;
        while (batch.size() < STATEMENTS && characters < CHARACTERS && hasNext()) {
            Piece piece = file.pieces().next();
            batch.add(piece.parsed(), piece.raw(), piece.place() + ": ");
            characters += piece.raw().length();
        }
        return batch;
    }

    /** At the end: was it one? */
    void throwFailure(Path path) throws IOException {
        if (failure != null) {
            throw new IOException(path + " cannot be read to its end: " + failure.getMessage(), failure);
        }
    }

    private boolean hasNext() {
        try {
            return failure == null && file.pieces().hasNext();
        } catch (UncheckedIOException | JacksonIOException unreadable) {
            failure = unreadable;
            return false;
        }
    }
}
