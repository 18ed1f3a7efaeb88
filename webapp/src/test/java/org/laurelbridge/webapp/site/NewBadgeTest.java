package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.plan.NotRight;
import org.laurelbridge.bridge.award.plan.Overtaken;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Workshop;
import org.laurelbridge.bridge.lti.Workshop.Planned;
import org.laurelbridge.bridge.map.RuleDocuments.Built;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.build.Posted;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.document.Problems;
import org.laurelbridge.webapp.teach.CourseAddress;

/** Whose a new badge is, whoever saves one of the same id at the same time. */
class NewBadgeTest {
    private static final Course FIRST = new Course(TwoCourses.SYSTEM, "1");
    private static final Course SECOND = new Course(TwoCourses.SYSTEM, "2");
    private static final String FRESH =
            "brl: 1\nkind: badge\nid: fresh\nversion: 1\ntitle: %s\nwhen: {member: {cohort: one}}\n";

    private final Account grace = Account.made("Grace", null, Set.of(Role.INSTRUCTOR), null);
    private final Account alan = Account.made("Alan", null, Set.of(Role.INSTRUCTOR), null);
    private @Nullable TwoCourses opened;

    @BeforeEach
    void open(TestDatabase database) {
        opened = new TwoCourses(database);
        opened.teaches(grace, "1");
        opened.teaches(alan, "2");
    }

    @AfterEach
    void close() {
        laurel().close();
    }

    private TwoCourses laurel() {
        return Objects.requireNonNull(opened);
    }

    private Workshop workshop() {
        return laurel().bridge.teaching().workshop();
    }

    private HttpResponse<String> save(Account account, Course course) {
        laurel().site.signIn(account);
        Map<String, String> form = new HashMap<>(Posted.write(
                Sheet.read("x", FRESH.formatted("Fresh"), new Problems()).orElseThrow()));
        form.putAll(Map.of("do", "save", "csrf", laurel().site.csrf("/teach")));
        return laurel().site.post(CourseAddress.rules(course), form);
    }

    private static List<RuleText> texts(String title) {
        return List.of(new RuleText("badge-fresh.yaml", FRESH.formatted(title)));
    }

    private Planner planner(Course course, long turn) {
        return laurel().bridge.planner().against(turn).of(new Built("fresh", course.system(), course.id()));
    }

    private Plan waits() {
        Plan plan = laurel().bridge.planner().suggest(texts("Theirs"), (what, at, whole) -> {});
        workshop().plan(new Planned(plan.id(), "fresh", FIRST));
        return plan;
    }

    @OnEveryDatabase
    void ofTwoThatAreSavedAtOnce_oneIsInForce_andOfTheCourseOfWhoMadeIt() {
        long turn = laurel().bridge.rules().current().turn();
        planner(SECOND, turn).apply(texts("Second"), false, (what, at, whole) -> {});
        assertThatThrownBy(() -> planner(FIRST, turn).apply(texts("First"), false, (what, at, whole) -> {}))
                .isInstanceOfAny(NotRight.class, Overtaken.class);

        assertThat(workshop().course("fresh")).contains(SECOND);
        assertThat(workshop().badges(FIRST)).isEmpty();
    }

    @OnEveryDatabase
    void whatWasRefused_leavesItsIdFree() {
        long turn = laurel().bridge.rules().current().turn();
        List<RuleText> wrong = new ArrayList<>(texts("First"));
        wrong.add(new RuleText("badge-other.yaml", "brl: 1"));
        assertThatThrownBy(() -> planner(FIRST, turn).apply(wrong, false, (what, at, whole) -> {}))
                .isInstanceOf(NotRight.class);
        assertThat(workshop().course("fresh")).isEmpty();

        assertThat(save(alan, SECOND).statusCode()).isEqualTo(303);
        assertThat(workshop().course("fresh")).contains(SECOND);
    }

    @OnEveryDatabase
    void whoeverGotItBeforeItWasInForce_hasNoPartInIt() {
        workshop().give("fresh", FIRST);
        laurel().inForce(FRESH.formatted("Of all"));
        assertThat(workshop().course("fresh")).as("an administrator's").isEmpty();

        workshop().give("fresh", FIRST);
        laurel().inForce(FRESH.formatted("Of all").replace("fresh", "other"));
        assertThat(workshop().course("fresh"))
                .as("one in force stays where it is")
                .contains(FIRST);
    }

    @OnEveryDatabase
    void idThatWaits_isTaken_untilItsPlanIsDropped() {
        Plan plan = waits();
        assertThat(save(alan, SECOND).statusCode()).isEqualTo(400);

        laurel().bridge.planner().drop(plan.id());
        assertThat(save(alan, SECOND).statusCode()).isEqualTo(303);
        assertThat(workshop().course("fresh")).contains(SECOND);
    }

    @OnEveryDatabase
    void planThatIsAccepted_givesItsBadgeToItsCourse_whoeverAcceptsIt() {
        laurel().bridge.planner().accept(waits());
        assertThat(workshop().course("fresh")).contains(FIRST);
        assertThat(save(alan, SECOND).statusCode()).isEqualTo(400);
    }
}
