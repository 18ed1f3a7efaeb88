package org.laurelbridge.webapp.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.IssuerIdentity;

/**
 * What a badge means.
 *
 * @param criteria how it is earned, as safe HTML
 * @param newest the newest version's address, when this is an earlier one; else null
 */
public record BadgePage(
        Achievement achievement,
        String criteria,
        String picture,
        String issuer,
        boolean isTrial,
        @Nullable String newest,
        List<Alignment> alignments) {

    /**
     * A skill or a standard.
     *
     * @param code and its name, where it has one
     * @param link null where no address of it is known
     */
    public record Alignment(
            String framework, String code, @Nullable String link) {}

    public static BadgePage of(Achievement achievement, IssuerIdentity issuer, int newestVersion) {
        Addresses addresses = issuer.addresses();
        String newest = newestVersion > achievement.version()
                ? addresses.badge(achievement.badge(), newestVersion).getRawPath()
                : null;
        return new BadgePage(
                achievement,
                Markdown.html(achievement.criteria(), 3),
                picture(addresses, achievement),
                issuer.profile().name(),
                issuer.isTrial(),
                newest,
                alignments(achievement));
    }

    static String picture(Addresses addresses, Achievement achievement) {
        return addresses
                .badge(achievement.badge(), achievement.version(), BadgeForm.PICTURE)
                .getRawPath();
    }

    static List<Alignment> alignments(Achievement achievement) {
        return achievement.align().stream()
                .map(one -> new Alignment(
                        one.framework(),
                        one.name() == null ? one.code() : one.code() + " " + one.name(),
                        one.address().orElse(null)))
                .toList();
    }
}
