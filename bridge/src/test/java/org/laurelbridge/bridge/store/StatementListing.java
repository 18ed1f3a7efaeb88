package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.record.StatementLog.Page;
import org.laurelbridge.bridge.record.StatementLog.Range;

/** Reads the whole log page by page, as a client follows "more". */
record StatementListing(StatementLog log) {

    List<UUID> all(boolean ascending, int pageSize) {
        return pages(null, ascending, pageSize).stream()
                .flatMap(page -> page.statements().stream())
                .map(located -> located.statement().id())
                .toList();
    }

    List<Page> pages(@Nullable String source, boolean ascending, int pageSize) {
        List<Page> pages = new ArrayList<>();
        Long after = null;
        do {
            Page page = log.list(source, new Range(null, null, ascending, after, pageSize));
            pages.add(page);
            after = page.next();
        } while (after != null);
        return pages;
    }
}
