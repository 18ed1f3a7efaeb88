package org.laurelbridge.webapp.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Standing;
import org.laurelbridge.bridge.issue.ob3.Ob3Verifier;
import org.laurelbridge.webapp.verify.AwardPage.Check;
import org.laurelbridge.webapp.verify.AwardPage.Verdict;
import org.laurelbridge.webapp.words.Saying;

/**
 * How an award stands.
 *
 * @param proof what the signature's check found; null when it is not signed yet
 */
record AwardStanding(Award award, Earned earned, IssuerIdentity who, Instant now, Ob3Verifier.@Nullable Verdict proof) {

    /** Whether nothing speaks against it. */
    boolean isGood() {
        return verdict().tone().equals("good");
    }

    /** In one word, and a sentence. */
    Verdict verdict() {
        String issuer = who.profile().name();
        if (!earned.standing().holds()) {
            return earned.standing().kind() == Standing.Kind.SUSPENDED
                    ? new Verdict("bad", "verify.award.suspended", Saying.of("verify.award.suspended.means", why()))
                    : new Verdict(
                            "bad", "verify.award.revoked", Saying.of("verify.award.revoked.means", issuer, why()));
        }
        Instant last = award.lastMoment();
        if (last != null && award.isExpired(now)) {
            return new Verdict("open", "verify.award.expired", Saying.of("verify.award.expired.means", last));
        }
        if (proof instanceof Ob3Verifier.NotGenuine) {
            return new Verdict("bad", "verify.award.not-genuine", Saying.of("verify.award.not-genuine.means"));
        }
        if (award.status() == AwardStatus.SUPERSEDED) {
            return new Verdict("open", "verify.award.replaced", Saying.of("verify.award.replaced.means", issuer));
        }
        if (award.status() == AwardStatus.REVIEW) {
            return new Verdict("open", "verify.award.review", Saying.of("verify.award.review.means", issuer));
        }
        if (proof == null) {
            return new Verdict("open", "verify.award.signing", Saying.of("verify.award.signing.means"));
        }
        return new Verdict("good", "verify.award.genuine", Saying.of("verify.award.genuine.means", issuer));
    }

    /** Why, one line each. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        if (proof instanceof Ob3Verifier.NotGenuine not) {
            checks.add(new Check("bad", "✗", Saying.of("verify.check.signature.not", not.why())));
        } else if (proof != null) {
            checks.add(new Check("good", "✓", Saying.of("verify.check.signature")));
            checks.add(new Check(
                    "good", "✓", Saying.of("verify.check.issuer", who.profile().name())));
        } else if (earned.standing().holds()) {
            checks.add(new Check("open", "…", Saying.of("verify.check.signature.none")));
        }
        checks.add(
                earned.standing().holds()
                        ? status()
                        : new Check("bad", "✗", Saying.of("verify.check.status.not", why())));
        return checks;
    }

    /** Whose signature on it holds; null where none does. */
    @Nullable
    String did() {
        return proof == null || proof instanceof Ob3Verifier.NotGenuine ? null : who.did();
    }

    private String why() {
        return earned.standing().why();
    }

    private Check status() {
        if (award.isExpired(now)) {
            return new Check("open", "…", Saying.of("verify.check.status.expired"));
        }
        return switch (award.status()) {
            case REVIEW -> new Check("open", "…", Saying.of("verify.check.status.review"));
            case SUPERSEDED -> new Check("open", "…", Saying.of("verify.check.status.replaced"));
            default -> new Check("good", "✓", Saying.of("verify.check.status.valid"));
        };
    }
}
