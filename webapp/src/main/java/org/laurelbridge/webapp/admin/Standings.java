package org.laurelbridge.webapp.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.ClassStandings;
import org.laurelbridge.bridge.award.ClassStandings.Cell;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.award.Explanations.Answer;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.admin.PersonPage.Held;
import org.laurelbridge.webapp.admin.PersonPage.Name;
import org.laurelbridge.webapp.admin.PersonPage.Notified;
import org.laurelbridge.webapp.admin.PersonPage.Open;
import org.laurelbridge.webapp.admin.PersonPage.Rest;
import org.laurelbridge.webapp.admin.PersonPage.Said;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.words.Words;

/** Reads how a person stands with every badge, what they were told and what is said of them. */
public final class Standings {
    private static final int MOST = 500;
    private static final int NOTICES = 50;
    /** Of the badges that were not earned. */
    private static final int EXPLAINED = 20;

    private final Awards awards;
    private final Explanations explanations;
    private final ClassStandings standings;
    private final Attesting attesting;
    private final RuleBook rules;
    private final Addresses addresses;

    public Standings(
            Awards awards,
            Explanations explanations,
            ClassStandings standings,
            Attesting attesting,
            RuleBook rules,
            Addresses addresses) {
        this.standings = standings;
        this.awards = awards;
        this.explanations = explanations;
        this.attesting = attesting;
        this.rules = rules;
        this.addresses = addresses;
    }

    /** @param asked the badge that is to be explained in any case; null for none */
    PersonPage page(Frame frame, Person person, @Nullable String asked, Words words) {
        List<Award> earned = awards.list(null, person.id(), null, MOST);
        Set<String> held = earned.stream().map(Award::badge).collect(Collectors.toSet());
        List<Badge> others = nearestFirst(person, held, asked);
        List<String> told = others.stream().limit(EXPLAINED).map(Badge::id).toList();
        Map<String, Answer> answers = explanations.explain(
                person.id(), Stream.concat(held.stream(), told.stream()).toList(), words.locale());
        return new PersonPage(
                frame,
                "/admin/people/" + person.id(),
                PeoplePage.name(person),
                person.identifiers().stream().map(Name::of).toList(),
                earned.stream()
                        .map(award -> held(
                                award,
                                isNewest(award, earned) ? why(answers.get(award.badge())) : List.of(),
                                frame,
                                words))
                        .toList(),
                others.stream()
                        .limit(EXPLAINED)
                        .map(badge -> open(badge, why(answers.get(badge.id())), words))
                        .toList(),
                others.stream()
                        .skip(EXPLAINED)
                        .map(badge -> new Rest(badge.id(), words.title(badge)))
                        .toList(),
                awards.listNotices(person.id(), NOTICES).stream()
                        .map(one -> Notified.of(one, title(one.notice().badge(), words)))
                        .toList(),
                attesting.list(person.id()).stream().map(Said::of).toList());
    }

    /** The badges in force that somebody has not: what is asked for, what has begun, what cannot be had any more, then the others. */
    private List<Badge> nearestFirst(Person person, Set<String> held, @Nullable String asked) {
        List<Badge> others = rules.current().badges().stream()
                .filter(badge -> !held.contains(badge.id()))
                .toList();
        if (others.size() <= EXPLAINED) {
            return others;
        }
        Map<String, Cell> cells = standings
                .of(List.of(person.id()), others.stream().map(Badge::id).toList())
                .getOrDefault(person.id(), Map.of());
        return others.stream()
                .sorted(Comparator.comparingInt((Badge badge) -> badge.id().equals(asked)
                        ? 0
                        : switch (cells.getOrDefault(badge.id(), Cell.NOT_BEGUN).mark()) {
                            case UNDER_WAY -> 1;
                            case IMPOSSIBLE -> 2;
                            default -> 3;
                        }))
                .toList();
    }

    private static boolean isNewest(Award award, List<Award> earned) {
        return earned.stream().noneMatch(other -> other.badge().equals(award.badge()) && other.cycle() > award.cycle());
    }

    private Held held(Award award, List<Why> why, Frame frame, Words words) {
        String title = rules.current()
                .find(award.badge(), award.badgeVersion())
                .map(words::title)
                .orElse(null);
        String picture = addresses
                .badge(award.badge(), award.badgeVersion(), BadgeForm.PICTURE)
                .getRawPath();
        return PersonPage.held(award, title, picture, why, frame.now());
    }

    private Open open(Badge badge, List<Why> why, Words words) {
        return new Open(words.title(badge), addresses.badge(badge.id()).getRawPath(), why);
    }

    private String title(String badge, Words words) {
        return rules.current().find(badge).map(words::title).orElse(badge);
    }

    private static List<Why> why(@Nullable Answer answer) {
        return answer == null ? List.of() : answer.lines().stream().map(Why::of).toList();
    }
}
