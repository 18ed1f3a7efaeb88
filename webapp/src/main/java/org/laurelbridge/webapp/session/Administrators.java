package org.laurelbridge.webapp.session;

import java.util.Optional;

/** Who is an administrator: by token, and by the mark that a session keeps of that token. */
public interface Administrators {

    /** Nobody is. */
    Administrators NOBODY = new Administrators() {
        @Override
        public Optional<String> find(String token) {
            return Optional.empty();
        }

        @Override
        public boolean holds(String mark) {
            return false;
        }
    };

    /** The mark of a token, of letters and digits: it tells nothing of the token. Empty when the token is no administrator's. */
    Optional<String> find(String token);

    /** Whether the token of this mark is still there. */
    boolean holds(String mark);
}
