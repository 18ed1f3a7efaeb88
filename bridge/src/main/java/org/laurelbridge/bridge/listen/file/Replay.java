package org.laurelbridge.bridge.listen.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.laurelbridge.bridge.listen.Intake;
import org.laurelbridge.bridge.listen.Positions;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.TakenBatch;

/**
 * Reads files of statements: JSON lines, an array, an object with the array {@code statements}; gzipped or not. Memory stays flat
 * whatever the length. A replay that was interrupted goes on where what it read was durable; one that was finished begins again,
 * which changes nothing.
 */
public final class Replay {
    private final String source;
    private final Intake intake;
    private final Positions positions;
    private final InstantSource clock;

    /** @param source the configured source whose statements they are */
    public Replay(String source, Intake intake, Positions positions, InstantSource clock) {
        this.source = source;
        this.intake = intake;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * Reads one file. Blocks until all of it is durable. What the store throws comes out of here.
     *
     * @throws IOException when the file cannot be read, or not to its end (a gzip that was cut); what came before is kept
     */
    public Replayed run(Path file, Progress progress) throws IOException {
        FilePosition position = FilePosition.of(source, file);
        long done = positions.find(position.key()).map(FilePosition::done).orElse(0L);
        long total = Files.size(file);
        try (StatementFile statements = StatementFile.open(file)) {
            BatchFiller filler = new BatchFiller(source, statements);
            done = filler.skip(done);
            Replayed replayed = new Replayed(done, 0, 0, 0);
            for (TakenBatch batch = filler.fill(); batch.size() > 0; batch = filler.fill()) {
                replayed = keep(batch, replayed);
                done += batch.size();
                positions.save(position.key(), FilePosition.at(done), clock.instant());
                progress.at(statements.bytesRead(), total, replayed);
            }
            filler.throwFailure(file);
            positions.save(position.key(), FilePosition.at(0), clock.instant());
            return replayed;
        }
    }

    private Replayed keep(TakenBatch batch, Replayed before) {
        if (!(intake.accept(batch.submission()) instanceof Receipt.Kept kept)) {
            throw new IllegalStateException("what was taken from a file is never refused");
        }
        return new Replayed(
                before.skipped(),
                before.added() + kept.added(),
                before.known() + kept.known(),
                before.quarantined() + kept.quarantined());
    }
}
