package org.laurelbridge.bridge.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.laurelbridge.bridge.lti.launch.Logins;

/** Logins that platforms began, in table lti_login. */
public final class LtiLoginStore implements Logins {

    private final Database database;
    private final TakenOnce<Begun> once;

    public LtiLoginStore(Database database) {
        this.database = database;
        this.once = new TakenOnce<>(database, "lti_login", "state", "began >= :time", (rows, context) -> begun(rows));
    }

    /** @param browser the fingerprint of what the browser holds that began it, in hex */
    private record Begun(Login login, String browser) {}

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
        return once.find(state, now.minus(LONGEST)).map(Begun::login);
    }

    @Override
    public Optional<Login> take(String state, String browser, Instant now) {
        String held = hex(Fingerprint.of(browser));
        return once.take(state, now.minus(LONGEST), begun -> begun.browser().equals(held))
                .map(Begun::login);
    }

    private static Begun begun(ResultSet rows) throws SQLException {
        Login login = new Login(
                Columns.uuid(rows.getBytes("platform")),
                URI.create(rows.getString("target")),
                rows.getString("login_hint"),
                rows.getString("message_hint"));
        return new Begun(login, hex(rows.getBytes("browser")));
    }

    private static String hex(byte[] fingerprint) {
        return HexFormat.of().formatHex(fingerprint);
    }
}
