package org.laurelbridge.bridge.moving;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Recorded;

/** Files that were brought and looked at, until somebody decides about them; for a day. */
public interface Uploads extends Recorded<Uploads> {

    /** A file that was brought. */
    final class Upload {
        private final UUID id;
        private final String name;
        private final byte[] file;

        /** @param name that it had */
        public Upload(UUID id, String name, byte[] file) {
            this.id = id;
            this.name = name;
            this.file = file.clone();
        }

        public UUID id() {
            return id;
        }

        public String name() {
            return name;
        }

        public byte[] file() {
            return file.clone();
        }
    }

    /** Keeps one; those that are older than a day go. */
    void keep(Upload upload, Instant now);

    Optional<Upload> find(UUID id);

    /** It is not brought in. False when it is gone. */
    boolean drop(UUID id);

    /** It was brought in. */
    void done(UUID id);
}
