package org.laurelbridge.bridge.listen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each pulled source and each replayed file has been read. Saved after what was read is durable, never before. */
public interface Positions {

    /** The listener's own JSON, as saved last; empty before the first read. */
    Optional<String> find(String source);

    /** Remembers a position and that the read was good. */
    void save(String source, String position, Instant readAt);

    /** Remembers why a read failed; the position stays. */
    void saveTrouble(String source, String trouble, Instant at);

    /** Forgets how far a source was read: it is read from its beginning should it come back. */
    void forget(String source);

    /** All sources that were ever read or tried, by name. */
    List<Read> list();

    /**
     * How a source stands.
     *
     * @param readAt of the last good read; null before the first
     * @param trouble why the last read failed; null when it was good
     * @param troubledAt when it failed
     */
    record Read(
            String source,
            @Nullable Instant readAt,
            @Nullable String trouble,
            @Nullable Instant troubledAt) {}
}
