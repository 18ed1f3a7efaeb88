package org.laurelbridge.bridge.issue.framework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item that was imported.
 *
 * @param framework the name of its framework, as credentials tell it
 * @param item as the newest file that has it tells it; other names and its end are not kept with it
 * @param retiredAt since when, or from when on, it does not stand any more; null while no end is known
 */
public record KnownItem(
        String framework, Item item, @Nullable Instant retiredAt) {

    public boolean isRetired(Instant now) {
        return retiredAt != null && !retiredAt.isAfter(now);
    }
}
