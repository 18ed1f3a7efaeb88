package org.laurelbridge.bridge.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks accounts up. There may be as many as people. */
public interface AccountDirectory {

    /**
     * Accounts in the order of their names.
     *
     * @param words that stand in the name or the address; empty for any
     * @param role that they have; null for any
     * @param after the last one of the page before; null for the first page
     */
    List<Entry> list(String words, @Nullable Role role, @Nullable UUID after, int limit);

    /** One account. */
    Optional<Entry> find(UUID id);

    /**
     * An account as administrators see it.
     *
     * @param logins what it signs in by
     * @param seen when it last asked for something, as far as its sessions are still there; null otherwise
     */
    record Entry(
            Account account, List<Login> logins, @Nullable Instant seen) {
        public Entry {
            logins = List.copyOf(logins);
        }
    }
}
