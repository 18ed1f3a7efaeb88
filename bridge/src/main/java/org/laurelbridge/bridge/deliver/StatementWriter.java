package org.laurelbridge.bridge.deliver;

import java.util.UUID;

/** Writes our own statements to an LRS. */
public interface StatementWriter {

    /**
     * Puts a statement under its id (xAPI 1.0.3 Communication 2.1.1). The same again is {@link Attempt.Delivered}, and so is an
     * LRS that already holds a statement of that id: nobody else knows our ids.
     *
     * @param statement JSON, with that id in it
     */
    Attempt put(UUID id, String statement);

    /** Whether the LRS holds the statement, not voided. */
    Standing standing(UUID id);
}
