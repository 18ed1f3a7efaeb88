package org.laurelbridge.webapp.learner;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A badge goes into a wallet.
 *
 * @param path where the offer is made
 * @param award the page of the badge
 * @param offer null before it is made
 * @param length how long an offer is good
 * @param isTrial wallets elsewhere do not reach this installation
 */
public record MyWalletPage(
        MyFrame frame,
        String title,
        String path,
        String award,
        @Nullable Offered offer,
        Duration length,
        boolean isTrial) {

    /**
     * What a wallet reads.
     *
     * @param link opens a wallet on this device
     * @param qrCode the same as a picture, as an address that holds it
     */
    public record Offered(String link, String qrCode) {}
}
