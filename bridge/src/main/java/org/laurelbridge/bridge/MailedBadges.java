package org.laurelbridge.bridge;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.deliver.mail.MailTarget;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.rule.Badge;

/** What mails say of badges. */
record MailedBadges(Achievements achievements, RuleBook rules) implements MailTarget.Badges {

    @Override
    public String title(Award award, Locale language) {
        return achievements
                .find(award.badge(), award.badgeVersion())
                .map(badge -> badge.in(language.getLanguage()).orElse(badge))
                .map(Achievement::name)
                .orElse(award.badge());
    }

    @Override
    public String title(String badge, Locale language) {
        return rules.current()
                .find(badge)
                .flatMap(known -> achievements.find(badge, known.version()))
                .map(known -> known.in(language.getLanguage()).orElse(known))
                .map(Achievement::name)
                .orElse(badge);
    }

    @Override
    public ZoneId zone(Award award) {
        return rules.current()
                .find(award.badge(), award.badgeVersion())
                .map(Badge::zone)
                .orElse(ZoneOffset.UTC);
    }
}
