package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.register.Invitation;
import org.laurelbridge.bridge.lti.register.Invitations;
import org.laurelbridge.bridge.secret.RandomText;

/** Invitations of platforms, in table lti_invitation. */
public final class InvitationStore implements Invitations {
    private final Database database;
    private final Trail trail;
    private final TakenOnce<Invitation> once;
    private final RandomText random = new RandomText();

    public InvitationStore(Database database) {
        this(database, Trail.OWN);
    }

    private InvitationStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
        this.once = new TakenOnce<>(
                database, "lti_invitation", "token", "ends > :time", (rows, context) -> invitation(rows));
    }

    @Override
    public Invitations by(Doer doer) {
        return new InvitationStore(database, Trail.by(doer));
    }

    @Override
    public String give(Invitation invitation, Instant now) {
        String token = random.next();
        database.change(handle -> {
            handle.execute("delete from lti_invitation where ends <= ? or name = ?", now, invitation.name());
            handle.createUpdate("""
                            insert into lti_invitation (token, name, trusts_email, ends)
                            values (:token, :name, :trusts, :ends)""")
                    .bind("token", Fingerprint.of(token))
                    .bind("name", invitation.name())
                    .bind("trusts", invitation.trustsEmail() ? 1 : 0)
                    .bind("ends", now.plus(LENGTH))
                    .execute();
            trail.record(
                    handle,
                    Change.of("platform.invited", "platform", invitation.name())
                            .to("trusts e-mail", invitation.trustsEmail()));
        });
        return token;
    }

    @Override
    public Optional<Invitation> find(String token, Instant now) {
        return once.find(token, now);
    }

    @Override
    public Optional<Invitation> take(String token, Instant now) {
        return once.take(token, now);
    }

    @Override
    public List<Open> list(Instant now) {
        return database.read(handle -> handle.createQuery(
                        "select token, name, trusts_email, ends from lti_invitation where ends > :now order by name")
                .bind("now", now)
                .map((rows, context) -> new Open(
                        HexFormat.of().formatHex(rows.getBytes("token")),
                        invitation(rows),
                        Columns.instant(rows.getLong("ends"))))
                .list());
    }

    @Override
    public boolean end(String id) {
        try {
            byte[] token = HexFormat.of().parseHex(id);
            return database.write(handle -> {
                Optional<String> name = handle.createQuery("select name from lti_invitation where token = :token")
                        .bind("token", token)
                        .mapTo(String.class)
                        .findOne();
                handle.execute("delete from lti_invitation where token = ?", (Object) token);
                name.ifPresent(of -> trail.record(handle, Change.of("platform.uninvited", "platform", of)));
                return name.isPresent();
            });
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    private static Invitation invitation(ResultSet rows) throws SQLException {
        return new Invitation(rows.getString("name"), rows.getInt("trusts_email") == 1);
    }
}
