package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.lti.CourseServices.CourseService;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.TestPlatform;

class CourseServiceStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final LtiPlatform CAMPUS = TestPlatform.platform();
    private static final Optional<URI> ITEMS = Optional.of(URI.create("https://moodle.example.org/items?type_id=1"));
    private static final Optional<URI> MEMBERS = Optional.of(URI.create("https://moodle.example.org/members"));

    private static CourseService course(
            String id, Optional<URI> lineItems, Optional<URI> memberships, Set<String> scopes, Instant seen) {
        return new CourseService(CAMPUS.id(), id, "1", Optional.of("Networks"), lineItems, memberships, scopes, seen);
    }

    @OnEveryDatabase
    void see_isThereAsItWas(Database database) {
        CourseServiceStore courses = new CourseServiceStore(database);
        CourseService two = course("2", ITEMS, MEMBERS, Set.of("a", "b"), NOW);
        CourseService seven = course("7", Optional.empty(), Optional.empty(), Set.of(), NOW);
        courses.see(seven);
        courses.see(two);
        assertThat(courses.find(CAMPUS.id(), "2")).contains(two);
        assertThat(courses.find(CAMPUS.id(), "3")).isEmpty();
        assertThat(courses.find(new UUID(0, 1), "2")).isEmpty();
        assertThat(courses.list(CAMPUS.id())).containsExactly(two, seven);
        assertThat(courses.listWithMembers()).containsExactly(two);
    }

    @OnEveryDatabase
    void see_again_keepsWhatIsNotToldAnew(Database database) {
        CourseServiceStore courses = new CourseServiceStore(database);
        courses.see(course("2", ITEMS, MEMBERS, Set.of("a"), NOW));
        courses.see(new CourseService(
                CAMPUS.id(),
                "2",
                "4",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                NOW.plusSeconds(1)));
        assertThat(courses.find(CAMPUS.id(), "2"))
                .contains(new CourseService(
                        CAMPUS.id(),
                        "2",
                        "4",
                        Optional.of("Networks"),
                        ITEMS,
                        MEMBERS,
                        Set.of("a"),
                        NOW.plusSeconds(1)));
        courses.see(course("2", MEMBERS, ITEMS, Set.of("b"), NOW));
        assertThat(courses.find(CAMPUS.id(), "2")).contains(course("2", MEMBERS, ITEMS, Set.of("b"), NOW));
    }

    @OnEveryDatabase
    void see_idThatIsTooLong_isNotKept(Database database) {
        CourseServiceStore courses = new CourseServiceStore(database);
        courses.see(course("c".repeat(256), ITEMS, MEMBERS, Set.of(), NOW));
        assertThat(courses.list(CAMPUS.id())).isEmpty();
    }

    @OnEveryDatabase
    void remove_ofThePlatform_takesItsCoursesAlong(Database database) {
        CourseServiceStore courses = new CourseServiceStore(database);
        LtiPlatformStore platforms = new LtiPlatformStore(database);
        platforms.add(CAMPUS, NOW);
        courses.see(course("2", ITEMS, MEMBERS, Set.of(), NOW));
        platforms.remove(CAMPUS.id());
        assertThat(courses.list(CAMPUS.id())).isEmpty();
    }

    @OnEveryDatabase
    void see_lineItemsForTheFirstTime_sendsWhatWasStuckForThem(Database database) {
        CourseServiceStore courses = new CourseServiceStore(database);
        new LtiPlatformStore(database).add(CAMPUS, NOW);
        stuck(database, "campus", "2");
        stuck(database, "campus", "3");
        stuck(database, "other", "2");
        courses.see(course("2", Optional.empty(), MEMBERS, Set.of(), NOW));
        assertThat(states(database)).containsExactly("stuck", "stuck", "stuck");
        courses.see(course("2", ITEMS, MEMBERS, Set.of(), NOW));
        assertThat(states(database)).containsExactly("unknown", "stuck", "stuck");
    }

    private static void stuck(Database database, String target, String course) {
        database.change(handle -> handle.execute(
                """
                insert into delivery (award, target, revision, course, grade, maximum, remark, stamp, state, attempts,
                  next_at, lane) values (?, ?, 1, ?, '100', '100', '', 0, 'stuck', 1, 0, 0)""", UUID.nameUUIDFromBytes((target + course).getBytes(StandardCharsets.UTF_8)), target, course));
    }

    private static List<String> states(Database database) {
        return database.read(handle -> handle.createQuery("select state from delivery order by id")
                .mapTo(String.class)
                .list());
    }
}
