package org.laurelbridge.xapi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A score as sent, exact (xAPI 1.0.3 Data 2.4.5.1). Scaled and raw need not relate, and any part may be absent.
 *
 * @param scaled −1 to 1 when the sender keeps to the specification
 */
public record Score(
        @Nullable BigDecimal scaled,
        @Nullable BigDecimal raw,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {

    /** The rest of it, where scaled does not mean what the specification says. */
    public Score withoutScaled() {
        return new Score(null, raw, min, max);
    }
}
