package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.Awarder;
import org.laurelbridge.bridge.award.GradeOrders;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.lti.CourseRoles.CourseRole;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.Courses.Course;
import org.laurelbridge.bridge.record.Courses.Listed;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.CourseRoleStore;
import org.laurelbridge.bridge.store.CourseStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.webapp.Site;

/** Laurel with an LMS, two courses there, and one who learns in both; and the pages where rules are built. */
final class TwoCourses implements AutoCloseable {
    static final URI LMS = URI.create("https://lms.example");
    static final String SYSTEM = LMS + "#1";

    final Bridge bridge;
    final Site site;
    final PersonId bob;
    private final UUID platform = UUID.randomUUID();
    private final CourseRoleStore roles;
    private final CourseStore courses;

    TwoCourses(TestDatabase opened) {
        this(opened, Map.of());
    }

    /** @param more of the configuration, as the environment has it */
    TwoCourses(TestDatabase opened, Map<String, String> more) {
        opened.database();
        Map<String, String> environment = opened.environment("target/two-courses");
        environment.putAll(more);
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(null, environment).config()), Site.CLOCK);
        site = new Site(
                TestDatabase.sqlite(),
                (sessions, pages) -> Stream.of(
                                new TeachRoutes(bridge, sessions, pages).list(),
                                new AdminBadgeRoutes(bridge, sessions, pages).list(),
                                new SetUpRoutes(bridge, sessions, pages).list())
                        .flatMap(List::stream)
                        .toList(),
                Site.CLOCK,
                false);
        bridge.lti()
                .platforms()
                .add(
                        new LtiPlatform(platform, "campus", LMS + "/", "1", LMS, LMS, LMS + "", LMS, true, Set.of("1")),
                        Site.NOW);
        bob = bridge.stores().people().add("Bob", List.of(new Identifier("email", "", "bob@x.example")), Site.NOW);
        roles = new CourseRoleStore(opened.database());
        courses = new CourseStore(opened.database());
        for (String id : List.of("1", "2")) {
            Course course = new Course(SYSTEM, id);
            courses.list("campus " + id, List.of(new Listed(course, "course-" + id, null)), Site.NOW, Site.NOW);
            courses.replace(course, List.of(new Member(bob, false, true)), Site.NOW, Site.NOW);
        }
    }

    /** Somebody who may sign in. */
    void account(Account account) {
        bridge.stores()
                .accounts()
                .add(account, new Login("test", "", account.id().toString()), Site.NOW);
    }

    /** The platform said so when they came in. */
    void teaches(Account account, String course) {
        roles.see(new CourseRole(account.id(), platform, course, Optional.of("Course"), true), Site.NOW);
    }

    /** The platform said so when they came in. */
    void learns(Account account, String course) {
        roles.see(new CourseRole(account.id(), platform, course, Optional.of("Course"), false), Site.NOW);
    }

    /** Nobody learns there any more. */
    void isAlone(String course) {
        courses.replace(new Course(SYSTEM, course), List.of(), Site.NOW, Site.NOW);
    }

    /** Puts badges in force beside those that are. */
    void inForce(String... more) {
        List<RuleText> texts = Stream.concat(
                        bridge.rules().export().stream(),
                        Stream.of(more).map(text -> new RuleText("new-" + text.hashCode() + ".yaml", text)))
                .toList();
        assertThat(bridge.rules().apply(texts)).isInstanceOf(RuleBook.Outcome.Changed.class);
    }

    /** More people who learn in the first course besides the one who learns in both. */
    List<PersonId> join(String... names) {
        List<PersonId> joined = Stream.of(names)
                .map(name -> bridge.stores()
                        .people()
                        .add(name, List.of(new Identifier("email", "", name + "@x.example")), Site.NOW))
                .toList();
        List<Member> members = Stream.concat(Stream.of(bob), joined.stream())
                .map(person -> new Member(person, false, true))
                .toList();
        courses.replace(new Course(SYSTEM, "1"), members, Site.NOW, Site.NOW);
        return joined;
    }

    /** Puts who learns in a cohort. */
    void isIn(String cohort) {
        isIn(bob, cohort, Site.NOW);
        award();
    }

    /** Puts somebody in a cohort, and decides nothing by it. */
    void isIn(PersonId person, String cohort, Instant since) {
        bridge.attesting().say(person, new Attesting.Saying(Topic.MEMBER, cohort, "", "", "lms", since, null));
    }

    void award() {
        Awarder awarder = new Awarder(
                bridge.awards(), bridge.rules(), new AwardIds(new byte[32]), new GradeOrders(id -> LMS), Site.CLOCK);
        while (awarder.awardDue() > 0) {
            continue;
        }
    }

    @Override
    public void close() {
        site.close();
        bridge.close();
    }
}
