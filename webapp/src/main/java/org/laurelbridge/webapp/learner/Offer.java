package org.laurelbridge.webapp.learner;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.webapp.words.Words;

/**
 * A badge that a learner has earned, and that is theirs once they claim it.
 *
 * @param key of it as it stands
 * @param lang of the title and of what it says; null for the page's language
 * @param about what it says; null where its rule says enough
 * @param path of its page
 * @param claims where it is claimed or left
 * @param isLeft whether they left it before
 */
public record Offer(
        String key,
        String title,
        @Nullable String lang,
        @Nullable String about,
        String picture,
        String path,
        String claims,
        Moment earned,
        boolean isLeft) {

    static boolean is(Award award) {
        return award.standing().isToBeClaimed() || award.standing().isLeft();
    }

    /** @param award one of which {@link #is} */
    static Offer of(LearnerDesk desk, Award award, Words words) {
        Badge badge =
                desk.rules().current().find(award.badge(), award.badgeVersion()).orElse(null);
        return new Offer(
                award.id() + " offered",
                badge == null ? award.badge() : words.title(badge),
                badge == null ? null : words.lang(badge),
                badge == null ? null : words.description(badge),
                desk.picture(award.badge(), award.badgeVersion()),
                LearnerDesk.path(award.badge()),
                MyClaimsServlet.path(award),
                new Moment(award.earnedAt()),
                award.standing().isLeft());
    }

    /** What is said when it comes while its learner looks on. */
    public Saying news() {
        return Saying.of("claiming.news", title);
    }
}
