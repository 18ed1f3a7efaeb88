package org.laurelbridge.bridge.issue.ob2;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.IssuerIdentity;

/** The list of 2.0 badges that do not hold, remembered for {@link #FRESH}: no answer is staler than that. Safe for many threads. */
public final class RevocationList {
    /** How long it may be kept, by us and by readers together at most twice as long. */
    public static final Duration FRESH = Duration.ofSeconds(30);

    private final Credentials credentials;
    private final Earnings earnings;
    private final Ob2Signer signer;
    private final InstantSource clock;

    private @Nullable Written last;

    private record Written(String document, Instant at) {}

    public RevocationList(Credentials credentials, Earnings earnings, IssuerIdentity issuer, InstantSource clock) {
        this.credentials = credentials;
        this.earnings = earnings;
        this.signer = new Ob2Signer(issuer);
        this.clock = clock;
    }

    /** {@code /issuer/ob2-revoked.json}. Whoever asks while it is written waits for that. */
    public synchronized String get() {
        Instant now = clock.instant();
        Written known = last;
        if (known != null && !known.at().isAfter(now) && known.at().plus(FRESH).isAfter(now)) {
            return known.document();
        }
        String document = signer.revocationList(fallen()).toString();
        last = new Written(document, now);
        return document;
    }

    private List<AwardId> fallen() {
        return Stream.concat(
                        credentials.listRevoked().stream(),
                        credentials.listSuperseded().stream().filter(earnings::isFallen))
                .toList();
    }
}
