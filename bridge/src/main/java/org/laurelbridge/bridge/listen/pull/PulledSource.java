package org.laurelbridge.bridge.listen.pull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Intake;
import org.laurelbridge.bridge.listen.Positions;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.TakenBatch;
import org.laurelbridge.bridge.lrs.LrsClient;
import org.laurelbridge.bridge.lrs.LrsFailure;
import org.laurelbridge.bridge.lrs.LrsPage;
import org.laurelbridge.bridge.lrs.LrsReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One LRS that is polled. Nothing is filtered: a voided statement is news only through the one that voids it, which may have
 * any actor and any object. Whatever is read twice is the log's to recognise. For one thread at a time.
 */
public final class PulledSource {
    private static final Logger LOG = LoggerFactory.getLogger(PulledSource.class);
    /** Asked for; caps of 50, 100 and 500 are known. */
    private static final int PAGE = 250;
    /** Pages in one round, so that a long first read can be stopped. */
    private static final int MOST_PAGES = 40;

    private final String name;
    private final String place;
    private final LrsClient lrs;
    private final Intake intake;
    private final Positions positions;
    private final InstantSource clock;
    private final CursorJson json = new CursorJson();

    /** @param clock tells how old a {@code more} is; everything else goes by the LRS's clock */
    public PulledSource(String name, LrsClient lrs, Intake intake, Positions positions, InstantSource clock) {
        this(name, name, lrs, intake, positions, clock);
    }

    /** @param place under which its position is kept */
    public PulledSource(
            String name, String place, LrsClient lrs, Intake intake, Positions positions, InstantSource clock) {
        this.name = name;
        this.place = place;
        this.lrs = lrs;
        this.intake = intake;
        this.positions = positions;
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    /**
     * Reads what is new, page by page; each page is durable before the position moves over it. May be stopped anywhere and
     * repeated. Blocks. What the store throws comes out of here.
     */
    public Round pullOnce() {
        return pullOnce(() -> true);
    }

    /** The same, for as long as {@code mayGoOn}: asked before each page but the first. */
    Round pullOnce(BooleanSupplier mayGoOn) {
        Cursor cursor = positions.find(place).map(json::read).orElse(Cursor.START);
        Tally tally = new Tally();
        for (int pages = 0; pages < MOST_PAGES && (pages == 0 || mayGoOn.getAsBoolean()); pages++) {
            String more = cursor.freshMore(clock.instant());
            Cursor from = more == null ? cursor.restarted() : cursor;
            LrsReply<LrsPage> reply = more == null ? lrs.read(from.since(), PAGE) : lrs.readMore(more);
            if (reply instanceof LrsReply.Failed<LrsPage> failed) {
                return failed(from, more, failed.failure(), tally);
            }
            LrsPage page = ((LrsReply.Got<LrsPage>) reply).value();
            cursor = take(page, from, tally);
            if (cursor.more() != null && cursor.more().equals(more)) {
                return goesInCircles(cursor, tally);
            }
            if (cursor.more() == null) {
                return finish(cursor, from, tally);
            }
            save(cursor);
        }
        return new Round.Heard(tally.read, tally.added, tally.quarantined, true);
    }

    private Cursor take(LrsPage page, Cursor from, Tally tally) {
        TakenBatch batch = new TakenBatch(name, lrs.version());
        page.statements().forEach(held -> batch.add(held.parsed(), held.raw(), ""));
        if (batch.size() > 0) {
            tally.count(batch.size(), intake.accept(batch.submission()));
        }
        return from.after(batch.stored(), page, clock.instant());
    }

    private Round finish(Cursor cursor, Cursor before, Tally tally) {
        Cursor finished = cursor.finished();
        save(finished);
        if (!finished.wentBackFrom(before)) {
            return new Round.Heard(tally.read, tally.added, tally.quarantined, false);
        }
        String words = "the LRS's clock, or its X-Experience-API-Consistent-Through, went back from "
                + before.watermark() + " to " + finished.watermark() + ": everything since then is read again";
        return troubled(words, new LrsFailure(LrsFailure.Kind.STRANGE, words, Duration.ZERO), tally);
    }

    // a round that cannot go on begins again where it is sure to have read everything
    private Round failed(Cursor cursor, @Nullable String more, LrsFailure failure, Tally tally) {
        boolean forgotten = more != null
                && switch (failure.kind()) {
                    case NOT_FOUND, REFUSED, STRANGE -> true;
                    case UNREACHABLE, LOST, BUSY -> false;
                };
        if (forgotten) {
            save(cursor.restarted());
        }
        String where = forgotten ? "reading a further page: " : "";
        return troubled(where + failure.words(), failure, tally);
    }

    private Round goesInCircles(Cursor cursor, Tally tally) {
        save(cursor.restarted());
        String words = "the LRS's \"more\" leads to the page that it stands on";
        return troubled(words, new LrsFailure(LrsFailure.Kind.STRANGE, words, Duration.ZERO), tally);
    }

    private Round troubled(String words, LrsFailure failure, Tally tally) {
        positions.saveTrouble(place, words, clock.instant());
        LOG.atWarn().addKeyValue("source", name).log("pulling: {}", words);
        return new Round.Troubled(tally.read, words, failure.notBefore());
    }

    private void save(Cursor cursor) {
        positions.save(place, json.write(cursor), clock.instant());
    }

    private static final class Tally {
        private int read;
        private int added;
        private int quarantined;

        void count(int size, Receipt receipt) {
            if (!(receipt instanceof Receipt.Kept kept)) {
                throw new IllegalStateException("what was taken from an LRS is never refused, but: " + receipt);
            }
            read += size;
            added += kept.added();
            quarantined += kept.quarantined();
        }
    }
}
