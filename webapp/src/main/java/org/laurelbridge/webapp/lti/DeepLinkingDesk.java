package org.laurelbridge.webapp.lti;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurelbridge.bridge.Lti;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.launch.Launch;
import org.laurelbridge.bridge.lti.launch.Launch.Message.DeepLinking;
import org.laurelbridge.bridge.lti.place.Choices.Choice;
import org.laurelbridge.bridge.lti.place.ContentItem;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.secret.RandomText;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.lti.ChoosePage.ColumnForm;
import org.laurelbridge.webapp.lti.ChoosePage.Offer;

/** Offers badges to an instructor, and tells the platform which were chosen (Deep Linking 2.0). */
public final class DeepLinkingDesk {
    private static final int MOST_SHOWN = 60;

    private final Lti lti;
    private final RuleBook rules;
    private final Achievements achievements;
    private final Addresses addresses;
    private final InstantSource clock;
    private final RandomText random = new RandomText();

    public DeepLinkingDesk(
            Lti lti, RuleBook rules, Achievements achievements, Addresses addresses, InstantSource clock) {
        this.lti = lti;
        this.rules = rules;
        this.achievements = achievements;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * Begins a choice; the page is of the token that only it holds.
     *
     * @param waiting the token of a page that stands in a frame already; empty for a new one
     */
    ChoosePage begin(
            Account account, LtiPlatform platform, Launch launch, DeepLinking asked, Optional<String> waiting) {
        Choice choice = new Choice(
                account.id(),
                platform.id(),
                launch.deployment(),
                launch.context().map(Launch.Context::id),
                asked);
        String token = waiting.orElseGet(random::next);
        // whoever signs in twice for one page goes on with the last
        waiting.ifPresent(page -> lti.choices().take(page, clock.instant()));
        lti.choices().begin(choice, token, clock.instant());
        ColumnForm column = new ColumnForm(true, "", Integer.toString(ContentItem.USUAL_POINTS));
        return page(choice, token, new Chosen("", List.of(), column), List.of());
    }

    /** A choice that was not made yet. */
    Optional<Choice> find(String token) {
        return lti.choices().find(token, clock.instant());
    }

    ChoosePage page(Choice choice, String token, Chosen chosen, List<String> problems) {
        List<Badge> badges = rules.current().badges();
        String words = chosen.query().strip().toLowerCase(Locale.ROOT);
        List<Badge> found = badges.stream()
                .filter(badge -> !chosen.badges().contains(badge.id()) && isFound(badge, words))
                .toList();
        List<Offer> offers = Stream.concat(
                        badges.stream().filter(badge -> chosen.badges().contains(badge.id())),
                        found.stream().limit(MOST_SHOWN))
                .map(badge -> offer(badge, chosen.badges().contains(badge.id())))
                .toList();
        DeepLinking asked = choice.asked();
        return new ChoosePage(
                token,
                chosen.query(),
                offers,
                found.size() > MOST_SHOWN,
                asked.takesMany(),
                asked.takesLineItem(),
                chosen.column(),
                problems);
    }

    private static boolean isFound(Badge badge, String words) {
        String text = (badge.title() + " " + badge.id()).toLowerCase(Locale.ROOT);
        return Stream.of(words.split("\\s+", -1)).allMatch(text::contains);
    }

    private Offer offer(Badge badge, boolean isChosen) {
        return new Offer(
                badge.id(),
                badge.title(),
                addresses.badge(badge.id(), badge.version(), BadgeForm.PICTURE).getRawPath(),
                text(badge),
                isChosen);
    }

    private String text(Badge badge) {
        return achievements
                .find(badge.id(), badge.version())
                .map(Achievement::description)
                .orElse("");
    }

    /** What is not right about it, in words. */
    List<String> problems(Choice choice, Chosen chosen) {
        List<String> problems = new ArrayList<>();
        List<String> known = rules.current().badges().stream().map(Badge::id).toList();
        if (chosen.badges().isEmpty()) {
            problems.add("lti.problem.none");
        }
        if (chosen.badges().size() > 1 && !choice.asked().takesMany()) {
            problems.add("lti.problem.one");
        }
        if (!known.containsAll(chosen.badges())) {
            problems.add("lti.problem.gone");
        }
        if (choice.asked().takesLineItem()
                && chosen.column().isWanted()
                && chosen.points().isEmpty()) {
            problems.add("lti.problem.points");
        }
        return problems;
    }

    /** Takes the choice, once. Empty when somebody did already, or the platform is gone. */
    Optional<PlacePage> place(String token, Chosen chosen) {
        return lti.choices()
                .take(token, clock.instant())
                .flatMap(choice -> lti.platforms()
                        .find(choice.platform())
                        .map(platform ->
                                PlacePage.of(choice, lti.response().sign(platform, choice, items(choice, chosen)))));
    }

    private List<ContentItem> items(Choice choice, Chosen chosen) {
        return rules.current().badges().stream()
                .filter(badge -> chosen.badges().contains(badge.id()))
                .map(badge -> new ContentItem(
                        badge.id(),
                        badge.title(),
                        text(badge),
                        addresses.at("lti", "open"),
                        addresses.badge(badge.id(), badge.version(), BadgeForm.PICTURE_PNG),
                        column(choice, chosen, badge)))
                .toList();
    }

    /** A name that was typed is for one badge. */
    private static Optional<ContentItem.Column> column(Choice choice, Chosen chosen, Badge badge) {
        String typed = chosen.column().label().strip();
        String label = typed.isEmpty() || chosen.badges().size() > 1 ? badge.title() : typed;
        return chosen.points()
                .filter(points ->
                        choice.asked().takesLineItem() && chosen.column().isWanted())
                .map(points -> new ContentItem.Column(label, points));
    }
}
