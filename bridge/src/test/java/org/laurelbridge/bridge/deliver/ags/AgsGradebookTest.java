package org.laurelbridge.bridge.deliver.ags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.KnownUsers;
import org.laurelbridge.bridge.deliver.LineItems;
import org.laurelbridge.bridge.deliver.LmsUsers;
import org.laurelbridge.bridge.deliver.RemoteGradebookContract;
import org.laurelbridge.bridge.deliver.Samples;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.wire.Wire;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.fake.FakeMoodle.Fault;
import org.laurelbridge.bridge.fake.FakeMoodle.GradeEvent;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.store.LineItemStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;

class AgsGradebookTest implements RemoteGradebookContract {

    private static final Attempt LOCKED =
            new Attempt.Refused("Moodle does not save the score (500): is the grade or its column locked?");
    private static final ToolKey KEY = new ToolKey((name, made) -> made.get());
    private static final Wire WIRE = new Wire(Duration.ofSeconds(5), Duration.ofSeconds(2));

    private final TurnedClock clock = new TurnedClock("2026-11-23T09:30:00Z");
    private final TestDatabase database = TestDatabase.sqlite();
    private final LineItems lineItems = new LineItemStore(database.database());
    private final FakeMoodle moodle = new FakeMoodle(clock)
            .tool("laurel-client", 1, KEY::jwks)
            .user(3, "ada", "ada@campus.example", "A-3")
            .user(4, "grace", "grace@campus.example", "A-4")
            .user(5, "teacher", "teacher@campus.example", "")
            .course(2)
            .enrol(2, 3, "student")
            .enrol(2, 5, "teacher");
    private final Target gradebook = gradebook();

    @AfterEach
    void tearDown() {
        moodle.close();
        database.close();
    }

    @Override
    public Target gradebook() {
        return gradebook == null
                ? made(AgsSettings.moodle(Samples.TARGET, moodle.root(), "laurel-client", "1"))
                : gradebook;
    }

    private Target made(AgsSettings settings) {
        Platform platform = new Platform(settings, KEY, WIRE, clock);
        LmsUsers known = new KnownUsers(moodle.root(), KnownUsers::isNumber);
        return new AgsGradebook(platform, LmsUsers.inTurn(List.of(known, new RosterUsers(platform))), lineItems);
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
        return "/scores";
    }

    @Override
    public String reading() {
        return "/results";
    }

    @Override
    public Person ada() {
        return Samples.ada(new Identifier("account", moodle.root().toString(), "3"));
    }

    private Delivery delivery() {
        return Samples.delivery(ada());
    }

    @Test
    void send_first_makesTheColumnWithTheBadgesName() {
        gradebook.send(delivery());

        assertThat(moodle.columns(2)).singleElement().satisfies(item -> {
            assertThat(item.label).isEqualTo("Kubernetes fundamentals");
            assertThat(item.resourceId).isEqualTo("k8s-quiz");
            assertThat(item.maximum).isEqualTo(100);
        });
    }

    @Test
    void send_carriesTheRemark() {
        gradebook.send(delivery());

        assertThat(moodle.gradeEvents())
                .singleElement()
                .extracting(GradeEvent::comment)
                .isEqualTo(Samples.REMARK);
    }

    @Test
    void send_withATitleTooLongForMoodle_cutsTheLabel() {
        Delivery plain = delivery();
        Delivery longTitle = new Delivery(
                1,
                plain.award(),
                ada(),
                "🏅".repeat(300),
                Samples.TARGET,
                1,
                "2",
                plain.grade(),
                plain.maximum(),
                "",
                plain.stamp(),
                0);

        assertThat(gradebook.send(longTitle)).isEqualTo(new Attempt.Delivered());
        assertThat(moodle.columns(2).get(0).label).isEqualTo("🏅".repeat(255));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void courier_whateverHappensToTheMakingOfTheColumn_makesOneColumn(Fault fault) {
        moodle.trouble("/lineitems", Fault.NONE).trouble("/lineitems", fault);
        for (int i = 0; i < 3 && moodle.gradeEvents().isEmpty(); i++) {
            gradebook.send(delivery());
            clock.turn(Duration.ofMinutes(3));
        }

        assertThat(moodle.columns(2)).hasSize(1);
        assertThat(grades()).containsExactly(100.0);
    }

    @Test
    void send_fromEightThreadsAtOnce_makesOneColumn() {
        List<Attempt> attempts = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> made(AgsSettings.moodle(Samples.TARGET, moodle.root(), "laurel-client", "1")))
                .map(target -> target.send(delivery()))
                .toList();

        assertThat(attempts).contains(new Attempt.Delivered());
        assertThat(moodle.columns(2)).hasSize(1);
        assertThat(grades()).containsExactly(100.0);
    }

    @Test
    void send_whenTheColumnIsThereAlready_usesIt() {
        gradebook.send(delivery());
        try (TestDatabase other = TestDatabase.sqlite()) {
            Platform platform = new Platform(
                    AgsSettings.moodle(Samples.TARGET, moodle.root(), "laurel-client", "1"), KEY, WIRE, clock);
            Target restored = new AgsGradebook(
                    platform, new KnownUsers(moodle.root(), KnownUsers::isNumber), new LineItemStore(other.database()));

            assertThat(restored.send(Samples.delivery(ada(), 2, "50"))).isEqualTo(new Attempt.Delivered());
        }
        assertThat(moodle.columns(2)).hasSize(1);
    }

    @Test
    void send_whenTheColumnWasDeleted_makesItAnew() {
        gradebook.send(delivery());
        moodle.delete(moodle.columns(2).get(0).id);

        assertThat(gradebook.send(Samples.delivery(ada(), 2, "90"))).isEqualTo(new Attempt.Delivered());
        assertThat(moodle.columns(2)).hasSize(1);
        assertThat(grades()).containsExactly(100.0, 90.0);
    }

    @Test
    void send_overAGradeChangedByHandLater_replacesItOnce() {
        gradebook.send(delivery());
        moodle.override(moodle.columns(2).get(0).id, 3, 12, clock.instant());

        assertThat(gradebook.send(Samples.delivery(ada(), 2, "90"))).isEqualTo(new Attempt.Delivered());
        assertThat(grades()).containsExactly(100.0, 90.0);
    }

    @Test
    void send_ofWhatStandsAlready_isDeliveredThoughMoodleRefusesIt() {
        gradebook.send(delivery());

        assertThat(gradebook.send(delivery())).isEqualTo(new Attempt.Delivered());
        assertThat(grades()).containsExactly(100.0);
    }

    @Test
    void send_toALockedColumn_isRefusedWithThatReason() {
        gradebook.send(delivery());
        moodle.lock(moodle.columns(2).get(0).id);

        assertThat(gradebook.send(Samples.delivery(ada(), 2, "0"))).isEqualTo(LOCKED);
        assertThat(grades()).containsExactly(100.0);
    }

    @Test
    void send_overALockedGrade_isRefusedWithThatReason() {
        gradebook.send(delivery());
        moodle.lock(moodle.columns(2).get(0).id, 3);

        assertThat(gradebook.send(Samples.delivery(ada(), 2, "0"))).isEqualTo(LOCKED);
    }

    @Test
    void send_whenMoodleItselfFails_isUnknown() {
        gradebook.send(delivery());
        moodle.trouble("/scores", Fault.ERROR);

        assertThat(gradebook.send(Samples.delivery(ada(), 2, "0")))
                .isEqualTo(new Attempt.Unknown("score: answered 500"));
    }

    @Test
    void send_whileAnotherCourierMakesTheColumn_waitsForIt() {
        lineItems.claim(new LineItems.Key(Samples.TARGET, "2", Samples.BADGE), clock.instant(), Duration.ofMinutes(2));

        assertThat(gradebook.send(delivery())).isInstanceOf(Attempt.Waiting.class);
    }

    @Test
    void send_whenTheTokenExpired_fetchesAnother() {
        gradebook.send(delivery());
        moodle.expireTokens();

        assertThat(gradebook.send(Samples.delivery(ada(), 2, "90"))).isEqualTo(new Attempt.Delivered());
    }

    @Test
    void send_severalTimesInAnHour_fetchesOneToken() {
        gradebook.send(delivery());
        int before = moodle.requests();

        gradebook.send(Samples.delivery(ada(), 2, "90"));

        assertThat(moodle.requests() - before).isEqualTo(1);
    }

    @Test
    void send_anHourLater_fetchesATokenBeforeItExpires() {
        gradebook.send(delivery());
        clock.turn(Duration.ofMinutes(59));
        int before = moodle.requests();

        gradebook.send(Samples.delivery(ada(), 2, "90"));

        assertThat(moodle.requests() - before).isEqualTo(2);
    }

    @Test
    void send_withAClientNobodyKnows_isRefusedWithTheCode() {
        Target stranger = made(AgsSettings.moodle(Samples.TARGET, moodle.root(), "somebody", "1"));

        assertThat(stranger.send(delivery()))
                .isEqualTo(new Attempt.Refused("access token: answered 400, invalid_client"));
    }

    @Test
    void send_whenMoodleCannotFetchOurKeys_isForLater() {
        moodle.tool("unreachable", 2, () -> null);
        Target target = made(AgsSettings.moodle(Samples.TARGET, moodle.root(), "unreachable", "2"));

        assertThat(target.send(delivery()))
                .isInstanceOfSatisfying(
                        Attempt.Later.class, later -> assertThat(later.reason()).contains("/lti/jwks"));
    }

    @Test
    void send_toACourseThatIsNotThere_isRefused() {
        Delivery plain = delivery();
        Delivery elsewhere = new Delivery(
                1,
                plain.award(),
                ada(),
                "t",
                Samples.TARGET,
                1,
                "77",
                plain.grade(),
                plain.maximum(),
                "",
                plain.stamp(),
                0);

        assertThat(gradebook.send(elsewhere)).isEqualTo(new Attempt.Refused("line items of course 77: answered 404"));
    }

    @Test
    void send_withoutACourse_isRefusedWithThatReason() {
        Delivery plain = delivery();
        Delivery nowhere = new Delivery(
                1,
                plain.award(),
                ada(),
                "t",
                Samples.TARGET,
                1,
                "",
                plain.grade(),
                plain.maximum(),
                "",
                plain.stamp(),
                0);

        assertThat(gradebook.send(nowhere))
                .isInstanceOfSatisfying(
                        Attempt.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("no course is known"));
        assertThat(moodle.requests()).isZero();
    }

    @Test
    void send_toATeacher_isRefused() {
        Person teacher = Samples.ada(new Identifier("id", moodle.root().toString(), "5"));

        assertThat(gradebook.send(Samples.delivery(teacher))).isInstanceOf(Attempt.Refused.class);
    }

    @Test
    void send_whileMoodleIsBusy_waitsAsLongAsItAsks() {
        gradebook.send(delivery());
        moodle.trouble("/scores", Fault.BUSY);

        assertThat(gradebook.send(Samples.delivery(ada(), 2, "90")))
                .isEqualTo(new Attempt.Later("score: answered 503", Duration.ofMinutes(5)));
    }

    @Test
    void send_forALearnerKnownByEmailAlone_findsThemInTheRoster() {
        Person byEmail = Samples.ada(new Identifier("email", "", "ada@campus.example"));

        assertThat(gradebook.send(Samples.delivery(byEmail))).isEqualTo(new Attempt.Delivered());
        assertThat(moodle.gradeEvents()).extracting(GradeEvent::user).containsExactly(3L);
    }

    @Test
    void send_forAnEmailThatTwoHave_isRefused() {
        moodle.user(6, "ada2", "ada@campus.example", "").enrol(2, 6, "student");
        Person byEmail = Samples.ada(new Identifier("email", "", "ada@campus.example"));

        assertThat(gradebook.send(Samples.delivery(byEmail)))
                .isInstanceOfSatisfying(
                        Attempt.Refused.class,
                        refused ->
                                assertThat(refused.reason()).contains("2 users").doesNotContain("ada@"));
    }

    @Test
    void send_whenThePlatformMovedToAnotherAddress_looksForTheColumnThere() {
        lineItems.save(new LineItems.Key(Samples.TARGET, "2", Samples.BADGE), "http://127.0.0.2:9/lineitem?type_id=1");

        assertThat(gradebook.send(delivery())).isInstanceOf(Attempt.Delivered.class);
        assertThat(moodle.columns(2)).hasSize(1);
    }
}
