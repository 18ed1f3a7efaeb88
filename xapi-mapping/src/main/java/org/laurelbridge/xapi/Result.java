package org.laurelbridge.xapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came out (xAPI 1.0.3 Data 2.4.5). Success is not completion, and each may be absent.
 *
 * @param duration ISO 8601 as sent: it may hold years, months and weeks
 * @param extensions empty when there are none
 */
public record Result(
        @Nullable Score score,
        @Nullable Boolean success,
        @Nullable Boolean completion,
        @Nullable String duration,
        ObjectNode extensions) {}
