package org.laurelbridge.bridge;

import org.laurelbridge.bridge.award.Happenings;
import org.laurelbridge.bridge.award.Questions;
import org.laurelbridge.bridge.award.Returns;
import org.laurelbridge.bridge.grant.WalletOffers;
import org.laurelbridge.bridge.store.HappeningStore;
import org.laurelbridge.bridge.store.QuestionStore;
import org.laurelbridge.bridge.store.ReturnStore;
import org.laurelbridge.bridge.store.WalletOfferStore;

/**
 * What learners have beside their awards, wired.
 *
 * @param happenings tell that something happened to their awards
 * @param questions that they ask their instructors
 * @param wallets what they offer to their wallets
 * @param returns work that was sent back to them
 */
public record Learning(Happenings happenings, Questions questions, WalletOffers wallets, Returns returns) {

    /** On the database of these stores. */
    public static Learning of(Stores stores) {
        return new Learning(
                new HappeningStore(stores.database()),
                new QuestionStore(stores.database()),
                new WalletOfferStore(stores.database()),
                new ReturnStore(stores.database()));
    }
}
