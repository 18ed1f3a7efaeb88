package org.laurelbridge.bridge.record;

/** People stand otherwise than a merge takes for granted. The message says how, without personal data. */
public final class CannotMerge extends RuntimeException {
    public CannotMerge(String message) {
        super(message);
    }
}
