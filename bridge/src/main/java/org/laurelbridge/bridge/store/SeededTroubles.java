package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;

/** What comes with the years, for benchmarks of pages: awards that lost their evidence, grades that are stuck, a long audit log. */
public final class SeededTroubles {
    private final Database database;

    public SeededTroubles(Database database) {
        this.database = database;
    }

    /** Has one award of so many under review, and one delivery of so many stuck. */
    public void spread(int awardsEach, int deliveriesEach) {
        database.change(handle -> {
            handle.createUpdate("""
                            update award set status = 'review', reason = 'its evidence no longer supports it'
                            where status = 'valid' and id in (select id from (
                              select id, row_number() over (order by id) as place from award where status = 'valid') as counted
                              where mod(place, :each) = 0)""").bind("each", awardsEach).execute();
            handle.createUpdate("""
                            update delivery set state = 'stuck', attempts = 12, trouble = 'no answer within 10 s'
                            where state = 'delivered' and mod(id, :each) = 0""").bind("each", deliveriesEach).execute();
        });
    }

    /** Adds rows to the audit log, of changes that nobody made. */
    public void audit(int rows) {
        List<Change> changes = IntStream.range(0, rows)
                .mapToObj(row -> Change.of("mail.chosen", "account", "bench-" + row)
                        .from("awards", "on")
                        .to("awards", "off"))
                .toList();
        Batches.parts(changes)
                .forEach(part -> database.change(
                        handle -> Trail.by(Doer.commandLine("bench")).record(handle, part)));
    }
}
