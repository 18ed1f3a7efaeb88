package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.account.BrowserSession;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.BrowserSessions;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.secret.RandomText;

/** Sessions, found by the fingerprint of their token. */
public final class BrowserSessionStore implements BrowserSessions {

    private final Database database;
    private final Trail trail;
    private final RandomText random = new RandomText();

    public BrowserSessionStore(Database database) {
        this(database, Trail.OWN);
    }

    private BrowserSessionStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public BrowserSessions by(Doer doer) {
        return new BrowserSessionStore(database, Trail.by(doer));
    }

    @Override
    public String begin(Holder holder, Instant now, Instant end) {
        String token = random.next();
        database.change(handle -> {
            handle.execute("delete from browser_session where ends <= ?", now);
            handle.createUpdate("""
                            insert into browser_session
                              (fingerprint, holder_kind, holder, started, seen, ends)
                            values (:fingerprint, :kind, :holder, :now, :now, :end)""")
                    .bind("fingerprint", Fingerprint.of(token))
                    .bind("kind", holder.kind().word())
                    .bind("holder", holder.id())
                    .bind("now", now)
                    .bind("end", end)
                    .execute();
            trail.record(handle, Change.of("session.begun", holder.kind().word(), holder.id()));
        });
        return token;
    }

    @Override
    public Optional<BrowserSession> find(String token) {
        return database.read(handle -> find(handle, token));
    }

    private static Optional<BrowserSession> find(Handle handle, String token) {
        return handle.createQuery("""
                        select holder_kind, holder, started, seen, ends from browser_session
                        where fingerprint = :fingerprint""")
                .bind("fingerprint", Fingerprint.of(token))
                .map((rows, context) -> session(rows, formToken(token)))
                .findOne();
    }

    // who knows it does not know the token, and who reads the database knows neither
    private static String formToken(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Fingerprint.of("form token", token));
    }

    private static BrowserSession session(ResultSet rows, String formToken) throws SQLException {
        return new BrowserSession(
                new Holder(Kind.of(rows.getString("holder_kind")), Columns.uuid(rows.getBytes("holder"))),
                Columns.instant(rows.getLong("started")),
                Columns.instant(rows.getLong("seen")),
                Columns.instant(rows.getLong("ends")),
                formToken);
    }

    @Override
    public void see(String token, Instant now) {
        database.change(handle -> handle.execute(
                "update browser_session set seen = ? where fingerprint = ?", now, Fingerprint.of(token)));
    }

    @Override
    public void end(String token) {
        database.change(handle -> {
            Optional<BrowserSession> ended = find(handle, token);
            if (handle.execute("delete from browser_session where fingerprint = ?", Fingerprint.of(token)) == 1) {
                ended.map(BrowserSession::holder)
                        .ifPresent(holder -> trail.record(
                                handle, Change.of("session.ended", holder.kind().word(), holder.id())));
            }
        });
    }

    @Override
    public int endAll(Holder holder) {
        return database.write(handle -> {
            String kind = holder.kind().word();
            int ended = handle.execute(
                    "delete from browser_session where holder_kind = ? and holder = ?", kind, holder.id());
            trail.record(
                    handle,
                    Change.of("session.ended-everywhere", kind, holder.id()).from("sessions", ended));
            return ended;
        });
    }
}
