package org.laurelbridge.bridge.listen;

import java.time.Instant;
import java.util.Optional;

/** How far each pulled source and each replayed file has been read. Saved after what was read is durable, never before. */
public interface Positions {

    /** The listener's own JSON, as saved last; empty before the first read. */
    Optional<String> find(String source);

    /** Remembers a position and that the read was good. */
    void save(String source, String position, Instant readAt);

    /** Remembers why a read failed; the position stays. */
    void saveTrouble(String source, String trouble, Instant at);
}
