package org.laurelbridge.bridge.moving;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Files that were brought and looked at, until somebody decides about them; for a day. */
public interface Uploads {

    /**
     * A file that was brought.
     *
     * @param name that it had
     */
    record Upload(UUID id, String name, byte[] file) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Keeps one; those that are older than a day go. */
    void keep(Upload upload, Instant now);

    Optional<Upload> find(UUID id);

    /** False when it is gone. */
    boolean remove(UUID id);
}
