package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.lti.WaitingWork;

/** Counts what waits by the indexes of awards that stand so, of who is near by an approval, and of questions that wait. */
public final class WaitingStore implements WaitingWork {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String STANDING = "w.status in ('proposed', 'review', 'suspended')";

    /** Of somebody {@code w} who may be known as another. */
    private static final String KNOWN = "coalesce((select root from merged_person where merged = w.person), w.person)";

    private static final String NOT_RETURNED = """
            not exists (select 1 from returned_work r where r.person in (w.person, %s) and r.badge = w.badge
              and not exists (select 1 from attestation t where t.person in (r.person, w.person)
                and t.topic = 'evidence' and t.subject = r.badge and t.from_at > r.at))""".formatted(KNOWN);

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
        return database.read(handle -> handle.createQuery("select w.id from award w where w.status = 'proposed' and "
                        + (isReturned ? "not " : "") + "(" + NOT_RETURNED + ") order by w.changed, w.id limit :limit")
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
            CourseLearners learners = learners(handle, course);
            return count(handle, learners, badges, by) + approvals(handle, learners, badges, by);
        });
    }

    // few awards stand so, but many are of a badge: coalesce keeps databases from going by the badges
    private static int count(Handle handle, CourseLearners learners, Collection<String> badges, Decider by) {
        Query query = handle.createQuery("select count(*) from award w where " + STANDING
                + " and coalesce(w.badge, '') in (<badges>) and " + KNOWN + " <> :self and " + KNOWN + " in ("
                + learners.select() + ") and (w.status <> 'proposed' or " + NOT_RETURNED + ")");
        return count(query, learners, badges, by);
    }

    private static int approvals(Handle handle, CourseLearners learners, Collection<String> badges, Decider by) {
        Query query = handle.createQuery(
                        "select count(*) from near_badge w where w.approval = 1 and w.badge in (<badges>) and " + KNOWN
                                + " <> :self and " + KNOWN + " in (" + learners.select() + ") and " + NOT_RETURNED
                                + """
                         and not exists (select 1 from attestation s where s.person in (w.person, %s)
                           and s.topic = 'approved' and s.subject = w.badge and s.said_by in (<names>))""".formatted(KNOWN))
                .bindList("names", names(handle, by));
        return count(query, learners, badges, by);
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

    private static int count(Query query, CourseLearners learners, Collection<String> badges, Decider by) {
        return learners.bind(query)
                .bindList("badges", List.copyOf(badges))
                .bind("self", by.self() == null ? NOBODY : by.self().value())
                .mapTo(int.class)
                .one();
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
