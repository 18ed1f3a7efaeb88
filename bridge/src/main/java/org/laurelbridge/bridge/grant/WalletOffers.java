package org.laurelbridge.bridge.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.award.AwardId;

/**
 * Badges that learners offer to their wallets: each by a code that is good once and for minutes, for which a wallet gets a token that
 * opens this badge alone (OpenID for Verifiable Credential Issuance 1.0 §3.5, pre-authorized code). Codes and tokens are random and
 * kept as fingerprints.
 */
public interface WalletOffers extends Recorded<WalletOffers> {
    /** How long a code is good, and the token that comes of it. */
    Duration LENGTH = Duration.ofMinutes(10);

    /** Offers an award; returns the code, which is kept nowhere. */
    String offer(AwardId award, Instant now);

    /** The token for a code: of two who show the same, one gets it. Empty for a code that was used, is over, or that nobody gave. */
    Optional<String> redeem(String code, Instant now);

    /** What a token opens; empty when it is none or over. */
    Optional<AwardId> find(String token, Instant now);
}
