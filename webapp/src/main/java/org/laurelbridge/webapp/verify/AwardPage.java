package org.laurelbridge.webapp.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.EvidenceSentence;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.issue.ob3.Ob3Verifier;
import org.laurelbridge.webapp.server.Moment;

/**
 * An award as anyone may see it: nothing on it says who earned it.
 *
 * @param verdict how it stands, in words
 * @param checks why, one line each
 * @param replacement the page of the award that takes its place; null when there is none that anyone may see
 * @param isPrivate it is shown because an administrator asks
 */
public record AwardPage(
        Achievement achievement,
        String badge,
        String picture,
        String issuer,
        Moment earned,
        String evidence,
        Verdict verdict,
        List<Check> checks,
        List<Download> downloads,
        @Nullable String replacement,
        boolean isPrivate,
        boolean isTrial) {

    /**
     * How it stands.
     *
     * @param tone {@code good}, {@code bad} or {@code open}
     */
    public record Verdict(String tone, String word, String sentence) {}

    /** Something that was looked at. */
    public record Check(String tone, String sign, String sentence) {}

    /** A form of the badge to take away. */
    public record Download(String label, String path, String file) {}

    /**
     * @param proof what the signature's check found; null when it is not signed yet
     * @param replacement the page of the award that takes its place; null when there is none that anyone may see
     */
    static AwardPage of(
            Award award,
            Earned earned,
            IssuerIdentity issuer,
            Instant now,
            Ob3Verifier.@Nullable Verdict proof,
            @Nullable String replacement,
            AwardFiles files) {
        Addresses addresses = issuer.addresses();
        Achievement achievement = earned.achievement();
        return new AwardPage(
                achievement,
                addresses.badge(achievement.badge(), achievement.version()).getRawPath(),
                BadgePage.picture(addresses, achievement),
                issuer.profile().name(),
                new Moment(award.earnedAt()),
                EvidenceSentence.of(earned),
                verdict(award, earned, issuer.profile().name(), now, proof),
                checks(award, earned, issuer, now, proof),
                downloads(earned, addresses, proof != null, files),
                replacement,
                !award.isPublic(),
                issuer.isTrial());
    }

    private static Verdict verdict(
            Award award, Earned earned, String issuer, Instant now, Ob3Verifier.@Nullable Verdict proof) {
        if (earned.revoked() != null) {
            return award.status() == AwardStatus.SUSPENDED
                    ? new Verdict("bad", "Suspended", "It is not valid for now: " + earned.revoked() + ".")
                    : new Verdict("bad", "Revoked", issuer + " took this badge back: " + earned.revoked() + ".");
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

    private static List<Check> checks(
            Award award, Earned earned, IssuerIdentity issuer, Instant now, Ob3Verifier.@Nullable Verdict proof) {
        List<Check> checks = new ArrayList<>();
        if (proof instanceof Ob3Verifier.NotGenuine not) {
            checks.add(new Check("bad", "✗", "Signature: " + not.why()));
        } else if (proof != null) {
            checks.add(new Check("good", "✓", "Signature: it holds (eddsa-rdfc-2022), checked as this page was made"));
            checks.add(new Check("good", "✓", "Issuer: this installation, " + issuer.did()));
        } else if (earned.revoked() == null) {
            checks.add(new Check("open", "…", "Signature: there is none yet"));
        }
        checks.add(
                earned.revoked() != null ? new Check("bad", "✗", "Status: " + earned.revoked()) : status(award, now));
        return checks;
    }

    private static Check status(Award award, Instant now) {
        if (award.isExpired(now)) {
            return new Check("open", "…", "Status: expired");
        }
        return switch (award.status()) {
            case REVIEW -> new Check("open", "…", "Status: under review");
            case SUPERSEDED -> new Check("open", "…", "Status: replaced by another badge of the same learner");
            default -> new Check("good", "✓", "Status: valid, asked for as this page was made");
        };
    }

    private static List<Download> downloads(Earned earned, Addresses addresses, boolean isSigned, AwardFiles files) {
        if (earned.revoked() != null) {
            return List.of();
        }
        return Arrays.stream(Offer.values())
                .filter(offer -> files.offers(offer.form) && (isSigned || !offer.needsCredential))
                .map(offer -> new Download(
                        offer.label,
                        addresses.award(earned.credential(), offer.form).getRawPath(),
                        earned.achievement().badge() + "-" + offer.form.file()))
                .toList();
    }

    /** What is offered, in this order. */
    private enum Offer {
        PNG("Open Badge 3.0 as picture (PNG)", AwardForm.PNG, true),
        SVG("as drawing (SVG)", AwardForm.SVG, true),
        JSON("as JSON", AwardForm.OB3, true),
        JWT("as JWT", AwardForm.OB3_JWT, true),
        PNG_2("Open Badge 2.0 as picture (PNG)", AwardForm.OB2_PNG, false),
        SVG_2("as drawing (SVG)", AwardForm.OB2_SVG, false),
        JWS_2("signed", AwardForm.OB2_JWS, false),
        JSON_2("hosted", AwardForm.OB2, false);

        private final String label;
        private final AwardForm form;
        private final boolean needsCredential;

        Offer(String label, AwardForm form, boolean needsCredential) {
            this.label = label;
            this.form = form;
            this.needsCredential = needsCredential;
        }
    }
}
