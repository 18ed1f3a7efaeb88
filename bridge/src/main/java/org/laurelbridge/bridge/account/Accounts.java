package org.laurelbridge.bridge.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.PersonId;

/** Who may sign in, and by what. */
public interface Accounts extends Recorded<Accounts> {

    /**
     * Adds an account with what it signs in by.
     *
     * @return false when somebody signs in by that already; then nothing is added
     */
    boolean add(Account account, Login login, Instant now);

    /** The account of this id. */
    Optional<Account> find(UUID id);

    /** The account that signs in by this. */
    Optional<Account> find(Login login);

    /** All accounts with what they sign in by, in the order of their names. */
    List<Known> list();

    /** Says whose badges an account's are. */
    void link(UUID account, PersonId learner);

    /** Lets an account do more; doing it twice changes nothing. */
    void grant(UUID account, Role role);

    /** Lets an account do less; doing it twice changes nothing. */
    void withdraw(UUID account, Role role);

    /** Lets nobody in by an account any more, or again. */
    void disable(UUID account, boolean isDisabled);

    /** An account and what it signs in by. */
    record Known(Account account, List<Login> logins) {
        public Known {
            logins = List.copyOf(logins);
        }
    }
}
