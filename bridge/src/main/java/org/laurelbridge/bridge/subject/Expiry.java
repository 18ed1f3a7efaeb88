package org.laurelbridge.bridge.subject;

import java.time.Instant;
import org.laurelbridge.bridge.subject.Retention.What;

/** Removes what is older than its period, some at a time. */
@FunctionalInterface
public interface Expiry {
    /** Removes some of what is older than this moment, in one short transaction; returns how many, 0 when there is none left. */
    int remove(What what, Instant before);
}
