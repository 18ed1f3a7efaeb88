package org.laurelbridge.webapp.admin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.admin.PersonPage.Held;
import org.laurelbridge.webapp.admin.PersonPage.Open;
import org.laurelbridge.webapp.admin.PersonPage.Why;

/** Reads how a person stands with every badge. */
public final class Standings {
    private static final int MOST_BADGES = 500;

    private final Awards awards;
    private final Explanations explanations;
    private final RuleBook rules;
    private final Addresses addresses;

    public Standings(Awards awards, Explanations explanations, RuleBook rules, Addresses addresses) {
        this.awards = awards;
        this.explanations = explanations;
        this.rules = rules;
        this.addresses = addresses;
    }

    PersonPage page(Frame frame, Person person) {
        List<Award> earned = awards.list(null, person.id(), null, MOST_BADGES);
        List<Held> held = earned.stream().map(this::held).toList();
        Set<String> badges = new HashSet<>();
        earned.forEach(award -> badges.add(award.badge()));
        List<Open> open = new ArrayList<>();
        for (Badge badge : rules.current().badges()) {
            if (!badges.contains(badge.id())) {
                open.add(new Open(
                        badge.title(), addresses.badge(badge.id()).getRawPath(), why(person.id(), badge.id())));
            }
        }
        return PersonPage.of(frame, person, held, open);
    }

    private Held held(Award award) {
        String title = rules.current()
                .find(award.badge(), award.badgeVersion())
                .map(Badge::title)
                .orElse(null);
        String picture = addresses
                .badge(award.badge(), award.badgeVersion(), BadgeForm.PICTURE)
                .getRawPath();
        return PersonPage.held(award, title, picture, why(award.person(), award.badge()));
    }

    private List<Why> why(PersonId person, String badge) {
        return explanations
                .explain(person, badge)
                .map(answer -> answer.lines().stream().map(Why::of).toList())
                .orElse(List.of());
    }
}
