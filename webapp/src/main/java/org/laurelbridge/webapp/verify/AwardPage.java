package org.laurelbridge.webapp.verify;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Saying;

/**
 * An award as anyone may see it: nothing on it says who earned it.
 *
 * @param criteria what it was earned for, as safe HTML
 * @param expires null for never
 * @param evidence null when its learner does not show it
 * @param score null when its learner does not show it, or none decided
 * @param verdict how it stands, in words
 * @param checks why, one line each
 * @param did of its issuer; null where no signature of theirs holds
 * @param replacement the page of the award that takes its place; null when there is none that anyone may see
 * @param desk what its learner or an administrator does with it; null for everybody else
 * @param isPrivate it is shown because an administrator or its learner asks
 */
public record AwardPage(
        Achievement achievement,
        String criteria,
        String badge,
        String picture,
        String issuer,
        Moment earned,
        @Nullable Moment expires,
        @Nullable Saying evidence,
        @Nullable String score,
        List<BadgePage.Alignment> alignments,
        Verdict verdict,
        List<Check> checks,
        @Nullable String did,
        List<AwardDownloads.Group> downloads,
        Abroad abroad,
        @Nullable String replacement,
        @Nullable Desk desk,
        boolean isPrivate,
        boolean isTrial) {
    private static final String NO_EMAIL = "verify.desk.no-email";
    private static final String TRIAL = "verify.desk.trial";

    /**
     * How it stands.
     *
     * @param tone {@code good}, {@code bad} or {@code open}
     * @param word the key of it
     */
    public record Verdict(String tone, String word, Saying sentence) {
        /** A mark that goes before the word. */
        public String sign() {
            return tone.equals("good") ? "✓" : tone.equals("bad") ? "✗" : "…";
        }
    }

    /** Something that was looked at. */
    public record Check(String tone, String sign, Saying sentence) {}

    /**
     * Where a public award goes from here; all null for a private one.
     *
     * @param preview what is shown of it where its address is posted; null for one that was taken back
     * @param linkedIn null unless it is valid, and of an issuer whom others can ask
     * @param verify where strangers have it verified
     */
    public record Abroad(
            @Nullable Preview preview,
            @Nullable String linkedIn,
            @Nullable String verify) {
        static final Abroad NOWHERE = new Abroad(null, null, null);
    }

    /** What is shown of a page where its address is posted (Open Graph): absolute addresses, and nothing about a person. */
    public record Preview(String title, String description, String image, String url) {}

    /**
     * What its learner or an administrator does with it.
     *
     * @param title of these things: its key
     * @param certificate null for one that was taken back
     * @param why where its learner reads why they have it, renews it and asks; null for everybody else
     * @param address for its learner to give away; null while it is private
     * @param hosted where the hosted form is opened to everybody; null when it is open, or there is none
     * @param backpacks where its learner has it sent to; null for everybody else
     * @param wallet where its learner has it fetched by a wallet; null for everybody else
     * @param isHidden its learner could add it to a profile elsewhere if its page were public
     * @param lacks why some forms are not there: the key of it; null when all are
     */
    public record Desk(
            String title,
            @Nullable String certificate,
            String sharing,
            @Nullable String why,
            @Nullable String address,
            @Nullable String hosted,
            @Nullable String backpacks,
            @Nullable String wallet,
            boolean isHidden,
            @Nullable String lacks) {}

    /** Who looks at an award. */
    enum Viewer {
        ANYONE,
        ITS_LEARNER,
        ADMINISTRATOR
    }

    /**
     * Who looks at what.
     *
     * @param sharing what its learner lets others see
     * @param by who looks
     */
    record Viewed(Award award, Earned earned, Sharing sharing, Viewer by) {
        boolean isHosted() {
            return award.isPublic() || sharing.hosted();
        }
    }

    /**
     * @param achievement what it means, in the reader's language
     * @param replacement the page of the award that takes its place; null when there is none that anyone may see
     */
    static AwardPage of(
            Viewed viewed,
            Achievement achievement,
            AwardStanding standing,
            AwardFiles files,
            @Nullable String replacement) {
        Earned earned = viewed.earned();
        IssuerIdentity issuer = standing.who();
        Addresses addresses = issuer.addresses();
        Instant expires = viewed.award().lastMoment();
        return new AwardPage(
                achievement,
                Markdown.html(achievement.criteria(), 2),
                addresses.badge(achievement.badge(), achievement.version()).getRawPath(),
                BadgePage.picture(addresses, achievement),
                issuer.profile().name(),
                new Moment(viewed.award().earnedAt()),
                expires == null ? null : new Moment(expires),
                earned.shown().evidence() ? evidence(earned) : null,
                score(earned.shownScore()),
                BadgePage.alignments(achievement),
                standing.verdict(),
                standing.checks(),
                standing.did(),
                AwardDownloads.of(earned, addresses, files, standing.proof() != null, viewed.isHosted()),
                viewed.award().isPublic() ? abroad(standing) : Abroad.NOWHERE,
                replacement,
                viewed.by() == Viewer.ANYONE ? null : desk(viewed, issuer),
                !viewed.award().isPublic(),
                issuer.isTrial());
    }

    private static @Nullable String score(@Nullable BigDecimal score) {
        return score == null ? null : score.stripTrailingZeros().toPlainString() + " %";
    }

    private static Saying evidence(Earned earned) {
        int version = earned.achievement().version();
        return earned.evidence() == 0
                ? Saying.of("verify.evidence.none", version)
                : Saying.of("verify.evidence.statements", version, earned.evidence());
    }

    private static Abroad abroad(AwardStanding standing) {
        Addresses addresses = standing.who().addresses();
        Earned earned = standing.earned();
        Achievement achievement = earned.achievement();
        String page = addresses.award(earned.credential()).toString();
        Preview preview = new Preview(
                achievement.name(),
                achievement.description(),
                addresses
                        .badge(achievement.badge(), achievement.version(), BadgeForm.PICTURE_PNG)
                        .toString(),
                page);
        return new Abroad(
                earned.standing().holds() ? preview : null,
                standing.isGood() && !standing.who().isTrial() ? AddToProfile.of(earned, standing.who()) : null,
                "/verify?link=" + AddToProfile.encoded(page));
    }

    private static @Nullable String lacks(IssuerIdentity issuer) {
        if (!issuer.issuesOb2()) {
            return NO_EMAIL;
        }
        return issuer.isTrial() ? TRIAL : null;
    }

    private static Desk desk(Viewed viewed, IssuerIdentity issuer) {
        boolean isGone = !viewed.earned().standing().holds();
        boolean isLearner = viewed.by() == Viewer.ITS_LEARNER;
        String award =
                (isLearner ? "/my/awards/" : "/admin/awards/") + viewed.award().id();
        String certificate = issuer.addresses()
                .award(viewed.earned().credential(), AwardForm.CERTIFICATE)
                .getRawPath();
        return new Desk(
                isLearner ? "verify.desk.yours" : "verify.desk.administrators",
                isGone ? null : certificate,
                award + "/sharing",
                isLearner ? "/my/badges/" + viewed.award().badge() : null,
                isLearner && viewed.award().isPublic()
                        ? issuer.addresses().award(viewed.earned().credential()).toString()
                        : null,
                isGone || viewed.isHosted() || !issuer.issuesOb2() ? null : award + "/hosted",
                isLearner && !isGone ? "/my/backpacks" : null,
                isLearner && !isGone ? "/my/wallet/" + viewed.award().id() : null,
                isLearner && !isGone && !viewed.award().isPublic(),
                lacks(issuer));
    }
}
