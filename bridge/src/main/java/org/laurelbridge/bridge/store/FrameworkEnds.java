package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.framework.Item;

/** When an item ends by its publisher's word. */
final class FrameworkEnds {
    private FrameworkEnds() {}

    static @Nullable Instant of(Item item) {
        LocalDate ends = item.ends();
        return ends == null ? null : ends.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
