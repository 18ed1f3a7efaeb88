package org.laurelbridge.bridge.deliver.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.mail.MailBook.Reader;
import org.laurelbridge.bridge.record.PersonId;

/**
 * Mails about what people write each other, questions and work that was sent back, that wait to be sent: written with it, and gone once a
 * server has them. Ids alone are kept.
 */
public interface QuestionMails {

    /**
     * One that waits.
     *
     * @param question its id; of work that was sent back, an id of this mail alone
     * @param letter {@link Letter#ASKED}, {@link Letter#ANSWERED} or {@link Letter#RETURNED}
     * @param reader the account of who is asked, the person who is answered or whose work it is
     * @param person who asked, or whose work it is, as they are known now
     * @param learner the name of who asked; null when none is known
     * @param tries before this one
     * @param since when it was written
     * @param until whoever took it has it until then
     */
    record Waiting(
            UUID question,
            Letter letter,
            UUID reader,
            String badge,
            PersonId person,
            @Nullable String learner,
            int tries,
            Instant since,
            Instant until) {}

    /** Takes some that are due: no other node has them until the lease is over. */
    List<Waiting> take(Instant now, Duration lease, int limit);

    /** Whom one is to; empty when they are gone, may not come in any more, or have no address. */
    Optional<Reader> reader(Waiting waiting);

    /** It needs not be sent any more. */
    void done(Waiting waiting);

    /** It is tried again then. */
    void again(Waiting waiting, Instant at);
}
