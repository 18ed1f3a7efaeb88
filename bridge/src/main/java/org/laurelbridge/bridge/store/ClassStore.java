package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.record.PersonId;

/** Who teaches whom, out of rosters (course_member) and of launches (lti_course_role). */
public final class ClassStore implements Classes {
    private static final UUID NO_PLATFORM = new UUID(0, 0);
    private static final Comparator<Taught> BY_TITLE = Comparator.comparing((Taught taught) ->
                    taught.title().orElse(taught.course().id()).toLowerCase(Locale.ROOT))
            .thenComparing(taught -> taught.course().system())
            .thenComparing(taught -> taught.course().id());

    private final Database database;
    private final LtiPlatforms platforms;

    public ClassStore(Database database, LtiPlatforms platforms) {
        this.database = database;
        this.platforms = platforms;
    }

    @Override
    public List<Taught> taught(UUID account, @Nullable PersonId self) {
        Map<UUID, String> roots =
                platforms.list().stream().collect(Collectors.toMap(LtiPlatform::id, LtiPlatform::system));
        return database.read(handle -> {
            Map<Course, Taught> all = new LinkedHashMap<>();
            handle
                    .createQuery("""
                            select platform, course, title from lti_course_role
                            where account = :account and teaches = 1""")
                    .bind("account", account)
                    .map((rows, context) -> new Taught(
                            new Course(
                                    roots.getOrDefault(Columns.uuid(rows.getBytes("platform")), ""),
                                    rows.getString("course")),
                            Optional.ofNullable(rows.getString("title")),
                            Optional.empty()))
                    .stream()
                    .filter(taught -> !taught.course().system().isEmpty())
                    .forEach(taught -> all.put(taught.course(), taught));
            if (self != null) {
                rostered(handle, self).forEach(taught -> all.putIfAbsent(taught.course(), taught));
            }
            return all.values().stream()
                    .map(taught -> told(handle, taught))
                    .sorted(BY_TITLE)
                    .toList();
        });
    }

    private static List<Taught> rostered(Handle handle, PersonId self) {
        return handle.createQuery("select system, course from course_member where teaches = 1 and person in (<people>)")
                .bindList("people", new MergedPeople(handle).group(self.value()))
                .map((rows, context) -> new Taught(
                        new Course(rows.getString("system"), rows.getString("course")),
                        Optional.empty(),
                        Optional.empty()))
                .list();
    }

    /** With what the roster calls it. */
    private static Taught told(Handle handle, Taught taught) {
        return handle.createQuery(
                        "select title, subject from course_roster where system = :system and course = :course")
                .bind("system", taught.course().system())
                .bind("course", taught.course().id())
                .map((rows, context) -> new Taught(
                        taught.course(),
                        Optional.ofNullable(rows.getString("title")).or(taught::title),
                        Optional.of(rows.getString("subject"))))
                .findOne()
                .orElse(taught);
    }

    @Override
    public List<Learner> learners(Course course) {
        List<UUID> of = platforms(course.system());
        return database.read(handle -> {
            List<Learner> found =
                    CourseLearners.isRostered(handle, course) ? members(handle, course) : launched(handle, course, of);
            return found.stream()
                    .collect(Collectors.toMap(Learner::person, learner -> learner, (one, same) -> one))
                    .values()
                    .stream()
                    .sorted(Comparator.comparing((Learner learner) -> learner.name() == null)
                            .thenComparing(learner -> String.valueOf(learner.name()), String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(learner -> learner.person().toString()))
                    .toList();
        });
    }

    private static List<Learner> members(Handle handle, Course course) {
        return handle.createQuery("""
                        select p.id, p.name from course_member c left join merged_person m on m.merged = c.person
                        join person p on p.id = coalesce(m.root, c.person)
                        where c.system = :system and c.course = :course and c.learns = 1""")
                .bind("system", course.system())
                .bind("course", course.id())
                .map((rows, context) ->
                        new Learner(new PersonId(Columns.uuid(rows.getBytes("id"))), rows.getString("name")))
                .list();
    }

    private static List<Learner> launched(Handle handle, Course course, List<UUID> platforms) {
        return handle.createQuery("""
                        select p.id, p.name from lti_course_role r join account a on a.id = r.account
                        left join merged_person m on m.merged = a.learner
                        join person p on p.id = coalesce(m.root, a.learner)
                        where r.platform in (<platforms>) and r.course = :course and r.teaches = 0""")
                .bindList("platforms", platforms)
                .bind("course", course.id())
                .map((rows, context) ->
                        new Learner(new PersonId(Columns.uuid(rows.getBytes("id"))), rows.getString("name")))
                .list();
    }

    @Override
    public boolean learnsIn(PersonId person, Course course) {
        List<UUID> of = platforms(course.system());
        return database.read(handle -> {
            List<UUID> people = new MergedPeople(handle).group(person.value());
            return CourseLearners.of(handle, course, of).has(handle, people);
        });
    }

    @Override
    public boolean isTaught(PersonId person) {
        return database.read(handle -> isTaughtByRoster(handle, new MergedPeople(handle).group(person.value()))
                || new LearnerCourses(handle).of(person.value()).stream().anyMatch(course -> isTaught(handle, course)));
    }

    private static boolean isTaughtByRoster(Handle handle, List<UUID> group) {
        return handle.createQuery("""
                        select 1 from course_member l
                        join course_member t on t.system = l.system and t.course = l.course and t.teaches = 1
                        where l.person in (<people>) and l.learns = 1 limit 1""")
                .bindList("people", group)
                .mapTo(int.class)
                .findFirst()
                .isPresent();
    }

    private static boolean isTaught(Handle handle, LearnerCourses.Course course) {
        return handle.createQuery(
                        "select 1 from lti_course_role where platform = :platform and course = :course and teaches = 1 limit 1")
                .bind("platform", course.platform())
                .bind("course", course.id())
                .mapTo(int.class)
                .findFirst()
                .isPresent();
    }

    @Override
    public Set<String> placed(Course course) {
        List<UUID> of = platforms(course.system());
        return database.read(handle -> handle.createQuery(
                        "select distinct badge from lti_placement where platform in (<platforms>) and course = :course")
                .bindList("platforms", of)
                .bind("course", course.id())
                .mapTo(String.class)
                .set());
    }

    @Override
    public Set<String> names(String system) {
        return at(system).stream().map(LtiPlatform::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Never empty: no database takes an empty list. */
    private List<UUID> platforms(String system) {
        List<UUID> ids = new ArrayList<>(List.of(NO_PLATFORM));
        at(system).forEach(platform -> ids.add(platform.id()));
        return ids;
    }

    private Collection<LtiPlatform> at(String system) {
        return platforms.list().stream()
                .filter(platform -> platform.system().equals(system))
                .toList();
    }
}
