package org.laurelbridge.bridge.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
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
                            insert into lti_login (state, browser, platform, target, login_hint, message_hint, began)
                            values (:state, :browser, :platform, :target, :login, :message, :now)""")
                    .bind("state", Fingerprint.of(state))
                    .bind("browser", Fingerprint.of(browser))
                    .bind("platform", login.platform())
                    .bind("target", login.target().toString())
                    .bind("login", login.loginHint())
                    .bind("message", login.messageHint())
                    .bind("now", now)
                    .execute();
        });
    }

    @Override
    public Optional<Login> find(String state, Instant now) {
        return database.read(handle -> query(handle, "", state, now)
                .map((rows, context) -> login(rows))
                .findOne());
    }

    @Override
    public Optional<Login> take(String state, String browser, Instant now) {
        return database.write(handle -> {
            Optional<Login> login = query(handle, " and browser = :browser", state, now)
                    .bind("browser", Fingerprint.of(browser))
                    .map((rows, context) -> login(rows))
                    .findOne();
            boolean isOurs = login.isPresent()
                    && handle.execute("delete from lti_login where state = ?", (Object) Fingerprint.of(state)) == 1;
            return isOurs ? login : Optional.empty();
        });
    }

    private static Query query(Handle handle, String more, String state, Instant now) {
        return handle.createQuery("select platform, target, login_hint, message_hint from lti_login"
                        + " where state = :state and began >= :since" + more)
                .bind("state", Fingerprint.of(state))
                .bind("since", now.minus(LONGEST));
    }

    private static Login login(ResultSet rows) throws SQLException {
        return new Login(
                Columns.uuid(rows.getBytes("platform")),
                URI.create(rows.getString("target")),
                rows.getString("login_hint"),
                rows.getString("message_hint"));
    }
}
