package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.Learning;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Attesting.Saying;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Questions;
import org.laurelbridge.bridge.award.Questions.Line;
import org.laurelbridge.bridge.award.Returns;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.WaitingWork;
import org.laurelbridge.bridge.lti.WaitingWork.Decider;
import org.laurelbridge.bridge.lti.WaitingWork.Waits;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.rule.Truth;
import org.laurelbridge.webapp.Site;

/** What menus count and inboxes list: what is there, for whose word it waits, and apart from it what waits for its learner. */
class WaitingWorkTest {
    private static final Course HERE = new Course(TwoCourses.SYSTEM, "1");
    private static final Course LAUNCHED = new Course(TwoCourses.SYSTEM, "3");
    private static final Decider GRACE = new Decider(null, Set.of("account grace"));
    private static final String BADGE = """
            brl: 1
            kind: badge
            id: %s
            version: 1
            title: Networks
            when: %s
            settle: 0
            """;

    private TwoCourses laurel;

    @BeforeEach
    void open(TestDatabase opened) {
        laurel = new TwoCourses(opened);
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private WaitingWork work() {
        return laurel.bridge.teaching().waiting();
    }

    private int decisions(String badge, Decider by) {
        return work().decisions(HERE, List.of(badge), by);
    }

    @OnEveryDatabase
    void awardThatWaits_isCounted_untilItIsSentBack_andAgainOnceMoreIsHandedIn() {
        laurel.inForce(BADGE.formatted("networks", "{member: {cohort: one}}") + "award: approve\n");
        laurel.isIn("one");

        assertThat(work().awards()).isEqualTo(1);
        assertThat(decisions("networks", GRACE)).isEqualTo(1);
        assertThat(decisions("others", GRACE)).isZero();
        assertThat(decisions("networks", new Decider(laurel.bob, Set.of("x"))))
                .as("their own")
                .isZero();
        assertThat(work().decisions(LAUNCHED, List.of("networks"), GRACE)).isZero();

        Returns returns = Learning.of(laurel.bridge.stores()).returns();
        returns.send(laurel.bob, "networks", "More, please", Site.NOW.minusSeconds(60));
        assertThat(work().awards()).isZero();
        assertThat(decisions("networks", GRACE)).isZero();
        assertThat(work().proposed(false, 9)).as("it takes no place").isEmpty();
        assertThat(work().proposed(true, 9)).hasSize(1);

        laurel.bridge
                .attesting()
                .say(laurel.bob, new Saying(Topic.EVIDENCE, "networks", "url", "https://x.example", "bob", null, null));
        assertThat(work().awards()).isEqualTo(1);
        assertThat(decisions("networks", GRACE)).isEqualTo(1);
        assertThat(work().proposed(false, 9)).hasSize(1);
        assertThat(work().proposed(true, 9)).isEmpty();

        Award award = laurel.bridge.awards().list("networks", null, null, 1).get(0);
        assertThat(laurel.bridge.verdicts().approve(award, "Well done")).isTrue();
        assertThat(work().awards()).as("it waits for Laurel").isZero();
        assertThat(decisions("networks", GRACE)).isZero();
        assertThat(work().proposed(false, 9)).isEmpty();
        assertThat(work().list(HERE, List.of("networks"), GRACE, null, 9)).isEmpty();
    }

    @OnEveryDatabase
    void approvalThatIsMissing_isCounted_forWhoHasNotGivenIt() {
        laurel.inForce(
                BADGE.formatted("seen", "{all: [{member: {cohort: one}}, {approved: {by: instructor, n: 2}}]}"),
                BADGE.formatted("other", "{all: [{member: {cohort: one}}, {member: {cohort: two}}]}"));
        assertThat(decisions("seen", GRACE)).isZero();
        laurel.isIn("one");
        assertThat(decisions("seen", GRACE)).isEqualTo(1);
        assertThat(decisions("other", GRACE)).as("no approval is missing").isZero();

        laurel.bridge
                .attesting()
                .say(laurel.bob, new Saying(Topic.APPROVED, "seen", "instructor", "", "account grace", null, null));
        laurel.award();
        assertThat(decisions("seen", GRACE)).isZero();
        assertThat(decisions("seen", new Decider(null, Set.of("account alan")))).isEqualTo(1);
        assertThat(laurel.bridge.teaching().standings().waiting(List.of(laurel.bob), List.of("seen", "other")))
                .containsOnlyKeys(laurel.bob)
                .containsValue(Set.of("seen"));
    }

    @OnEveryDatabase
    void list_hasTheOldestWorkFirst_andWhatWasSentBackLast() {
        laurel.inForce(BADGE.formatted("networks", "{member: {cohort: one}}") + "award: approve\n");
        List<PersonId> joined = laurel.join("Ada", "Eve", "Mia");
        for (int i = 0; i < joined.size(); i++) {
            laurel.isIn(joined.get(i), "one", Site.NOW.minusSeconds(60L * (i + 1)));
        }
        laurel.award();
        Learning.of(laurel.bridge.stores())
                .returns()
                .send(joined.get(2), "networks", "More, please", Site.NOW.minusSeconds(9));

        List<Waits> all = work().list(HERE, List.of("networks", "others"), GRACE, null, 9);
        assertThat(all)
                .extracting(waits -> waits.learner().name(), Waits::isReturned, Waits::since)
                .containsExactly(
                        tuple("Eve", false, Site.NOW.minusSeconds(120)),
                        tuple("Ada", false, Site.NOW.minusSeconds(60)),
                        tuple("Mia", true, Site.NOW.minusSeconds(180)));
        assertThat(all).allMatch(waits -> waits.award() != null && !waits.isDoubted());
        assertThat(work().list(HERE, List.of("networks"), GRACE, null, 1)).containsExactly(all.get(0));
        assertThat(work().list(HERE, List.of("networks"), GRACE, joined.get(0), 9))
                .containsExactly(all.get(1));
        assertThat(work().list(HERE, List.of("networks"), new Decider(joined.get(1), Set.of("x")), null, 9))
                .as("nothing of their own")
                .containsExactly(all.get(1), all.get(2));
        assertThat(work().list(HERE, List.of("networks"), GRACE, laurel.bob, 9)).isEmpty();
        assertThat(work().list(HERE, List.of("others"), GRACE, null, 9)).isEmpty();
        assertThat(work().list(HERE, List.of(), GRACE, null, 9)).isEmpty();
        assertThat(work().list(LAUNCHED, List.of("networks"), GRACE, null, 9)).isEmpty();
    }

    @OnEveryDatabase
    void list_hasAwardsWhoseEvidenceIsGone() {
        laurel.inForce(BADGE.formatted("networks", "{member: {cohort: one}}") + "unsupported: review\n");
        laurel.isIn("one");
        assertThat(work().list(HERE, List.of("networks"), GRACE, null, 9)).isEmpty();
        laurel.bridge
                .attesting()
                .takeBack(
                        laurel.bob,
                        laurel.bridge.attesting().list(laurel.bob).get(0).id());
        laurel.award();

        assertThat(work().list(HERE, List.of("networks"), GRACE, null, 9))
                .singleElement()
                .matches(Waits::isDoubted)
                .returns(Site.NOW, Waits::since);
        assertThat(decisions("networks", GRACE)).isEqualTo(1);
    }

    @OnEveryDatabase
    void list_hasWhoMissesAnApproval_byName_andWhoHasThatOfTheDeciderLast() {
        laurel.inForce(BADGE.formatted("seen", "{all: [{member: {cohort: one}}, {approved: {by: instructor, n: 2}}]}"));
        List<PersonId> joined = laurel.join("Zoe", "Ada", "Eve");
        joined.forEach(person -> laurel.isIn(person, "one", Site.NOW));
        laurel.bridge
                .attesting()
                .say(joined.get(1), new Saying(Topic.APPROVED, "seen", "instructor", "", "account grace", null, null));
        laurel.award();

        List<Waits> all = work().list(HERE, List.of("seen"), GRACE, null, 9);
        assertThat(all).extracting(waits -> waits.learner().name()).containsExactly("Eve", "Zoe", "Ada");
        assertThat(all).allMatch(waits -> waits.award() == null && waits.since() == null && !waits.isReturned());
        assertThat(work().list(HERE, List.of("seen"), GRACE, null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(work().list(HERE, List.of("seen"), GRACE, joined.get(0), 9)).containsExactly(all.get(1));
        assertThat(decisions("seen", GRACE)).isEqualTo(2);
    }

    @OnEveryDatabase
    void question_isCounted_whereItsLearnerLearns_untilItIsAnswered() {
        laurel.inForce(BADGE.formatted("networks", "{member: {cohort: one}}"));
        Questions questions = Learning.of(laurel.bridge.stores()).questions();
        questions.ask(laurel.bob, "networks", "Why?", List.of(new Line(0, Truth.OPEN, "not yet")), Site.NOW);

        assertThat(work().questions(HERE, GRACE)).hasSize(1);
        assertThat(work().questions(HERE, new Decider(laurel.bob, Set.of("x")))).isEmpty();
        assertThat(work().questions(LAUNCHED, GRACE)).isEmpty();
        questions.answer(questions.newest(laurel.bob, "networks").orElseThrow().id(), "So.", Site.NOW);
        assertThat(work().questions(HERE, GRACE)).isEmpty();
    }

    @OnEveryDatabase
    void whoLearnsInACourse_isKnownByItsRoster_elseByWhoCameIn() {
        PersonId eve = laurel.bridge
                .stores()
                .people()
                .add("Eve", List.of(new Identifier("email", "", "eve@x.example")), Site.NOW);
        Account account = Account.made("Eve", null, Set.of(Role.LEARNER), eve);
        laurel.account(account);
        laurel.learns(account, "3");
        var classes = laurel.bridge.teaching().classes();

        assertThat(classes.learnsIn(laurel.bob, HERE)).isTrue();
        assertThat(classes.learnsIn(eve, HERE)).isFalse();
        assertThat(classes.learnsIn(eve, LAUNCHED)).isTrue();
        assertThat(classes.learnsIn(laurel.bob, LAUNCHED)).isFalse();
    }
}
