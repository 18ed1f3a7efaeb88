package org.laurelbridge.webapp.admin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.admin.PersonPage.Held;
import org.laurelbridge.webapp.admin.PersonPage.Name;
import org.laurelbridge.webapp.admin.PersonPage.Notified;
import org.laurelbridge.webapp.admin.PersonPage.Open;
import org.laurelbridge.webapp.admin.PersonPage.Said;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.words.Words;

/** Reads how a person stands with every badge, what they were told and what is said of them. */
public final class Standings {
    private static final int MOST = 500;
    private static final int NOTICES = 50;

    private final Awards awards;
    private final Explanations explanations;
    private final Attesting attesting;
    private final RuleBook rules;
    private final Addresses addresses;

    public Standings(
            Awards awards, Explanations explanations, Attesting attesting, RuleBook rules, Addresses addresses) {
        this.awards = awards;
        this.explanations = explanations;
        this.attesting = attesting;
        this.rules = rules;
        this.addresses = addresses;
    }

    PersonPage page(Frame frame, Person person, Words words) {
        List<Award> earned = awards.list(null, person.id(), null, MOST);
        return new PersonPage(
                frame,
                "/admin/people/" + person.id(),
                PeoplePage.name(person),
                person.identifiers().stream().map(Name::of).toList(),
                earned.stream()
                        .map(award -> held(award, isNewest(award, earned), frame.now(), words))
                        .toList(),
                open(person, earned, words),
                awards.listNotices(person.id(), NOTICES).stream()
                        .map(told -> Notified.of(told, title(told.notice().badge(), words)))
                        .toList(),
                attesting.list(person.id()).stream().map(Said::of).toList());
    }

    private static boolean isNewest(Award award, List<Award> earned) {
        return earned.stream().noneMatch(other -> other.badge().equals(award.badge()) && other.cycle() > award.cycle());
    }

    private Held held(Award award, boolean isNewest, Instant now, Words words) {
        String title = rules.current()
                .find(award.badge(), award.badgeVersion())
                .map(words::title)
                .orElse(null);
        String picture = addresses
                .badge(award.badge(), award.badgeVersion(), BadgeForm.PICTURE)
                .getRawPath();
        return PersonPage.held(
                award, title, picture, isNewest ? why(award.person(), award.badge(), words) : List.of(), now);
    }

    private List<Open> open(Person person, List<Award> earned, Words words) {
        Set<String> badges = earned.stream().map(Award::badge).collect(Collectors.toSet());
        return rules.current().badges().stream()
                .filter(badge -> !badges.contains(badge.id()))
                .map(badge -> new Open(
                        words.title(badge),
                        addresses.badge(badge.id()).getRawPath(),
                        why(person.id(), badge.id(), words)))
                .toList();
    }

    private String title(String badge, Words words) {
        return rules.current().find(badge).map(words::title).orElse(badge);
    }

    private List<Why> why(PersonId person, String badge, Words words) {
        return explanations
                .explain(person, badge, words.locale())
                .map(answer -> answer.lines().stream().map(Why::of).toList())
                .orElse(List.of());
    }
}
