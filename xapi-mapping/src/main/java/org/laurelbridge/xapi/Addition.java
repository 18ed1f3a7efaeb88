package org.laurelbridge.xapi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a second equal copy of a statement tells that the first does not. At least one part is there.
 *
 * @param timestamp when it happened, null unless the first copy did not say
 * @param activityType the type of the object, null unless the first copy names none or another
 */
public record Addition(
        @Nullable Instant timestamp, @Nullable String activityType) {}
