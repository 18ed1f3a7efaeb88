package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.record.StatementLog.Located;
import org.laurelbridge.bridge.record.StatementLog.Range;

/** Reads the whole log page by page, as a client follows "more". */
record StatementListing(StatementLog log) {

    List<UUID> all(boolean ascending, int pageSize) {
        List<UUID> ids = new ArrayList<>();
        Long after = null;
        List<Located> page;
        do {
            page = log.list(new Range(null, null, ascending, after, pageSize));
            page.forEach(located -> ids.add(located.statement().id()));
            after = page.isEmpty() ? null : page.get(page.size() - 1).place();
        } while (after != null);
        return ids;
    }
}
