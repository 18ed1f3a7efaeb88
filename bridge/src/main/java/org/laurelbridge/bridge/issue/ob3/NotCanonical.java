package org.laurelbridge.bridge.issue.ob3;

import org.jspecify.annotations.Nullable;

/** A document of which not everything could be signed. */
public final class NotCanonical extends RuntimeException {
    NotCanonical(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
