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
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.AwardPage.Check;
import org.laurelbridge.webapp.verify.AwardPage.Verdict;

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
                    ? new Verdict("bad", "Suspended", "It is not valid for now: " + why() + ".")
                    : new Verdict("bad", "Revoked", issuer + " took this badge back: " + why() + ".");
        }
        Instant expires = award.expiresAt();
        if (expires != null && award.isExpired(now)) {
            return new Verdict("open", "Expired", "It was valid until " + new Moment(expires).day() + ".");
        }
        if (proof instanceof Ob3Verifier.NotGenuine) {
            return new Verdict("bad", "Not genuine", "Its signature does not hold, so do not rely on it.");
        }
        if (award.status() == AwardStatus.SUPERSEDED) {
            return new Verdict(
                    "open",
                    "Replaced",
                    "It was earned and not taken back. Its learner had two accounts here, which are one now: " + issuer
                            + " shows the badge of the other.");
        }
        if (award.status() == AwardStatus.REVIEW) {
            return new Verdict(
                    "open",
                    "Under review",
                    "Its evidence changed after it was earned. It stands until " + issuer + " decides.");
        }
        if (proof == null) {
            return new Verdict("open", "Being signed", "It was earned; its signature follows in a moment.");
        }
        return new Verdict("good", "Genuine", "Issued by " + issuer + ", unchanged and not taken back.");
    }

    /** Why, one line each. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        if (proof instanceof Ob3Verifier.NotGenuine not) {
            checks.add(new Check("bad", "✗", "Signature: " + not.why()));
        } else if (proof != null) {
            checks.add(new Check("good", "✓", "Signature: it holds (eddsa-rdfc-2022), checked as this page was made"));
            checks.add(new Check("good", "✓", "Issuer: this installation, " + who.did()));
        } else if (earned.standing().holds()) {
            checks.add(new Check("open", "…", "Signature: there is none yet"));
        }
        checks.add(earned.standing().holds() ? status() : new Check("bad", "✗", "Status: " + why()));
        return checks;
    }

    private String why() {
        return earned.standing().why();
    }

    private Check status() {
        if (award.isExpired(now)) {
            return new Check("open", "…", "Status: expired");
        }
        return switch (award.status()) {
            case REVIEW -> new Check("open", "…", "Status: under review");
            case SUPERSEDED -> new Check("open", "…", "Status: replaced by another badge of the same learner");
            default -> new Check("good", "✓", "Status: valid, asked for as this page was made");
        };
    }
}
