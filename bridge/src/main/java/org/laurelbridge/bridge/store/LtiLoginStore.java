package org.laurelbridge.bridge.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.lti.launch.Logins;

/** Logins that platforms began. Of two who take one, the delete decides. */
public final class LtiLoginStore implements Logins {

    private final Database database;

    public LtiLoginStore(Database database) {
        this.database = database;
    }

    @Override
    public void begin(Login login, String state, String browser, Instant now) {
        database.change(handle -> {
            handle.execute("delete from lti_login where began < ?", now.minus(LONGEST));
            handle.createUpdate("""
                            insert into lti_login (state, browser, platform, target, began)
                            values (:state, :browser, :platform, :target, :now)""")
                    .bind("state", Fingerprint.of(state))
                    .bind("browser", Fingerprint.of(browser))
                    .bind("platform", login.platform())
                    .bind("target", login.target().toString())
                    .bind("now", now)
                    .execute();
        });
    }

    @Override
    public Optional<Login> take(String state, String browser, Instant now) {
        return database.write(handle -> {
            Optional<Login> login = find(handle, state, browser, now);
            boolean isOurs = login.isPresent()
                    && handle.execute("delete from lti_login where state = ?", (Object) Fingerprint.of(state)) == 1;
            return isOurs ? login : Optional.empty();
        });
    }

    private static Optional<Login> find(Handle handle, String state, String browser, Instant now) {
        return handle.createQuery("""
                        select platform, target from lti_login
                        where state = :state and browser = :browser and began >= :since""")
                .bind("state", Fingerprint.of(state))
                .bind("browser", Fingerprint.of(browser))
                .bind("since", now.minus(LONGEST))
                .map((rows, context) -> login(rows))
                .findOne();
    }

    private static Login login(ResultSet rows) throws SQLException {
        return new Login(
                Columns.uuid(Objects.requireNonNull(rows.getBytes("platform"))), URI.create(rows.getString("target")));
    }
}
