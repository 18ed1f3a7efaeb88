package org.laurelbridge.bridge.deliver.mail;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Backoff;
import org.laurelbridge.bridge.deliver.mail.MailBook.Reader;
import org.laurelbridge.bridge.deliver.mail.MailWriter.About;
import org.laurelbridge.bridge.deliver.mail.OffLinks.Off;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to those who teach that a learner asks, and to the learner that it is answered, or that work was sent back. No word of question,
 * answer or note travels by mail. Sent again under the same Message-ID when a server broke off.
 */
public final class QuestionPost {
    private static final Logger LOG = LoggerFactory.getLogger(QuestionPost.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int AT_A_TIME = 4;

    private final QuestionMails mails;
    private final MailBook book;
    private final MailTarget.Badges badges;
    private final OffLinks offLinks;
    private final MailTarget.Desk desk;
    private final Backoff patience;

    public QuestionPost(
            QuestionMails mails,
            MailBook book,
            MailTarget.Badges badges,
            OffLinks offLinks,
            MailTarget.Desk desk,
            Backoff patience) {
        this.mails = mails;
        this.book = book;
        this.badges = badges;
        this.offLinks = offLinks;
        this.desk = desk;
        this.patience = patience;
    }

    /** One round; returns how many were looked at. */
    public int sendDue(Instant now) {
        List<QuestionMails.Waiting> due = mails.take(now, LEASE, AT_A_TIME);
        due.forEach(one -> send(one, now));
        return due.size();
    }

    private void send(QuestionMails.Waiting waiting, Instant now) {
        Optional<Reader> reader = mails.reader(waiting)
                .filter(one ->
                        !book.refused(one.holder()).contains(waiting.letter().kind()));
        Optional<URI> page = reader.isEmpty() ? Optional.empty() : page(waiting);
        if (page.isEmpty()) {
            mails.done(waiting);
            return;
        }
        Attempt attempt = desk.mailer().send(written(waiting, reader.get(), page.get()));
        if (attempt instanceof Attempt.Delivered) {
            mails.done(waiting);
        } else {
            failed(waiting, attempt, now);
        }
    }

    private void failed(QuestionMails.Waiting waiting, Attempt attempt, Instant now) {
        int failures = waiting.tries() + 1;
        boolean isOver = attempt instanceof Attempt.Refused
                || patience.givesUp(failures, Duration.between(waiting.since(), now));
        LOG.warn(
                "mail {}, try {}: {}{}",
                waiting.question(),
                failures,
                attempt,
                isOver ? "; given up, it stands on their pages" : "");
        if (isOver) {
            mails.done(waiting);
        } else {
            mails.again(waiting, now.plus(patience.delay(failures)));
        }
    }

    /** Empty for who does not teach the learner any more. */
    private Optional<URI> page(QuestionMails.Waiting waiting) {
        return waiting.letter() == Letter.ASKED
                ? desk.desks().questions(waiting.reader(), waiting.person())
                : Optional.of(desk.addresses().at("my", "badges", waiting.badge()));
    }

    private Mail written(QuestionMails.Waiting waiting, Reader reader, URI page) {
        MailWords words = MailWords.in(Objects.requireNonNullElse(reader.language(), desk.language()));
        Letter letter = waiting.letter();
        String learner = Objects.requireNonNullElse(waiting.learner(), words.say("somebody"));
        About about = new About(badges.title(waiting.badge(), words.language()), learner, null, page, desk.issuer());
        String id = waiting.question() + "." + letter.key() + "." + waiting.reader();
        URI off = offLinks.address(new Off(reader.holder(), letter.kind()));
        return MailWriter.write(id, letter, words, reader, about, off);
    }
}
