package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.deliver.Announcements;
import org.laurelbridge.bridge.deliver.Announcements.Subscriber;
import org.laurelbridge.bridge.deliver.Backoff;
import org.laurelbridge.bridge.deliver.Courier;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.Outbox.Listed;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.deliver.mail.Letter;
import org.laurelbridge.bridge.deliver.mail.MailBook;
import org.laurelbridge.bridge.deliver.mail.MailKind;
import org.laurelbridge.bridge.deliver.mail.MailSettings;
import org.laurelbridge.bridge.deliver.mail.MailTarget;
import org.laurelbridge.bridge.deliver.mail.OffLinks;
import org.laurelbridge.bridge.deliver.mail.Smtp;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.AnnouncementStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.MailBookStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.OutboxStore;
import org.laurelbridge.mapping.Identifier;

/** What people are written, by way of a real mail server. */
class MailTest {
    private static final UUID FIRST = UUID.fromString("11111111-1111-4111-8111-111111111111");

    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Walk walk;
    private PersonId ada;
    private MailBook book;
    private Outbox outbox;
    private Courier courier;
    private AccountStore accounts;
    private OffLinks links;
    /** Where who decides. */
    private final Map<UUID, URI> desks = new HashMap<>();

    @BeforeEach
    void open(Database database) {
        post.start();
        walk = new Walk(database);
        ada = walk.ada();
        book = new MailBookStore(database);
        accounts = new AccountStore(database);
        Addresses addresses = new Addresses(URI.create("https://badges.example.edu"));
        links = new OffLinks(new byte[32], addresses);
        Announcements announcements = new AnnouncementStore(database);
        announcements.subscribe(
                Set.of(Lane.MAIL),
                List.of(new Subscriber(MailBook.LEARNER, Lane.MAIL, Letter.subjects(), Duration.ofDays(7))));
        MailSettings settings = new MailSettings(
                "127.0.0.1",
                post.getSmtp().getPort(),
                MailSettings.Security.NONE,
                null,
                null,
                "badges@example.edu",
                null,
                Locale.ENGLISH,
                Duration.ofDays(7));
        MailTarget target = new MailTarget(
                announcements,
                book,
                new Titles(),
                links,
                new MailTarget.Desk(
                        new Smtp(settings, "badges.example.edu", null, walk.clock),
                        Locale.ENGLISH,
                        "Example University",
                        addresses,
                        new Theirs()));
        outbox = new OutboxStore(database, walk.awards, walk.people, badge -> badge, Lane.MAIL);
        courier = new Courier(outbox, name -> target, Backoff.standard(() -> 1), walk.clock);
    }

    private final class Theirs implements MailTarget.Desks {
        @Override
        public Optional<URI> desk(UUID account, Award award) {
            return Optional.ofNullable(desks.get(account));
        }

        @Override
        public Optional<URI> questions(UUID account, PersonId learner) {
            return Optional.empty();
        }
    }

    private record Titles() implements MailTarget.Badges {
        @Override
        public String title(Award award, Locale language) {
            return "Quiz (" + language.getLanguage() + ")";
        }

        @Override
        public String title(String badge, Locale language) {
            return "Quiz (" + language.getLanguage() + ")";
        }

        @Override
        public ZoneId zone(Award award) {
            return ZoneOffset.UTC;
        }
    }

    @AfterEach
    void close() {
        post.stop();
    }

    private void rule(String... more) {
        walk.apply(Walk.mapping(1, "park"), Walk.badge(more));
    }

    private void earn(String at) {
        walk.walk(Walk.scored(FIRST, "0.9", at));
    }

    private void deliver() {
        for (int i = 0; i < 4; i++) {
            while (courier.deliverDue() > 0) {
                Thread.onSpinWait();
            }
            walk.clock.turn(Duration.ofSeconds(5));
        }
    }

    private List<String> subjects() throws MessagingException {
        return Arrays.stream(post.getReceivedMessages()).map(MailTest::subject).toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getAllRecipients()[0] + ": " + message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) throws MessagingException, IOException {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
    }

    private UUID account(String name, String email, Role role, PersonId learner) {
        Account account = Account.made(name, email, Set.of(role), learner);
        accounts.add(account, Login.byPassword(name.toLowerCase(Locale.ROOT)), walk.clock.instant());
        return account.id();
    }

    private List<Listed> listed() {
        return outbox.list(null, null, 100).stream()
                .filter(one -> one.target().startsWith("mail"))
                .toList();
    }

    @OnEveryDatabase
    void aLearner_isWrittenInTheirLanguage_atTheirAccountsAddress() throws Exception {
        rule("valid: {for: 1y}");
        UUID account = account("Ada", "ada@campus.example", Role.LEARNER, ada);
        book.read(account, Locale.GERMAN, false, walk.clock.instant());
        earn("2026-03-01T10:00:00Z");
        deliver();

        assertThat(subjects()).containsExactly("Ada <ada@campus.example>: Sie haben einen Badge erworben: Quiz (de)");
        String text = text(post.getReceivedMessages()[0]);
        assertThat(text)
                .contains("Guten Tag Ada,", "„Quiz (de)“", "1. März 2027", "https://badges.example.edu/my/badges/quiz")
                .contains(links.address(new OffLinks.Off(ada.value(), MailKind.AWARDS))
                        .toString());
        assertThat(listed()).extracting(Listed::state).containsExactly(State.DELIVERED);
    }

    @OnEveryDatabase
    void whatHappensToABadge_isWrittenInItsOrder() throws Exception {
        rule("settle: {lose: 0s}", "unsupported: suspend");
        earn("2026-03-01T10:00:00Z");
        walk.walk(Walk.voids(UUID.randomUUID(), FIRST));
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        verdicts.restore(walk.only(), "a mistake");
        verdicts.revoke(walk.only(), "none");
        deliver();

        assertThat(subjects())
                .containsExactly(
                        "Ada <ada@example.org>: You have earned a badge: Quiz (en)",
                        "Ada <ada@example.org>: Your badge does not count for now: Quiz (en)",
                        "Ada <ada@example.org>: Your badge counts again: Quiz (en)",
                        "Ada <ada@example.org>: Your badge was taken back: Quiz (en)");
    }

    private void sendFor(int days) throws Exception {
        for (int day = 0; day < days; day++) {
            walk.turn(Duration.ofDays(1));
            while (courier.deliverDue() > 0) {
                Thread.onSpinWait();
            }
        }
    }

    @OnEveryDatabase
    void anEnd_isWrittenOf_asOftenAsTheRuleReminds() throws Exception {
        rule("valid: {for: 90d}", "remind: [60d, 30d, 7d]");
        earn("2026-03-01T10:00:00Z");
        sendFor(95);

        assertThat(subjects())
                .containsExactly(
                        "Ada <ada@example.org>: You have earned a badge: Quiz (en)",
                        "Ada <ada@example.org>: Your badge is valid until May 30, 2026: Quiz (en)",
                        "Ada <ada@example.org>: Your badge is valid until May 30, 2026: Quiz (en)",
                        "Ada <ada@example.org>: Your badge is valid until May 30, 2026: Quiz (en)",
                        "Ada <ada@example.org>: Your badge was valid until May 30, 2026: Quiz (en)");
    }

    @OnEveryDatabase
    void lastDay_isTheOneOnWhichItIsStillValid() throws Exception {
        rule("valid: {until: 2026-03-20}", "remind: [7d]");
        earn("2026-03-01T10:00:00Z");
        sendFor(25);

        assertThat(subjects())
                .containsExactly(
                        "Ada <ada@example.org>: You have earned a badge: Quiz (en)",
                        "Ada <ada@example.org>: Your badge is valid until March 20, 2026: Quiz (en)",
                        "Ada <ada@example.org>: Your badge was valid until March 20, 2026: Quiz (en)");
    }

    @OnEveryDatabase
    void thoseWhoDecide_areWrittenWhenSomethingWaits() throws Exception {
        rule("award: approve", "settle: {lose: 0s}");
        desks.put(
                account("Ops", "ops@example.edu", Role.ADMINISTRATOR, null),
                URI.create("https://badges.example.edu/admin/review"));
        account("Quiet", null, Role.ADMINISTRATOR, null);
        account("Tess", "tess@example.edu", Role.VIEWER, null);
        earn("2026-03-01T10:00:00Z");
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        verdicts.approve(walk.only(), "well done");
        walk.settle();
        deliver();
        walk.walk(Walk.voids(UUID.randomUUID(), FIRST));
        deliver();

        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "Ops <ops@example.edu>: A badge waits for your approval: Quiz (en)",
                        "Ada <ada@example.org>: You have earned a badge: Quiz (en)",
                        "Ops <ops@example.edu>: A badge needs a look: Quiz (en)");
        assertThat(Arrays.stream(post.getReceivedMessages()))
                .anySatisfy(message -> assertThat(text(message))
                        .contains("Ada has done all", "https://badges.example.edu/admin/review"));
    }

    @OnEveryDatabase
    void history_isNotWrittenOf_untilItIsOldHereToo() throws Exception {
        rule("settle: {lose: 0s}", "unsupported: revoke");
        earn("2016-03-01T10:00:00Z");
        deliver();
        assertThat(post.getReceivedMessages()).isEmpty();
        assertThat(listed()).isEmpty();

        walk.turn(Duration.ofDays(8));
        walk.walk(Walk.voids(UUID.randomUUID(), FIRST));
        deliver();

        assertThat(subjects()).containsExactly("Ada <ada@example.org>: Your badge was taken back: Quiz (en)");
    }

    @OnEveryDatabase
    void whoDoesNotWantIt_isNotWritten_untilTheyDo() throws Exception {
        rule("settle: {lose: 0s}", "unsupported: suspend");
        earn("2026-03-01T10:00:00Z");
        book.refuse(ada.value(), MailKind.AWARDS, true, walk.clock.instant());
        deliver();
        assertThat(post.getReceivedMessages()).isEmpty();
        assertThat(listed())
                .extracting(Listed::state, Listed::trouble)
                .containsExactly(tuple(State.SUPERSEDED, "such mails are not wanted"));

        book.refuse(ada.value(), MailKind.AWARDS, false, walk.clock.instant());
        walk.walk(Walk.voids(UUID.randomUUID(), FIRST));
        deliver();

        assertThat(subjects()).containsExactly("Ada <ada@example.org>: Your badge does not count for now: Quiz (en)");
    }

    @OnEveryDatabase
    void whoHasNoAddress_isNotWritten() throws Exception {
        walk.people.add("Bob", List.of(new Identifier("username", "https://lms.example", "bob")), walk.clock.instant());
        rule();
        walk.walk(Walk.scored(FIRST, "0.9", "2026-03-01T10:00:00Z")
                .replace(
                        "\"mbox\":\"mailto:ada@example.org\"",
                        "\"account\":{\"homePage\":\"https://lms.example\",\"name\":\"bob\"}"));
        deliver();

        assertThat(walk.all()).hasSize(1);
        assertThat(listed()).isEmpty();
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    @OnEveryDatabase
    void aMail_isWrittenWithTheAward_andWaitsWhileTheServerIsAway() throws Exception {
        rule();
        int port = post.getSmtp().getPort();
        post.stop();
        earn("2026-03-01T10:00:00Z");
        deliver();
        assertThat(listed()).extracting(Listed::state).containsExactly(State.DUE);
        assertThat(listed().get(0).trouble()).contains("does not answer");
        String rows = walk.database.read(handle -> handle.createQuery("select * from delivery where lane = 3")
                .mapToMap()
                .list()
                .toString());
        assertThat(rows).doesNotContain("ada@", "Ada");

        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            walk.clock.turn(Duration.ofMinutes(10));
            deliver();
            assertThat(back.getReceivedMessages()).hasSize(1);
        } finally {
            back.stop();
        }
    }
}
