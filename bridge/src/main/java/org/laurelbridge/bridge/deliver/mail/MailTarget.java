package org.laurelbridge.bridge.deliver.mail;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.deliver.Announcement;
import org.laurelbridge.bridge.deliver.Announcements;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.Standing;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.mail.MailBook.Reader;
import org.laurelbridge.bridge.deliver.mail.MailWriter.About;
import org.laurelbridge.bridge.deliver.mail.OffLinks.Off;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.record.PersonId;

/**
 * Writes to people. Name, address and language are looked up when a mail is sent, and so is whether they still want it. A mail whose
 * server broke off after it was handed over is sent again: better twice, under one Message-ID by which servers and programs drop the
 * second, than never.
 */
public final class MailTarget implements Target {
    private final Announcements announcements;
    private final MailBook book;
    private final Badges badges;
    private final OffLinks offLinks;
    private final Desk desk;

    /** What is known of badges. */
    public interface Badges {
        /** In a language, or in the badge's own. */
        String title(Award award, Locale language);

        /** The same of the newest of its versions. */
        String title(String badge, Locale language);

        /** In which its days are told. */
        ZoneId zone(Award award);
    }

    /** Where people decide about awards. */
    public interface Desks {
        /** The page at which an account decides about an award, or looks at it; empty when it is not theirs to. */
        Optional<URI> desk(UUID account, Award award);

        /** The page at which an account answers a learner's questions; empty when it is not theirs to, or not any more. */
        Optional<URI> questions(UUID account, PersonId learner);
    }

    /**
     * By whom and how mails are sent.
     *
     * @param language of who has none known
     * @param issuer as people know it
     * @param desks of those who decide
     */
    public record Desk(Mailer mailer, Locale language, String issuer, Addresses addresses, Desks desks) {}

    public MailTarget(Announcements announcements, MailBook book, Badges badges, OffLinks offLinks, Desk desk) {
        this.announcements = announcements;
        this.book = book;
        this.badges = badges;
        this.offLinks = offLinks;
        this.desk = desk;
    }

    @Override
    public Attempt send(Delivery delivery) {
        Optional<Announcement> announcement = announcements.of(delivery.id());
        Letter letter = announcement.flatMap(one -> Letter.of(one.what())).orElse(null);
        if (announcement.isEmpty() || letter == null) {
            return new Attempt.Dropped("what was to be told is gone");
        }
        Optional<Reader> reader = book.find(delivery.target(), delivery.award().id());
        if (reader.isEmpty()) {
            return new Attempt.Dropped("no address is known any more");
        }
        if (book.refused(reader.get().holder()).contains(letter.kind())) {
            return new Attempt.Dropped("such mails are not wanted");
        }
        Optional<URI> page = page(delivery, letter);
        return page.isEmpty()
                ? new Attempt.Dropped("others decide about it")
                : desk.mailer().send(written(delivery, announcement.get(), letter, reader.get(), page.get()));
    }

    private Optional<URI> page(Delivery delivery, Letter letter) {
        Award award = delivery.award();
        return letter.kind().isForDeciders()
                ? MailBook.account(delivery.target())
                        .flatMap(account -> desk.desks().desk(account, award))
                : Optional.of(desk.addresses().at("my", "badges", award.badge()));
    }

    private Mail written(Delivery delivery, Announcement announcement, Letter letter, Reader reader, URI page) {
        MailWords words = MailWords.in(Objects.requireNonNullElse(reader.language(), desk.language()));
        Award award = delivery.award();
        String unnamed = words.say("somebody");
        About about = new About(
                badges.title(award, words.language()),
                Objects.requireNonNullElse(delivery.person().name(), unnamed),
                day(announcement.moment() == null ? award.expiresAt() : announcement.moment(), award, words),
                page,
                desk.issuer());
        String id = announcement.id() + "." + delivery.id();
        return MailWriter.write(
                id, letter, words, reader, about, offLinks.address(new Off(reader.holder(), letter.kind())));
    }

    /** The last day before an end. */
    private @Nullable String day(@Nullable Instant end, Award award, MailWords words) {
        return end == null ? null : words.day(end.minusSeconds(1), badges.zone(award));
    }

    /** Nobody can be asked. */
    @Override
    public Standing standing(Delivery delivery) {
        return new Standing.Differs();
    }
}
