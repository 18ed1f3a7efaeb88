package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.mail.Letter;
import org.laurelbridge.bridge.deliver.mail.MailBook;

/**
 * Whom to write to of what happens to an award, in its transaction: its learner, or those who decide; those alone who have an address.
 * Of history nobody is written: what was earned long before Laurel knew it, as long as it knows it a short time.
 */
final class MailOrders {
    private final Handle handle;
    private final Duration newerThan;
    private final Instant now;

    private record Row(UUID person, Instant earnedAt, Instant expiresAt, Instant created) {}

    MailOrders(Handle handle, Duration newerThan, Instant now) {
        this.handle = handle;
        this.newerThan = newerThan;
        this.now = now;
    }

    /** As deliveries name them. */
    List<String> targets(AwardId award, What what) {
        Optional<Row> row = row(award);
        Optional<Letter> letter = Letter.of(what);
        if (row.isEmpty() || letter.isEmpty() || isHistory(row.get(), what)) {
            return List.of();
        }
        if (letter.get().kind().isForDeciders()) {
            return new MailRows(handle)
                    .deciders(row.get().person()).stream()
                            .map(MailBook::decider)
                            .toList();
        }
        return new MailRows(handle).learner(row.get().person()).isPresent() ? List.of(MailBook.LEARNER) : List.of();
    }

    private Optional<Row> row(AwardId award) {
        return handle.createQuery("select person, earned_at, expires_at, created from award where id = :award")
                .bind("award", award.value())
                .map((rows, context) -> {
                    Instant expires = Columns.instantOrNull(rows, "expires_at");
                    return new Row(
                            Columns.uuid(rows.getBytes("person")),
                            Columns.instant(rows.getLong("earned_at")),
                            expires == null ? Instant.MAX : expires,
                            Columns.instant(rows.getLong("created")));
                })
                .findOne();
    }

    private boolean isHistory(Row award, What what) {
        Instant limit = now.minus(newerThan);
        boolean isOver = what != What.EXPIRED && !award.expiresAt().isAfter(now);
        return isOver || (award.earnedAt().isBefore(limit) && award.created().isAfter(limit));
    }
}
