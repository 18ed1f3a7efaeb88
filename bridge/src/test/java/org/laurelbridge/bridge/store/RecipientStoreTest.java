package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.record.PersonId;

class RecipientStoreTest {
    private static final PersonId ADA = new PersonId(new UUID(1, 1));
    private static final PersonId BOB = new PersonId(new UUID(1, 2));

    private final AwardIds ids = new AwardIds(new byte[32]);

    private Award award(String badge, int cycle) {
        AwardId id = ids.of(badge, ADA, cycle);
        return new Award(
                id,
                id,
                1,
                badge,
                ADA,
                cycle,
                new Award.Basis(1, 1, Instant.EPOCH, null, List.of(), "{}"),
                new Award.Standing(AwardStatus.VALID, Award.Consent.NONE, null, null, false),
                true);
    }

    @OnEveryDatabase
    void recipient_isOfOneBadge_inAllItsCycles_whatWasIssuedBeforeKeepsThatOfAll(Database database) {
        RecipientStore recipients = new RecipientStore(database, ids);
        UUID quiz = recipients.recipient(award("quiz", 1), ADA);

        assertThat(recipients.recipient(award("quiz", 2), ADA)).isEqualTo(quiz);
        assertThat(recipients.recipient(award("lab", 1), ADA)).isNotEqualTo(quiz);
        assertThat(recipients.recipient(award("quiz", 1), BOB)).isNotEqualTo(quiz);

        database.change(handle -> handle.execute(
                "insert into shared_recipient (award) values (?)",
                award("quiz", 1).id().value()));
        assertThat(recipients.recipient(award("quiz", 1), ADA))
                .isEqualTo(ids.sharedRecipient(ADA))
                .isNotEqualTo(quiz);
        assertThat(recipients.recipient(award("lab", 1), ADA)).isNotEqualTo(ids.sharedRecipient(ADA));
    }
}
