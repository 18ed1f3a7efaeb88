package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.lti.CourseServices.CourseService;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.TestPlatform;
import org.laurelbridge.bridge.lti.launch.Admission;
import org.laurelbridge.bridge.lti.launch.Launch;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

class AdmissionTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final LtiPlatform CAMPUS = TestPlatform.platform();
    private static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    private static final String TEACHER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
    private static final String ASSISTANT =
            "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant";
    private static final String ADMIN = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator";

    private static Admission admission(Database database) {
        return new Admission(
                new AccountStore(database),
                new PeopleStore(database),
                new CourseRoleStore(database),
                new CourseServiceStore(database),
                database::together,
                InstantSource.fixed(NOW));
    }

    private static Launch launch(String subject, String email, String course, String... roles) {
        return new Launch(
                "1",
                URI.create(TestPlatform.TARGET),
                new Launch.User(
                        subject, Optional.of("Ada Lovelace"), Optional.of(email), Optional.empty(), Set.of(roles)),
                Optional.of(new Launch.Context(course, Optional.of("Networks"))),
                new Launch.Message.ResourceLink("7", Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    private static Launch telling(String lineItems, String memberships) {
        Launch plain = launch("3", "ada@example.org", "2", LEARNER);
        return new Launch(
                plain.deployment(),
                plain.target(),
                plain.user(),
                plain.context(),
                plain.message(),
                Optional.of(new Launch.Grades(
                        Set.of("score"), Optional.of(lineItems).map(URI::create), Optional.empty())),
                Optional.of(memberships).map(URI::create),
                Map.of(),
                Optional.empty());
    }

    @OnEveryDatabase
    void admit_fromManyBrowsersAtOnce_makesOneAccount(Database database) {
        Set<Object> accounts = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> admission(database)
                        .admit(CAMPUS, launch("3", "ada@example.org", "2", LEARNER))
                        .id())
                .collect(Collectors.toSet());
        assertThat(accounts).hasSize(1);
        assertThat(new AccountStore(database).list()).hasSize(1);
    }

    @OnEveryDatabase
    void admit_keepsWhereTheServicesOfTheCourseAre(Database database) {
        admission(database)
                .admit(CAMPUS, telling("https://moodle.example.org/items?type_id=1", "https://cdn.example/m"));
        CourseService course =
                new CourseServiceStore(database).find(CAMPUS.id(), "2").orElseThrow();
        assertThat(course)
                .isEqualTo(new CourseService(
                        CAMPUS.id(),
                        "2",
                        "1",
                        Optional.of("Networks"),
                        Optional.of(URI.create("https://moodle.example.org/items?type_id=1")),
                        Optional.of(URI.create("https://cdn.example/m")),
                        Set.of("score"),
                        NOW));
    }

    @OnEveryDatabase
    void admit_addressesThatMayNotBeKept_areLeftOut(Database database) {
        admission(database)
                .admit(
                        CAMPUS,
                        telling("http://moodle.example.org/items", "https://moodle.example.org/" + "a".repeat(2_000)));
        CourseService course =
                new CourseServiceStore(database).find(CAMPUS.id(), "2").orElseThrow();
        assertThat(course.lineItems()).isEmpty();
        assertThat(course.memberships()).isEmpty();
    }

    private static LtiPlatform trusting(boolean trusts) {
        return new LtiPlatform(
                CAMPUS.id(),
                CAMPUS.name(),
                CAMPUS.issuer(),
                CAMPUS.clientId(),
                CAMPUS.authorization(),
                CAMPUS.token(),
                CAMPUS.audience(),
                CAMPUS.keys(),
                trusts,
                CAMPUS.deployments());
    }

    @OnEveryDatabase
    void admit_isThePersonWhoseStatementsWereThereBefore(Database database) {
        PersonId known = new PeopleStore(database)
                .add("Ada", List.of(new Identifier("id", "https://moodle.example.org", "3")), NOW);
        Account account = admission(database).admit(CAMPUS, launch("3", "ada@example.org", "2", LEARNER));
        assertThat(account.learner()).isEqualTo(known);
        assertThat(account.roles()).containsExactly(Role.LEARNER);
        assertThat(account.name()).isEqualTo("Ada Lovelace");
    }

    @OnEveryDatabase
    void admit_again_isTheSameAccount(Database database) {
        Admission admission = admission(database);
        Account first = admission.admit(CAMPUS, launch("3", "ada@example.org", "2", LEARNER));
        assertThat(admission
                        .admit(CAMPUS, launch("3", "other@example.org", "2", LEARNER))
                        .id())
                .isEqualTo(first.id());
        assertThat(admission
                        .admit(CAMPUS, launch("4", "ben@example.org", "2", LEARNER))
                        .learner())
                .isNotEqualTo(first.learner());
    }

    @OnEveryDatabase
    void admit_byManyAtOnce_isOneAccountAndOnePerson(Database database) {
        Admission admission = admission(database);
        List<Account> accounts = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> admission.admit(CAMPUS, launch("3", "ada@example.org", "2", LEARNER)))
                .toList();
        assertThat(accounts)
                .extracting(Account::id)
                .containsOnly(accounts.get(0).id());
        assertThat(accounts)
                .extracting(Account::learner)
                .containsOnly(accounts.get(0).learner());
        assertThat(new PeopleStore(database).list(null, 10)).hasSize(1);
    }

    @OnEveryDatabase
    void admit_addressOfSomebodyElse_countsOnlyWhereThePlatformIsTrusted(Database database) {
        PersonId known =
                new PeopleStore(database).add("Ada", List.of(new Identifier("email", "", "ada@example.org")), NOW);
        Admission admission = admission(database);
        Account stranger = admission.admit(trusting(false), launch("3", "Ada@example.org", "2", LEARNER));
        assertThat(stranger.learner()).isNotEqualTo(known);
        Account ada = admission.admit(trusting(true), launch("4", "Ada@example.org", "2", LEARNER));
        assertThat(ada.learner()).isEqualTo(known);
    }

    @OnEveryDatabase
    void admit_idAndAddressOfTwoPeople_isTheOneWithTheId(Database database) {
        PeopleStore people = new PeopleStore(database);
        PersonId byId = people.add("Ada", List.of(new Identifier("id", CAMPUS.root(), "3")), NOW);
        people.add("Ben", List.of(new Identifier("email", "", "ben@example.org")), NOW);
        Account account = admission(database).admit(CAMPUS, launch("3", "ben@example.org", "2", LEARNER));
        assertThat(account.learner()).isEqualTo(byId);
    }

    @OnEveryDatabase
    void admit_teacher_teachesThatCourseAndEarnsNothing(Database database) {
        Admission admission = admission(database);
        Account account = admission.admit(CAMPUS, launch("2", "grace@example.org", "2", TEACHER, ADMIN));
        assertThat(account.roles()).containsExactly(Role.INSTRUCTOR);
        assertThat(account.learner()).isNull();
        assertThat(new PeopleStore(database).list(null, 10)).isEmpty();
        admission.admit(CAMPUS, launch("2", "grace@example.org", "5", LEARNER));
        assertThat(new CourseRoleStore(database).list(account.id()))
                .extracting(role -> role.course() + " " + role.teaches())
                .containsExactly("2 true", "5 false");
        Account grown = new AccountStore(database).find(account.id()).orElseThrow();
        assertThat(grown.roles()).containsExactlyInAnyOrder(Role.INSTRUCTOR, Role.LEARNER);
        assertThat(grown.learner()).isNotNull();
    }

    @OnEveryDatabase
    void admit_noLongerTeacher_teachesThereNoMore(Database database) {
        Admission admission = admission(database);
        UUID account = admission
                .admit(CAMPUS, launch("2", "grace@example.org", "2", ASSISTANT))
                .id();
        assertThat(new CourseRoleStore(database).list(account)).allMatch(role -> role.teaches());
        admission.admit(CAMPUS, launch("2", "grace@example.org", "2", LEARNER));
        assertThat(new CourseRoleStore(database).list(account)).hasSize(1).noneMatch(role -> role.teaches());
    }

    @OnEveryDatabase
    void admit_administratorOfThePlatform_isNoneHere(Database database) {
        assertThat(admission(database)
                        .admit(CAMPUS, launch("1", "root@example.org", "2", ADMIN))
                        .roles())
                .isEmpty();
    }
}
