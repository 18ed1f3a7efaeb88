package org.laurelbridge.bridge.store;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.lti.LtiPlatform;

/** The courses of platforms that people learn in, within a transaction or a read of another store: by launches, and by rosters. */
final class LearnerCourses {
    private final Handle handle;

    /** @param id the platform's id of the context */
    record Course(UUID platform, String id) {}

    LearnerCourses(Handle handle) {
        this.handle = handle;
    }

    /** Of a person, and of who is one with them. */
    Set<Course> of(UUID person) {
        List<UUID> people = new MergedPeople(handle).group(person);
        Set<Course> courses = new LinkedHashSet<>(handle.createQuery("""
                        select distinct r.platform, r.course from account a join lti_course_role r on r.account = a.id
                        where a.learner in (<people>) and r.teaches = 0""")
                .bindList("people", people)
                .map((rows, context) -> new Course(Columns.uuid(rows.getBytes("platform")), rows.getString("course")))
                .list());
        Map<String, List<UUID>> platforms = platforms();
        handle.createQuery("select system, course from course_member where person in (<people>) and learns = 1")
                .bindList("people", people)
                .map((rows, context) -> Map.entry(rows.getString("system"), rows.getString("course")))
                .forEach(member -> platforms
                        .getOrDefault(member.getKey(), List.of())
                        .forEach(platform -> courses.add(new Course(platform, member.getValue()))));
        return courses;
    }

    /** Everyone who learns in a course, each as who they were when it was told. */
    Set<UUID> learners(Course course) {
        Set<UUID> learners = new LinkedHashSet<>(handle.createQuery("""
                        select distinct a.learner from lti_course_role r join account a on a.id = r.account
                        where r.platform = :platform and r.course = :course and r.teaches = 0 and a.learner is not null""")
                .bind("platform", course.platform())
                .bind("course", course.id())
                .mapTo(UUID.class)
                .list());
        platforms().entrySet().stream()
                .filter(entry -> entry.getValue().contains(course.platform()))
                .forEach(entry -> learners.addAll(handle.createQuery(
                                "select person from course_member where system = :system and course = :course and learns = 1")
                        .bind("system", entry.getKey())
                        .bind("course", course.id())
                        .mapTo(UUID.class)
                        .list()));
        return learners;
    }

    /** The badges that stand in a course of a system, at whichever of its platforms. */
    Set<String> badges(String system, String course) {
        List<UUID> platforms = platforms().getOrDefault(system, List.of());
        return platforms.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(handle.createQuery("select distinct badge from lti_placement"
                                + " where platform in (<platforms>) and course = :course")
                        .bindList("platforms", platforms)
                        .bind("course", course)
                        .mapTo(String.class)
                        .list());
    }

    /** Platforms by their systems, as rosters name them: several may share one. */
    private Map<String, List<UUID>> platforms() {
        return handle
                .createQuery("select id, issuer, client_id, token_url from lti_platform")
                .map((rows, context) -> Map.entry(
                        LtiPlatform.system(
                                rows.getString("issuer"),
                                rows.getString("client_id"),
                                URI.create(rows.getString("token_url"))),
                        Columns.uuid(rows.getBytes("id"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(ArrayList::new))));
    }
}
