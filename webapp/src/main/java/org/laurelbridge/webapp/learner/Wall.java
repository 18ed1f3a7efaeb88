package org.laurelbridge.webapp.learner;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.ClassStandings.Cell;
import org.laurelbridge.bridge.award.ClassStandings.Mark;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Ahead;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Renewal;
import org.laurelbridge.webapp.learner.MyBadgesPage.Answered;
import org.laurelbridge.webapp.learner.MyBadgesPage.Held;
import org.laurelbridge.webapp.learner.MyBadgesPage.Rest;
import org.laurelbridge.webapp.learner.MyBadgesPage.UnderWay;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.AwardState;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.webapp.words.Words;

/**
 * What stands on one learner's wall. Badges of which nothing is known cost nothing; of those under way the nearest alone are
 * explained, as many as the page shows.
 */
final class Wall {
    private static final int MOST = 500;
    private static final int EXPLAINED = 12;
    private static final int RENEWED = 6;
    private static final int NEXT = 2;
    private static final int REST = 200;
    private static final int ANSWERED = 5;
    private static final Duration LATELY = Duration.ofDays(14);
    private static final Duration SOON = Duration.ofDays(60);

    private static final Comparator<Map.Entry<Badge, Cell>> NEAREST = Comparator.comparing(
                    (Map.Entry<Badge, Cell> one) -> !one.getValue().isNear())
            .thenComparing(one -> one.getValue().of() - one.getValue().done())
            .thenComparing(one -> one.getKey().title());

    private final LearnerDesk desk;
    private final PersonId learner;
    private final Words words;
    private final Instant now;
    private final List<Award> awards;
    private final List<Award> offered;
    private final List<Award> closed;

    Wall(LearnerDesk desk, PersonId learner, Words words) {
        this.desk = desk;
        this.learner = learner;
        this.words = words;
        this.now = desk.clock().instant();
        List<Award> all = desk.awards().list(null, learner, null, MOST).stream()
                .sorted(Comparator.comparing(Award::earnedAt).reversed())
                .toList();
        this.offered =
                all.stream().filter(award -> award.standing().isToBeClaimed()).toList();
        this.awards = all.stream()
                .filter(award -> award.status() != AwardStatus.WITHDRAWN && award.status() != AwardStatus.SUPERSEDED)
                .filter(award -> !award.standing().isToBeClaimed())
                .toList();
        this.closed = LearnerDesk.newest(all).stream()
                .filter(award -> award.standing().isDeclined())
                .toList();
    }

    MyBadgesPage page(MyFrame frame, long number) {
        Set<String> held = Stream.concat(awards.stream(), offered.stream())
                .map(Award::badge)
                .collect(Collectors.toSet());
        List<Badge> others = desk.rules().current().badges().stream()
                .filter(badge -> !held.contains(badge.id()))
                .toList();
        Map<String, Cell> cells = desk.standings()
                .of(List.of(learner), others.stream().map(Badge::id).toList())
                .getOrDefault(learner, Map.of());
        List<Badge> begun = begun(others, cells);
        List<Rest> rest = rest(others, cells, begun);
        return new MyBadgesPage(
                frame,
                number,
                answered(),
                returned(begun),
                offered.stream().map(award -> Offer.of(desk, award, words)).toList(),
                awards.stream().map(award -> held(desk, award, words)).toList(),
                Stream.concat(renewals(), begun.stream().flatMap(badge -> underWay(badge).stream()))
                        .toList(),
                rest.stream().limit(REST).toList(),
                Math.max(0, rest.size() - REST));
    }

    private List<Answered> answered() {
        Instant since = now.minus(LATELY);
        return desk.learning().questions().list(List.of(learner), ANSWERED).stream()
                .flatMap(question -> Stream.ofNullable(question.answeredAt())
                        .filter(since::isBefore)
                        .map(at -> new Answered(
                                title(question.badge()), LearnerDesk.path(question.badge()) + "#ask", new Moment(at))))
                .toList();
    }

    /** Work that waits for its learner. */
    private List<Answered> returned(List<Badge> begun) {
        Set<String> open = Stream.concat(
                        begun.stream().map(Badge::id),
                        awards.stream()
                                .filter(award -> award.status() == AwardStatus.PROPOSED)
                                .map(Award::badge))
                .collect(Collectors.toSet());
        return desk.learning().returns().list(List.of(learner), open).stream()
                .map(one -> new Answered(
                        title(one.badge()), LearnerDesk.path(one.badge()) + "#sent-back", new Moment(one.at())))
                .toList();
    }

    private String title(String badge) {
        return desk.rules().current().find(badge).map(words::title).orElse(badge);
    }

    private List<Badge> begun(List<Badge> badges, Map<String, Cell> cells) {
        return badges.stream()
                .filter(badge -> closed(badge).isEmpty())
                .map(badge -> Map.entry(badge, cells.getOrDefault(badge.id(), Cell.NOT_BEGUN)))
                .filter(one -> one.getValue().mark() == Mark.UNDER_WAY)
                .sorted(NEAREST)
                .limit(EXPLAINED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Rest> rest(List<Badge> badges, Map<String, Cell> cells, List<Badge> begun) {
        Set<Badge> shown = new HashSet<>(begun);
        return badges.stream()
                .filter(badge -> !shown.contains(badge))
                .sorted(Comparator.comparing(badge -> words.title(badge).toLowerCase(Locale.ROOT)))
                .map(badge -> new Rest(
                        words.title(badge),
                        words.lang(badge),
                        LearnerDesk.path(badge.id()),
                        closed(badge)
                                .map(award -> award.standing().isLeft() ? "claiming.left" : "claiming.declined")
                                .orElseGet(() -> state(cells.getOrDefault(badge.id(), Cell.NOT_BEGUN)
                                        .mark()))))
                .toList();
    }

    /** What nobody gives any more of itself, though it was earned: its learner left it, or somebody declined it. */
    private Optional<Award> closed(Badge badge) {
        return closed.stream().filter(award -> award.badge().equals(badge.id())).findFirst();
    }

    private static @Nullable String state(Mark mark) {
        return switch (mark) {
            case UNDER_WAY -> "mine.rest.under-way";
            case IMPOSSIBLE -> "mine.rest.impossible";
            default -> null;
        };
    }

    private Optional<UnderWay> underWay(Badge badge) {
        return desk.explanations()
                .explain(learner, badge.id(), words.locale())
                .map(answer -> underWay(answer, false, answer.ahead().deadline()));
    }

    private UnderWay underWay(Explanations.Answer answer, boolean isRenewal, @Nullable Instant deadline) {
        Badge badge = answer.badge();
        Ahead ahead = answer.ahead();
        return new UnderWay(
                words.title(badge),
                words.lang(badge),
                desk.picture(badge.id(), badge.version()),
                LearnerDesk.path(badge.id()),
                isRenewal,
                ahead.progress(),
                ahead.done(),
                ahead.of(),
                ahead.next().stream().limit(NEXT).toList(),
                LearnerDesk.left(deadline, now));
    }

    private Stream<UnderWay> renewals() {
        return LearnerDesk.newest(awards).stream()
                .filter(this::isRenewable)
                .sorted(Comparator.comparing(award -> Objects.requireNonNull(award.expiresAt())))
                .limit(RENEWED)
                .flatMap(award -> desk.explanations().renewal(learner, award.badge(), words.locale()).stream())
                .map(renewal -> underWay(renewal.answer(), true, renewal.closes()));
    }

    /** Whether the time has come in which it may be renewed, by the rule that is in force. */
    private boolean isRenewable(Award award) {
        Instant expiry = award.expiresAt();
        Badge badge = desk.rules().current().find(award.badge()).orElse(null);
        if (award.status() != AwardStatus.VALID
                || expiry == null
                || badge == null
                || !badge.terms().repeats()) {
            return false;
        }
        Renewal renew = badge.terms().renew();
        Instant opens = renew == null
                ? expiry
                : renew.opens().before(expiry.atZone(badge.zone())).toInstant();
        return !now.isBefore(opens);
    }

    /** An award as it is shown to its learner. */
    static Held held(LearnerDesk desk, Award award, Words words) {
        int version = award.badgeVersion();
        Instant now = desk.clock().instant();
        AwardState state = AwardState.of(award, now);
        boolean isGiven = award.status().isGiven();
        String page =
                isGiven ? desk.addresses().award(award.credential()).getRawPath() : LearnerDesk.path(award.badge());
        Optional<Badge> badge = desk.rules().current().find(award.badge(), version);
        @Nullable String shown = !isGiven ? null : award.isPublic() ? "my.badges.public" : "my.badges.private";
        return new Held(
                award.id() + " " + state.word(),
                badge.map(words::title).orElse(award.badge()),
                badge.map(words::lang).orElse(null),
                desk.picture(award.badge(), version),
                page,
                new Moment(award.earnedAt()),
                state,
                shown,
                until(award, now));
    }

    private static @Nullable Saying until(Award award, Instant now) {
        Instant last = award.lastMoment();
        if (award.status() != AwardStatus.VALID || last == null) {
            return null;
        }
        if (award.isExpired(now)) {
            return Saying.of("mine.expired", last);
        }
        Duration left = Duration.between(now, last);
        return left.compareTo(SOON) > 0
                ? Saying.of("mine.valid-until", last)
                : Saying.of("mine.expires", left.toDays(), last);
    }
}
