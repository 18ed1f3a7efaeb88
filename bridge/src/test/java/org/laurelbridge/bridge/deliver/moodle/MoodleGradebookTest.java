package org.laurelbridge.bridge.deliver.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.KnownUsers;
import org.laurelbridge.bridge.deliver.LmsUsers;
import org.laurelbridge.bridge.deliver.RemoteGradebookContract;
import org.laurelbridge.bridge.deliver.Samples;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings.Place;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings.Writing;
import org.laurelbridge.bridge.deliver.wire.Wire;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.mapping.Identifier;

class MoodleGradebookTest implements RemoteGradebookContract {

    private static final Wire WIRE = new Wire(Duration.ofSeconds(5), Duration.ofSeconds(2));
    private static final long QUIZ = 16;
    private static final long ASSIGNMENT = 17;

    private final TurnedClock clock = new TurnedClock("2026-11-23T09:30:00Z");
    private final FakeMoodle moodle = new FakeMoodle(clock)
            .service(
                    "t0ken",
                    "core_user_get_users_by_field",
                    "core_course_get_course_module",
                    "core_enrol_get_enrolled_users",
                    "gradereport_user_get_grade_items",
                    "core_grades_update_grades",
                    "mod_assign_save_grade")
            .user(3, "ada", "ada@campus.example", "A-3")
            .user(4, "grace", "grace@campus.example", "A-4")
            .course(2)
            .enrol(2, 3, "student")
            .activity(2, QUIZ, "quiz", 100)
            .activity(2, ASSIGNMENT, "assign", 20);

    @AfterEach
    void tearDown() {
        moodle.close();
    }

    @Override
    public Target gradebook() {
        return made(Writing.GRADE, QUIZ, "t0ken");
    }

    private Target made(Writing writing, long activity, String token) {
        MoodleFunctions functions = new MoodleFunctions(moodle.root(), token, WIRE);
        Place place = new Place(Samples.BADGE, "", Long.toString(activity));
        LmsUsers users = LmsUsers.inTurn(List.of(
                new KnownUsers(moodle.root(), KnownUsers::isNumber), new MoodleUsers(moodle.root(), functions)));
        return new MoodleGradebook(
                new MoodleSettings(Samples.TARGET, moodle.root(), token, writing, List.of(place)), functions, users);
    }

    @Override
    public FakeMoodle moodle() {
        return moodle;
    }

    @Override
    public TurnedClock clock() {
        return clock;
    }

    @Override
    public String writing() {
        return "core_grades_update_grades";
    }

    @Override
    public String reading() {
        return "gradereport_user_get_grade_items";
    }

    @Override
    public Person ada() {
        return Samples.ada(new Identifier("account", moodle.root().toString(), "3"));
    }

    private static Attempt refused(String reason) {
        return new Attempt.Refused(reason);
    }

    @Test
    void send_toAnAssignment_scalesTheGradeAndLeavesTheRemark() {
        Attempt attempt = made(Writing.ASSIGNMENT, ASSIGNMENT, "t0ken").send(Samples.delivery(ada(), 1, "80"));

        assertThat(attempt).isEqualTo(new Attempt.Delivered());
        assertThat(moodle.gradeEvents()).singleElement().satisfies(event -> {
            assertThat(event.grade()).isEqualTo(16.0);
            assertThat(event.comment()).isEqualTo(Samples.REMARK);
        });
    }

    @Test
    void send_toALockedActivity_isRefused() {
        moodle.lock(QUIZ);

        assertThat(gradebook().send(Samples.delivery(ada())))
                .isEqualTo(refused("core_grades_update_grades answered 4: is the grade locked in the gradebook?"));
    }

    @Test
    void send_toAHiddenColumn_isRefusedAndNothingWritten() {
        moodle.hide(QUIZ);

        assertThat(gradebook().send(Samples.delivery(ada())))
                .isEqualTo(refused("activity 16 has no grade item in course 2, or the token may not see it"));
        assertThat(grades()).isEmpty();
    }

    @Test
    void send_overALockedGrade_isRefused() {
        moodle.lock(QUIZ, 3);

        assertThat(gradebook().send(Samples.delivery(ada())))
                .isEqualTo(refused("core_grades_update_grades answered 1: is the grade locked in the gradebook?"));
    }

    @Test
    void send_ofARemarkWithAnAddress_makesItALink() {
        Delivery plain = Samples.delivery(ada());
        String address = "https://laurel.example/awards/1?a=1&b=2";
        made(Writing.ASSIGNMENT, ASSIGNMENT, "t0ken").send(remarked(plain, "<A> & \"B\": " + address));

        assertThat(moodle.gradeEvents())
                .singleElement()
                .extracting(FakeMoodle.GradeEvent::comment)
                .isEqualTo("&lt;A&gt; &amp; &quot;B&quot;: <a href=\"https://laurel.example/awards/1?a=1&amp;b=2\">"
                        + "https://laurel.example/awards/1?a=1&amp;b=2</a>");
    }

    private static Delivery remarked(Delivery plain, String remark) {
        return new Delivery(
                plain.id(),
                plain.award(),
                plain.person(),
                plain.badgeTitle(),
                plain.target(),
                plain.revision(),
                plain.course(),
                plain.grade(),
                plain.maximum(),
                remark,
                plain.stamp(),
                plain.attempts());
    }

    @Test
    void send_toALockedAssignment_thatSaysNothing_isRefusedAfterReadingBack() {
        moodle.lock(ASSIGNMENT);

        assertThat(made(Writing.ASSIGNMENT, ASSIGNMENT, "t0ken").send(Samples.delivery(ada())))
                .isInstanceOfSatisfying(
                        Attempt.Refused.class,
                        refused -> assertThat(refused.reason()).contains("locked or overridden"));
    }

    @Test
    void send_withABadToken_isRefusedWithTheCodeAndWithoutTheMessage() {
        assertThat(made(Writing.GRADE, QUIZ, "wrong").send(Samples.delivery(ada())))
                .isEqualTo(refused("core_course_get_course_module: invalidtoken"));
    }

    @Test
    void send_whenTheServiceLacksAFunction_saysWhich() {
        moodle.service("thin", "core_course_get_course_module", "core_enrol_get_enrolled_users");

        assertThat(made(Writing.GRADE, QUIZ, "thin").send(Samples.delivery(ada())))
                .isEqualTo(refused("gradereport_user_get_grade_items: accessexception"));
    }

    @Test
    void send_ofABadgeWithoutAnActivity_saysWhatIsMissing() {
        MoodleFunctions functions = new MoodleFunctions(moodle.root(), "t0ken", WIRE);
        Target target = new MoodleGradebook(
                new MoodleSettings(Samples.TARGET, moodle.root(), "t0ken", Writing.GRADE, List.of()),
                functions,
                new KnownUsers(moodle.root(), KnownUsers::isNumber));

        assertThat(target.send(Samples.delivery(ada())))
                .isEqualTo(refused(
                        "target campus does not say which activity takes the grade of badge k8s-quiz in course 2"));
    }

    @Test
    void send_toAnActivityOfAnotherCourse_isRefused() {
        moodle.course(9).activity(9, 90, "quiz", 10);

        assertThat(made(Writing.GRADE, 90, "t0ken").send(Samples.delivery(ada())))
                .isEqualTo(refused("activity 90 is in course 9, the grade of badge k8s-quiz goes to course 2"));
    }

    @Test
    void send_ofAnAssignmentsGradeToAQuiz_isRefused() {
        assertThat(made(Writing.ASSIGNMENT, QUIZ, "t0ken").send(Samples.delivery(ada())))
                .isEqualTo(refused("activity 16 is not an assignment but a quiz"));
    }

    @Test
    void send_forALearnerKnownByUserName_looksThemUp() {
        moodle.allDetails("t0ken");
        Person byName = Samples.ada(new Identifier("username", moodle.root() + "/", "ada"));

        assertThat(gradebook().send(Samples.delivery(byName))).isEqualTo(new Attempt.Delivered());
    }

    @Test
    void send_forAUserNameInCapitals_looksForTheSmallOneMoodleHas() {
        moodle.allDetails("t0ken");
        Person byName = Samples.ada(new Identifier("username", moodle.root().toString(), "Ada"));

        assertThat(gradebook().send(Samples.delivery(byName))).isEqualTo(new Attempt.Delivered());
    }

    @Test
    void send_forAUserNameThatMoodleCannotHave_looksByTheOthers() {
        Person odd = Samples.ada(
                new Identifier("username", moodle.root().toString(), "ada lovelace"),
                new Identifier("email", "", "ada@campus.example"));

        assertThat(gradebook().send(Samples.delivery(odd))).isEqualTo(new Attempt.Delivered());
    }

    @Test
    void send_forAUserNameThatTheTokenMayNotSee_looksByTheOthers() {
        Person ada = Samples.ada(
                new Identifier("username", moodle.root().toString(), "ada"),
                new Identifier("email", "", "ada@campus.example"));

        assertThat(gradebook().send(Samples.delivery(ada))).isEqualTo(new Attempt.Delivered());
    }

    @Test
    void send_forALearnerWhoseAccountNameIsAUserNameInDigits_doesNotGradeSomebodyElse() {
        moodle.allDetails("t0ken").user(7, "3", "digits@campus.example", "").enrol(2, 7, "student");
        String root = moodle.root().toString();
        Person digits = Samples.ada(new Identifier("account", root, "3"), new Identifier("username", root, "3"));
        Delivery delivery = Samples.delivery(digits);

        assertThat(gradebook().send(delivery)).isEqualTo(new Attempt.Delivered());
        assertThat(moodle.gradeEvents()).extracting(FakeMoodle.GradeEvent::user).containsExactly(7L);
    }
}
