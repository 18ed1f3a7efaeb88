package org.laurelbridge.bridge.award.plan;

/** The thread was interrupted while something long was under way; nothing in force was changed. */
public final class Interrupted extends RuntimeException {
    Interrupted() {
        super("interrupted; nothing was changed");
    }
}
