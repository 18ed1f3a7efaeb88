package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.account.Passwords;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;

/** The hashes of passwords. */
public final class PasswordStore implements Passwords {

    private final Database database;
    private final Trail trail;

    public PasswordStore(Database database) {
        this(database, Trail.OWN);
    }

    private PasswordStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Passwords by(Doer doer) {
        return new PasswordStore(database, Trail.by(doer));
    }

    @Override
    public Optional<String> find(UUID account) {
        return database.read(
                handle -> handle.createQuery("select password from account_password where account = :account")
                        .bind("account", account)
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public void set(UUID account, String hash, Instant now) {
        database.change(handle -> {
            handle.createUpdate(
                            "insert into account_password (account, password, changed) values (:account, :hash, :now)"
                                    + database.dialect()
                                            .orChange("account", "password = new.password, changed = new.changed"))
                    .bind("account", account)
                    .bind("hash", hash)
                    .bind("now", now)
                    .execute();
            trail.record(handle, Change.of("account.password-set", "account", account));
        });
    }
}
