package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.account.PasswordLinks;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.secret.RandomText;

/** Links for passwords, in table password_link. */
public final class PasswordLinkStore implements PasswordLinks {
    private final Database database;
    private final Trail trail;
    private final TakenOnce<UUID> once;
    private final RandomText random = new RandomText();

    public PasswordLinkStore(Database database) {
        this(database, Trail.OWN);
    }

    private PasswordLinkStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
        this.once = new TakenOnce<>(
                database,
                "password_link",
                "token",
                "ends > :time",
                (rows, context) -> Columns.uuid(rows.getBytes("account")));
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
        return once.find(token, now);
    }

    @Override
    public Optional<UUID> take(String token, Instant now) {
        return once.take(token, now);
    }
}
