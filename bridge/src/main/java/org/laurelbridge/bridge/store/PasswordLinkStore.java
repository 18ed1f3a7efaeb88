package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.account.PasswordLinks;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.secret.RandomText;

/** Links for passwords. Of two who take one, the delete decides. */
public final class PasswordLinkStore implements PasswordLinks {
    private final Database database;
    private final Trail trail;
    private final RandomText random = new RandomText();

    public PasswordLinkStore(Database database) {
        this(database, Trail.OWN);
    }

    private PasswordLinkStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public PasswordLinks by(Doer doer) {
        return new PasswordLinkStore(database, Trail.by(doer));
    }

    @Override
    public String give(UUID account, Instant now) {
        String token = random.next();
        database.change(handle -> {
            handle.execute("delete from password_link where ends <= ?", now);
            handle.execute("delete from password_link where account = ?", account);
            handle.execute(
                    "insert into password_link (token, account, ends) values (?, ?, ?)",
                    Fingerprint.of(token),
                    account,
                    now.plus(LENGTH));
            trail.record(handle, Change.of("account.password-link", "account", account));
        });
        return token;
    }

    @Override
    public Optional<UUID> find(String token, Instant now) {
        return database.read(handle -> find(handle, token, now));
    }

    @Override
    public Optional<UUID> take(String token, Instant now) {
        return database.write(handle -> {
            Optional<UUID> account = find(handle, token, now);
            boolean isOurs = account.isPresent()
                    && handle.execute("delete from password_link where token = ?", (Object) Fingerprint.of(token)) == 1;
            return isOurs ? account : Optional.empty();
        });
    }

    private static Optional<UUID> find(Handle handle, String token, Instant now) {
        return handle.createQuery("select account from password_link where token = :token and ends > :now")
                .bind("token", Fingerprint.of(token))
                .bind("now", now)
                .map((rows, context) -> Columns.uuid(rows.getBytes("account")))
                .findOne();
    }
}
