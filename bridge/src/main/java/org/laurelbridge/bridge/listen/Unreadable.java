package org.laurelbridge.bridge.listen;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;

/**
 * Something from an LRS or a file that cannot be kept as a statement: it goes to quarantine, where an administrator sees it.
 *
 * @param id its id, null when it has no usable one
 * @param raw what was sent, as text
 * @param problems why, at least one
 */
public record Unreadable(@Nullable UUID id, String raw, List<Problem> problems) {
    public Unreadable {
        problems = List.copyOf(problems);
    }
}
