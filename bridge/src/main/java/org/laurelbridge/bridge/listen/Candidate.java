package org.laurelbridge.bridge.listen;

import java.util.List;
import java.util.UUID;
import org.laurelbridge.xapi.Problem;
import org.laurelbridge.xapi.Statement;

/**
 * A statement that can be kept.
 *
 * @param id its own, or the one that the listener gave it
 * @param statement as read
 * @param raw its JSON as sent
 * @param diagnostics faults that touch neither actor, verb, object nor result; empty for a pushed statement
 */
public record Candidate(UUID id, Statement statement, String raw, List<Problem> diagnostics) {
    public Candidate {
        diagnostics = List.copyOf(diagnostics);
    }
}
