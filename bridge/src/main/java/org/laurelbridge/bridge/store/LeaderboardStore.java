package org.laurelbridge.bridge.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.lti.Leaderboards;
import org.laurelbridge.bridge.record.PersonId;

/** Table leaderboard. Nobody stands in it: an alias is worked out whenever it is shown. */
public final class LeaderboardStore implements Leaderboards {
    /** Letters and digits that nobody takes for others, and that make no words. */
    private static final String SIGNS = "BCDFGHJKMNPQRSTVWXZ2345679";

    private static final int LENGTH = 5;
    private static final int SALT_BYTES = 32;

    private final Database database;
    private final Trail trail;
    private final SecureRandom random = new SecureRandom();

    public LeaderboardStore(Database database) {
        this(database, Trail.OWN);
    }

    private LeaderboardStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Leaderboards by(Doer doer) {
        return new LeaderboardStore(database, Trail.by(doer));
    }

    @Override
    public void set(Course course, boolean on) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        database.change(handle -> {
            // the first salt stays: aliases are the same when it is switched on again
            handle.createUpdate("insert into leaderboard (site, course, salt, is_on) values (:site, :course, :salt, 0)"
                            + database.dialect().orLeave("site"))
                    .bind("site", course.system())
                    .bind("course", course.id())
                    .bind("salt", salt)
                    .execute();
            int changed = handle.createUpdate(
                            "update leaderboard set is_on = :on where site = :site and course = :course and is_on <> :on")
                    .bind("on", on ? 1 : 0)
                    .bind("site", course.system())
                    .bind("course", course.id())
                    .execute();
            if (changed > 0) {
                trail.record(
                        handle,
                        Change.of(on ? "leaderboard.on" : "leaderboard.off", "course", course.id())
                                .to("system", course.system()));
            }
        });
    }

    @Override
    public Optional<Aliases> find(Course course) {
        return database.read(handle -> handle.createQuery(
                                "select salt from leaderboard where site = :site and course = :course and is_on = 1")
                        .bind("site", course.system())
                        .bind("course", course.id())
                        .map((rows, context) -> rows.getBytes("salt"))
                        .findOne())
                .map(salt -> person -> alias(salt, person));
    }

    private static String alias(byte[] salt, PersonId person) {
        ByteBuffer both = ByteBuffer.allocate(salt.length + 16)
                .put(salt)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits());
        byte[] digest = Arrays.copyOf(Fingerprint.of(both.array()), Long.BYTES);
        long number = ByteBuffer.wrap(digest).getLong();
        StringBuilder alias = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            alias.append(SIGNS.charAt((int) Long.remainderUnsigned(number, SIGNS.length())));
            number = Long.divideUnsigned(number, SIGNS.length());
        }
        return alias.toString();
    }

    @Override
    public List<Taught> list() {
        return database.read(handle -> handle.createQuery("""
                        select l.site, l.course, r.title, r.subject from leaderboard l
                        left join course_roster r on r.system = l.site and r.course = l.course
                        where l.is_on = 1 order by r.title, l.site, l.course""")
                .map((rows, context) -> new Taught(
                        new Course(rows.getString("site"), rows.getString("course")),
                        Optional.ofNullable(rows.getString("title")),
                        Optional.ofNullable(rows.getString("subject"))))
                .list());
    }
}
