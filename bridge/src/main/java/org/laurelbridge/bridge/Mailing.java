package org.laurelbridge.bridge;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.deliver.Announcements;
import org.laurelbridge.bridge.deliver.Announcements.Subscriber;
import org.laurelbridge.bridge.deliver.Backoff;
import org.laurelbridge.bridge.deliver.Courier;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.mail.Letter;
import org.laurelbridge.bridge.deliver.mail.MailBook;
import org.laurelbridge.bridge.deliver.mail.MailSettings;
import org.laurelbridge.bridge.deliver.mail.MailTarget;
import org.laurelbridge.bridge.deliver.mail.OffLinks;
import org.laurelbridge.bridge.deliver.mail.QuestionPost;
import org.laurelbridge.bridge.deliver.mail.Smtp;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.store.MailBookStore;
import org.laurelbridge.bridge.store.QuestionMailStore;

/**
 * Mail, wired.
 *
 * @param offLinks where people say that they want no more
 * @param target null where nobody is written to
 * @param settings null where nobody is written to
 * @param questions null where nobody is written to
 */
public record Mailing(
        MailBook book,
        OffLinks offLinks,
        @Nullable MailTarget target,
        @Nullable MailSettings settings,
        @Nullable QuestionPost questions,
        InstantSource clock) {
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final int COURIERS = 2;

    /** Mail servers that are away come back: about forty tries in two days, then it waits for a person. */
    private static final Backoff PATIENCE = new Backoff(
            Duration.ofSeconds(10), Duration.ofHours(2), 60, Duration.ofDays(2), 12, new SecureRandom()::nextDouble);

    static Mailing of(
            LaurelConfig config, Stores stores, Announcements announcements, World world, InstantSource clock) {
        MailBook book = new MailBookStore(stores.database());
        Addresses addresses = new Addresses(config.publicUrl());
        OffLinks offLinks = new OffLinks(stores.secrets().getOrMake("mail", Mailing::random), addresses);
        MailSettings settings = config.told().mail();
        if (settings == null) {
            return new Mailing(book, offLinks, null, null, null, clock);
        }
        Smtp smtp = new Smtp(settings, addresses.root().getHost(), null, clock);
        MailTarget.Desk desk = new MailTarget.Desk(
                smtp,
                settings.language(),
                config.issuer().name(),
                addresses,
                new MailedDesks(stores.accounts(), world.teaching(), addresses));
        MailTarget target = new MailTarget(announcements, book, world.badges(), offLinks, desk);
        QuestionPost questions = new QuestionPost(
                new QuestionMailStore(stores.database()), book, world.badges(), offLinks, desk, PATIENCE);
        return new Mailing(book, offLinks, target, settings, questions, clock);
    }

    /**
     * What mails tell of.
     *
     * @param teaching asked for when a mail is written
     */
    record World(MailTarget.Badges badges, Supplier<Teaching> teaching) {}

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** All who are written to, as one. */
    Optional<Subscriber> subscriber() {
        return Optional.ofNullable(settings)
                .map(set -> new Subscriber(MailBook.LEARNER, Lane.MAIL, Letter.subjects(), set.newerThan()));
    }

    void start(Workers workers, Outbox outbox) {
        if (target == null || questions == null) {
            return;
        }
        workers.start("mail-questions", () -> questions.sendDue(clock.instant()), IDLE);
        Courier courier = new Courier(outbox, name -> target, PATIENCE, clock);
        for (int i = 0; i < COURIERS; i++) {
            workers.start("mail-" + i, courier::deliverDue, IDLE);
        }
    }
}
