package org.laurelbridge.bridge.lrs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Json.Parsed;

/**
 * One page of an LRS's statements.
 *
 * @param statements in the LRS's order, as far as they are JSON at all
 * @param more where the next page is, as the LRS wrote it; null at the end
 * @param consistentThrough everything stored up to here was there to read, as the LRS says; null when it did not
 * @param date the LRS's clock when it answered, cut to the second; null when it did not say
 */
public record LrsPage(
        List<Held> statements,
        @Nullable String more,
        @Nullable Instant consistentThrough,
        @Nullable Instant date) {
    public LrsPage {
        statements = List.copyOf(statements);
    }

    /**
     * What an LRS holds as a statement.
     *
     * @param parsed broken when it may not be read
     * @param raw its text as sent
     */
    public record Held(Parsed parsed, String raw) {}
}
