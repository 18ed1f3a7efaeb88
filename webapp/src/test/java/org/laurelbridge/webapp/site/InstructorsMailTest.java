package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.Learning;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Questions;
import org.laurelbridge.bridge.award.Returns;
import org.laurelbridge.bridge.deliver.mail.MailBook;
import org.laurelbridge.bridge.deliver.mail.MailKind;
import org.laurelbridge.bridge.fake.FakeMailServer;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.rule.Truth;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.teach.CourseAddress;

/** Whoever teaches a course is written to when something of it waits for them, by a whole Laurel and a mail server. */
class InstructorsMailTest {
    private static final long PATIENCE = 60_000_000_000L;
    private static final String BADGE = """
            brl: 1
            kind: badge
            id: %s
            version: 1
            title: Networks
            when: {member: {cohort: one}}
            award: approve
            deliver: [{to: campus, course: "%s"}]
            """;

    private final FakeMailServer post = new FakeMailServer(null);
    private final Account grace = account("Grace", Role.INSTRUCTOR);
    private final Account alan = account("Alan", Role.INSTRUCTOR);
    private final Account ops = account("Ops", Role.ADMINISTRATOR);
    private TestDatabase database;
    private TwoCourses laurel;

    private static Account account(String name, Role role) {
        String email = name.toLowerCase(Locale.ROOT) + "@x.example";
        return Account.made(name, email, Set.of(role), (@Nullable PersonId) null);
    }

    @BeforeEach
    void open(TestDatabase opened) {
        database = opened;
        laurel = new TwoCourses(
                opened,
                Map.of(
                        "LAUREL_MAIL_HOST", "127.0.0.1",
                        "LAUREL_MAIL_PORT", String.valueOf(post.port()),
                        "LAUREL_MAIL_TLS", "none",
                        "LAUREL_MAIL_FROM", "badges@x.example"));
        List.of(grace, alan, ops).forEach(laurel::account);
        laurel.teaches(grace, "1");
        laurel.teaches(alan, "2");
        laurel.bridge.start();
    }

    @AfterEach
    void close() {
        laurel.close();
        post.close();
    }

    private MailBook book() {
        return laurel.bridge.telling().mailing().book();
    }

    private boolean came(String to, String subject) {
        return post.mails().stream().anyMatch(mail -> mail.contains("To: " + to) && mail.contains(subject));
    }

    private static void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private long open() {
        return laurel.bridge.outbox().list(null, null, 100).stream()
                .filter(one -> one.target().startsWith("mail"))
                .filter(one -> one.state().name().matches("DUE|SENDING|UNKNOWN"))
                .count();
    }

    @OnEveryDatabase
    void approval_isAskedOfWhoTeachesTheCourse_andOfAdministrators_ofNobodyElse() {
        laurel.inForce(BADGE.formatted("networks", "1"));
        laurel.isIn("one");

        waitUntil(() -> came("Grace <", "A badge waits for your approval: Networks") && came("Ops <", "waits for"));
        waitUntil(() -> open() == 0);
        assertThat(post.mails())
                .as("Alan teaches Bob as well, but the badge is not of his course")
                .noneMatch(mail -> mail.contains("To: Alan"));
        String page = CourseAddress.person(new Classes.Course(TwoCourses.SYSTEM, "1"), laurel.bob);
        assertThat(post.mails())
                .filteredOn(mail -> mail.contains("To: Grace"))
                .allSatisfy(mail -> assertThat(mail.replace("=\n", "")).contains(page));
    }

    @OnEveryDatabase
    void question_isNotWrittenToWhoTaughtTheLearnerBefore() {
        Account bob = Account.made("Bob", "bob@x.example", Set.of(Role.LEARNER), laurel.bob);
        laurel.account(bob);
        laurel.learns(bob, "1");
        laurel.isAlone("1");
        Questions questions = Learning.of(laurel.bridge.stores()).questions();
        questions.ask(laurel.bob, "networks", "", List.of(), Site.NOW);

        waitUntil(() -> came("Alan <", "Bob asks about a badge: networks"));
        // what is asked later is written of when all of this is
        questions.ask(laurel.bob, "knots", "", List.of(), Site.NOW);
        waitUntil(() -> came("Alan <", "Bob asks about a badge: knots"));
        assertThat(post.mails())
                .as("Bob came from Grace's course once, and has left it")
                .allMatch(mail -> mail.contains("To: Alan"));
    }

    @OnEveryDatabase
    void workThatIsSentBack_isWrittenToItsLearner_withoutItsNote_unlessTheyDoNotWantIt() {
        Returns returns = Learning.of(laurel.bridge.stores()).returns();
        laurel.inForce(BADGE.formatted("networks", "1"));
        returns.send(laurel.bob, "networks", "My secret trouble", Site.NOW);

        waitUntil(() -> came("Bob <", "There is more to do for a badge: Networks"));
        assertThat(post.mails().get(0).replace("=\n", ""))
                .contains("/my/badges/networks", "/mail/off/awards.")
                .doesNotContain("secret");

        book().refuse(laurel.bob.value(), MailKind.AWARDS, true, Site.NOW);
        returns.send(laurel.bob, "networks", "Once more", Site.NOW.minusSeconds(60));
        Questions questions = Learning.of(laurel.bridge.stores()).questions();
        questions.ask(laurel.bob, "networks", "Why?", List.of(), Site.NOW);
        questions.answer(questions.newest(laurel.bob, "networks").orElseThrow().id(), "So.", Site.NOW);
        waitUntil(() -> came("Bob <", "Your question was answered: Networks"));
        assertThat(post.mails())
                .filteredOn(mail -> mail.contains("There is more to do"))
                .hasSize(1);
    }

    @OnEveryDatabase
    void question_isWrittenToWhoTeaches_andItsAnswerToTheLearner_withoutItsWords() {
        book().read(grace.id(), Locale.GERMAN, false, Site.NOW);
        book().refuse(alan.id(), MailKind.QUESTIONS, true, Site.NOW);
        laurel.inForce(BADGE.formatted("networks", "1"));
        Questions questions = Learning.of(laurel.bridge.stores()).questions();
        Questions.Line line = new Questions.Line(0, Truth.OPEN, "1 of 2");
        questions.ask(laurel.bob, "networks", "My secret trouble", List.of(line), Site.NOW);

        waitUntil(() -> came("Grace <", "Bob fragt nach einem Badge: Networks"));
        questions.answer(questions.newest(laurel.bob, "networks").orElseThrow().id(), "A private answer", Site.NOW);
        waitUntil(() -> came("Bob <", "Your question was answered: Networks"));

        assertThat(post.mails()).hasSize(2).noneMatch(mail -> mail.contains("secret") || mail.contains("private"));
        assertThat(post.mails().get(0).replace("=\n", "")).contains("/teach/questions", "/mail/off/questions.");
        assertThat(post.mails().get(1).replace("=\n", "")).contains("/my/badges/networks");
    }
}
