package org.laurelbridge.bridge.store;

import java.util.UUID;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.Recipients;
import org.laurelbridge.bridge.record.PersonId;

/** Recipients by an id of the badge alone, but for awards that were issued when their learner had one id for all. */
public final class RecipientStore implements Recipients {

    private final Database database;
    private final AwardIds ids;

    public RecipientStore(Database database, AwardIds ids) {
        this.database = database;
        this.ids = ids;
    }

    @Override
    public UUID recipient(Award award, PersonId person) {
        return isShared(award.id()) ? ids.sharedRecipient(person) : ids.recipient(award, person);
    }

    private boolean isShared(AwardId award) {
        return database.read(handle -> handle.createQuery("select award from shared_recipient where award = :award")
                .bind("award", award.value())
                .mapTo(UUID.class)
                .findOne()
                .isPresent());
    }
}
