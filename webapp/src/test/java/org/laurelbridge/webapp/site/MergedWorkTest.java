package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Attesting.Saying;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.WaitingWork.Decider;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.teach.CourseAddress;

/** What waits of somebody who is known as another now, and for the word of one who has several names. */
class MergedWorkTest {
    private static final Course HERE = new Course(TwoCourses.SYSTEM, "1");
    private static final String BADGE = """
            brl: 1
            kind: badge
            id: %s
            version: 1
            title: Networks
            when: %s
            settle: 0
            deliver: [{to: campus, course: "1"}]
            """;

    private final Account teacher = Account.made("Grace", null, Set.of(Role.INSTRUCTOR), null);
    private TwoCourses laurel;

    @BeforeEach
    void open(TestDatabase opened) {
        laurel = new TwoCourses(opened);
        laurel.account(teacher);
        laurel.teaches(teacher, "1");
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private PersonId person(String name) {
        return laurel.bridge
                .stores()
                .people()
                .add(name, List.of(new Identifier("email", "", name + "@y.example")), Site.NOW);
    }

    private void merge(PersonId kept, PersonId merged) {
        laurel.bridge.stores().people().merge(kept, merged, "one person", Site.NOW);
        laurel.award();
    }

    private int decisions(String badge, Decider by) {
        return laurel.bridge.teaching().waiting().decisions(HERE, List.of(badge), by);
    }

    private int decide(Award award, String verdict) {
        return laurel.site
                .post(
                        CourseAddress.of(HERE),
                        new HashMap<>(Map.of(
                                "csrf",
                                laurel.site.csrf(CourseAddress.of(HERE)),
                                "award",
                                award.id().toString(),
                                "verdict",
                                verdict,
                                "why",
                                "More, please")))
                .statusCode();
    }

    @OnEveryDatabase
    void proposedAward_isTheirsWhoStandsForThem_inCountsAndInboxAndDecisions() {
        laurel.inForce(BADGE.formatted("networks", "{member: {cohort: one}}") + "award: approve\n");
        laurel.isIn("one");
        PersonId zoe = person("Zoe");
        merge(zoe, laurel.bob);
        Award award = laurel.bridge.awards().list("networks", zoe, null, 1).get(0);
        assertThat(award.person()).isEqualTo(zoe);
        assertThat(decisions("networks", new Decider(null, Set.of("x")))).isEqualTo(1);
        assertThat(decisions("networks", new Decider(zoe, Set.of("x")))).isZero();

        Account herself = Account.made("Zoe", null, Set.of(Role.INSTRUCTOR), zoe);
        laurel.account(herself);
        laurel.teaches(herself, "1");
        laurel.site.signIn(herself);
        assertThat(laurel.site.get("/teach/inbox").body())
                .doesNotContain(award.id().toString());
        assertThat(decide(award, "approve")).isEqualTo(404);

        laurel.site.signIn(teacher);
        assertThat(laurel.site.get("/teach/inbox").body())
                .contains("Zoe", award.id().toString());
        assertThat(decide(award, "return")).isEqualTo(303);
        assertThat(decisions("networks", new Decider(null, Set.of("x")))).isZero();
        assertThat(laurel.site.get("/teach/inbox").body()).contains("1 that you sent back", "?person=" + zoe);
        assertThat(laurel.site.get("/teach/inbox?person=" + zoe).body())
                .contains("More, please", award.id().toString());
        assertThat(decide(award, "approve")).isEqualTo(303);
        assertThat(laurel.bridge
                        .awards()
                        .find(award.id().value())
                        .orElseThrow()
                        .standing()
                        .consent()
                        .approved())
                .isTrue();
    }

    @OnEveryDatabase
    void approval_isWaitedForNoMore_fromWhoGaveItUnderAnotherName() {
        laurel.inForce(BADGE.formatted("seen", "{all: [{member: {cohort: one}}, {approved: {by: instructor, n: 2}}]}"));
        laurel.isIn("one");
        PersonId karl = person("Karl");
        PersonId carl = person("Carl");
        Account account = Account.made("Karl", null, Set.of(Role.INSTRUCTOR), karl);
        laurel.account(account);
        laurel.bridge
                .attesting()
                .say(
                        laurel.bob,
                        new Saying(Topic.APPROVED, "seen", "instructor", "", "account " + account.id(), null, null));
        laurel.award();
        assertThat(decisions("seen", new Decider(carl, Set.of("person " + carl))))
                .isEqualTo(1);

        merge(carl, karl);
        assertThat(decisions("seen", new Decider(carl, Set.of("person " + carl))))
                .isZero();
        assertThat(decisions("seen", new Decider(null, Set.of("account grace"))))
                .isEqualTo(1);
    }
}
