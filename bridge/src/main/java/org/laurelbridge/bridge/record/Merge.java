package org.laurelbridge.bridge.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two people were found to be one (rules: S10).
 *
 * @param kept whose name and id stay
 * @param merged who is a name of the kept one from then on
 * @param why as who did it said it
 * @param undoneAt null while it holds
 */
public record Merge(
        long id,
        PersonId kept,
        PersonId merged,
        Instant at,
        String why,
        @Nullable Instant undoneAt) {}
