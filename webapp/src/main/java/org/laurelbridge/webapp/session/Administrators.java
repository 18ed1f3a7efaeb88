package org.laurelbridge.webapp.session;

import java.util.Optional;
import java.util.UUID;

/** Who is an administrator: by token, and by the mark that a session keeps of that token. */
public interface Administrators {

    /** Nobody is. */
    Administrators NOBODY = new Administrators() {
        @Override
        public Optional<UUID> find(String token) {
            return Optional.empty();
        }

        @Override
        public Optional<String> holder(UUID mark) {
            return Optional.empty();
        }
    };

    /** The mark of a token, which tells nothing of it. Empty when the token is no administrator's. */
    Optional<UUID> find(String token);

    /** What the token of this mark is called; empty when it is not there any more. */
    Optional<String> holder(UUID mark);
}
