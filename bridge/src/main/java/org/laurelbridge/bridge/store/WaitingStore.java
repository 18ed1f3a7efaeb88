package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.lti.WaitingWork;
import org.laurelbridge.bridge.record.PersonId;

/** Finds what waits by the indexes of awards that stand so, of who is near by an approval, and of questions that wait. */
public final class WaitingStore implements WaitingWork {
    private static final UUID NOBODY = new UUID(0, 0);
    // what somebody has approved waits for Laurel, and for nobody's word
    private static final String STANDING =
            "w.status in ('proposed', 'review', 'suspended') and (w.status <> 'proposed' or w.approved = 0)";

    /** Of somebody {@code w} who may be known as another. */
    private static final String KNOWN = "coalesce((select root from merged_person where merged = w.person), w.person)";

    private static final String NOT_RETURNED = """
            not exists (select 1 from returned_work r where r.person in (w.person, %s) and r.badge = w.badge
              and not exists (select 1 from attestation t where t.person in (r.person, w.person)
                and t.topic = 'evidence' and t.subject = r.badge and t.from_at > r.at))""".formatted(KNOWN);

    /** By the decider. */
    private static final String APPROVED = """
            exists (select 1 from attestation s where s.person in (w.person, %s)
              and s.topic = 'approved' and s.subject = w.badge and s.said_by in (<names>))""".formatted(KNOWN);

    private static final String WHOSE =
            "w.badge, %1$s as known, (select p.name from person p where p.id = %1$s) as name".formatted(KNOWN);

    private final Database database;
    private final LtiPlatforms platforms;

    public WaitingStore(Database database, LtiPlatforms platforms) {
        this.database = database;
        this.platforms = platforms;
    }

    @Override
    public int awards() {
        return database.read(handle -> handle.createQuery("select count(*) from award w where " + STANDING
                        + " and (w.status <> 'proposed' or " + NOT_RETURNED + ")")
                .mapTo(int.class)
                .one());
    }

    @Override
    public List<UUID> proposed(boolean isReturned, int limit) {
        return database.read(handle -> handle.createQuery(
                        "select w.id from award w where w.status = 'proposed' and w.approved = 0 and "
                                + (isReturned ? "not " : "") + "(" + NOT_RETURNED
                                + ") order by w.changed, w.id limit :limit")
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    @Override
    public int decisions(Course course, Collection<String> badges, Decider by) {
        if (badges.isEmpty()) {
            return 0;
        }
        return database.read(handle -> {
            Asked asked = new Asked(learners(handle, course), badges, by, null);
            return asked.bind(handle.createQuery("select count(*) " + asked.awards()
                                    + " and (w.status <> 'proposed' or " + NOT_RETURNED + ")"))
                            .mapTo(int.class)
                            .one()
                    + asked.bind(handle.createQuery("select count(*) " + asked.near() + " and " + NOT_RETURNED
                                    + " and not " + APPROVED))
                            .bindList("names", names(handle, by))
                            .mapTo(int.class)
                            .one();
        });
    }

    @Override
    public List<Waits> list(Course course, Collection<String> badges, Decider by, @Nullable PersonId of, int limit) {
        if (badges.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> {
            Asked asked = new Asked(learners(handle, course), badges, by, of);
            List<Waits> all = new ArrayList<>(asked.bind(handle.createQuery("select " + WHOSE
                            + ", w.id, w.status, coalesce(w.unsupported_since, w.earned_at) as since,"
                            + " case when w.status <> 'proposed' or " + NOT_RETURNED + " then 0 else 1 end as back "
                            + asked.awards() + " order by back, since, w.id limit :limit"))
                    .bind("limit", limit)
                    .map((rows, context) -> new Waits(
                            new AwardId(Columns.uuid(rows.getBytes("id"))),
                            learner(rows),
                            rows.getString("badge"),
                            AwardStatus.of(rows.getString("status")) != AwardStatus.PROPOSED,
                            rows.getBoolean("back"),
                            Columns.instant(rows.getLong("since"))))
                    .list());
            all.addAll(asked.bind(handle.createQuery("select " + WHOSE + ", case when " + NOT_RETURNED
                            + " then 0 else 1 end as back, case when " + APPROVED + " then 1 else 0 end as mine "
                            + asked.near() + " order by back, mine, name, known, w.badge limit :limit"))
                    .bindList("names", names(handle, by))
                    .bind("limit", limit)
                    .map((rows, context) -> new Waits(
                            null, learner(rows), rows.getString("badge"), false, rows.getBoolean("back"), null))
                    .list());
            return all;
        });
    }

    private static Learner learner(ResultSet rows) throws SQLException {
        return new Learner(new PersonId(Columns.uuid(rows.getBytes("known"))), rows.getString("name"));
    }

    /** What is asked for of a course. */
    private record Asked(
            CourseLearners learners,
            Collection<String> badges,
            Decider by,
            @Nullable PersonId of) {

        // few awards stand so, but many are of a badge: coalesce keeps databases from going by the badges
        String awards() {
            return "from award w where " + STANDING + " and coalesce(w.badge, '') in (<badges>) and " + whose();
        }

        String near() {
            return "from near_badge w where w.approval = 1 and w.badge in (<badges>) and " + whose();
        }

        private String whose() {
            return KNOWN + " <> :self and " + KNOWN + " in (" + learners.select() + ")"
                    + (of == null ? "" : " and " + KNOWN + " = :of");
        }

        Query bind(Query query) {
            learners.bind(query)
                    .bindList("badges", List.copyOf(badges))
                    .bind("self", by.self() == null ? NOBODY : by.self().value());
            return of == null ? query : query.bind("of", of.value());
        }
    }

    /** Theirs, and how the same person may stand there besides. */
    private static List<String> names(Handle handle, Decider by) {
        List<String> names = new ArrayList<>(by.names());
        if (by.self() != null) {
            names.addAll(Speakers.names(
                    handle, new MergedPeople(handle).group(by.self().value())));
        }
        return names;
    }

    @Override
    public Set<UUID> questions(Course course, Decider by) {
        return database.read(handle -> {
            CourseLearners learners = learners(handle, course);
            Query query = handle.createQuery("select w.id from question w where w.waits = 1 and " + KNOWN
                    + " <> :self and " + KNOWN + " in (" + learners.select() + ")");
            return learners.bind(query)
                    .bind("self", by.self() == null ? NOBODY : by.self().value())
                    .mapTo(UUID.class)
                    .set();
        });
    }

    private CourseLearners learners(Handle handle, Course course) {
        List<UUID> of = new ArrayList<>(List.of(NOBODY));
        platforms.list().stream()
                .filter(platform -> platform.system().equals(course.system()))
                .forEach(platform -> of.add(platform.id()));
        return CourseLearners.of(handle, course, of);
    }
}
