package org.laurelbridge.mapping;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.xapi.Statement;

/**
 * A kept statement as it is mapped.
 *
 * @param activityTypes the types of its object, united over all equal copies, so that arrival decides nothing
 * @param at when it happened: its timestamp, else its stored, else {@code received}
 * @param received when Laurel took it
 * @param sources the configured sources that brought it, at least one
 */
public record RecordedStatement(
        UUID id, Statement statement, Set<String> activityTypes, Instant at, Instant received, Set<String> sources) {
    public RecordedStatement {
        activityTypes = Set.copyOf(activityTypes);
        sources = Set.copyOf(sources);
    }
}
