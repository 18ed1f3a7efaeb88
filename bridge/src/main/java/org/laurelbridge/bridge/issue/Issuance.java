package org.laurelbridge.bridge.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a signing adds to what was earned.
 *
 * @param validFrom a whole second, later than that of the last signing
 * @param status where strangers learn how it stands; null where nobody outside could ask
 */
public record Issuance(Instant validFrom, @Nullable StatusPlace status) {}
