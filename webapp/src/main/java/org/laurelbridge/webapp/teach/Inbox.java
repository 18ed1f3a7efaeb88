package org.laurelbridge.webapp.teach;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Explanations.Answer;
import org.laurelbridge.bridge.award.Returns.Returned;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.InboxPage.Evidence;
import org.laurelbridge.webapp.teach.InboxPage.One;
import org.laurelbridge.webapp.teach.InboxPage.State;
import org.laurelbridge.webapp.words.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds what waits for an instructor's word: of their courses' own badges and people, and never about themselves. */
record Inbox(ClassDesk desk, Approvals approvals) {
    private static final int SHOWN = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Somebody and a badge of a class. */
    private record Case(
            ClassDesk.Pupils of,
            Learner learner,
            Badge badge,
            @Nullable Award award) {
        PersonId person() {
            return learner.person();
        }
    }

    InboxPage page(TeachFrame frame, Visitor visitor, int plans, Words words) {
        List<One> waiting = new ArrayList<>();
        List<One> doubts = new ArrayList<>();
        for (var taught : desk.taught(visitor)) {
            ClassDesk.Pupils of = desk.open(visitor, taught.course());
            if (of.isOwn()) {
                awards(of, visitor, desk.teaching().standings().proposed(of.people(), of.badgeIds()))
                        .map(one -> one(one, visitor, words))
                        .forEach(waiting::add);
                conditions(of, visitor).map(one -> one(one, visitor, words)).forEach(waiting::add);
                awards(of, visitor, desk.teaching().standings().doubted(of.people(), of.badgeIds()))
                        .map(one -> one(one, visitor, words))
                        .forEach(doubts::add);
            }
        }
        return new InboxPage(
                frame,
                waiting.stream().filter(one -> !isReturned(one)).toList(),
                waiting.stream().filter(Inbox::isReturned).toList(),
                doubts,
                plans);
    }

    /** What was handed in since it was sent back puts it in front again. */
    private static boolean isReturned(One one) {
        Moment at = one.state().returned();
        return at != null
                && one.evidence().stream().noneMatch(more -> more.at().at().isAfter(at.at()));
    }

    private Stream<Case> awards(ClassDesk.Pupils of, Visitor visitor, List<AwardId> ids) {
        Map<PersonId, Learner> learners = learners(of);
        return ids.stream()
                .limit(SHOWN)
                .flatMap(id -> desk.awards().find(id.value()).stream())
                .filter(award -> !visitor.isLearner(award.person()))
                .flatMap(award -> Optional.ofNullable(learners.get(award.person())).stream()
                        .flatMap(
                                learner -> badge(of, award.badge()).map(badge -> new Case(of, learner, badge, award))));
    }

    /** Those who miss an instructor's approval alone. */
    private Stream<Case> conditions(ClassDesk.Pupils of, Visitor visitor) {
        List<String> asking = of.badges().stream()
                .filter(Approvals::asksForAny)
                .map(Badge::id)
                .toList();
        if (asking.isEmpty()) {
            return Stream.empty();
        }
        Map<PersonId, Learner> learners = learners(of);
        return desk.teaching().standings().near(of.people(), asking).stream()
                .filter(person -> !visitor.isLearner(person))
                .sorted(Comparator.comparing(PersonId::toString))
                .flatMap(person -> Stream.ofNullable(learners.get(person)))
                .flatMap(learner -> of.badges().stream()
                        .filter(badge -> asking.contains(badge.id())
                                && approvals.missing(learner.person(), badge).isPresent())
                        .map(badge -> new Case(of, learner, badge, null)))
                .limit(SHOWN);
    }

    private static Map<PersonId, Learner> learners(ClassDesk.Pupils of) {
        return of.learners().stream()
                .collect(Collectors.toMap(Learner::person, learner -> learner, (one, same) -> one));
    }

    private static Stream<Badge> badge(ClassDesk.Pupils of, String id) {
        return of.badges().stream().filter(badge -> badge.id().equals(id));
    }

    private One one(Case one, Visitor visitor, Words words) {
        Award award = one.award();
        Optional<Answer> answer =
                desk.explanations().explain(one.person(), one.badge().id(), words.locale());
        Moment since = award == null
                ? null
                : new Moment(Objects.requireNonNullElse(award.unsupportedSince(), award.earnedAt()));
        return new One(
                (award == null
                        ? one.person() + "-" + one.badge().id()
                        : award.id().toString()),
                CourseAddress.of(one.of().taught().course()),
                award == null ? null : award.id().toString(),
                award == null ? one.person().toString() : null,
                one.badge().id(),
                ClassDesk.name(one.learner()),
                CourseAddress.person(one.of().taught().course(), one.person()),
                ClassDesk.title(one.of().taught(), words),
                words.title(one.badge()),
                since,
                state(one, visitor, answer.orElse(null), words),
                evidence(one),
                answer.map(said -> LearnerView.lines(one.of(), one.person(), said, words)).orElse(List.of()));
    }

    private State state(Case one, Visitor visitor, @Nullable Answer answer, Words words) {
        Award award = one.award();
        Returned returned = award != null && award.status() != AwardStatus.PROPOSED
                ? null
                : approvals.returns().find(one.person(), one.badge().id()).orElse(null);
        Optional<Approvals.Asked> asked =
                award == null ? approvals.missing(one.person(), one.badge()) : Optional.empty();
        boolean isBack = returned != null
                && approvals
                        .returned(List.of(one.person()), List.of(one.badge().id()))
                        .containsKey(one.person());
        return new State(
                asked.map(Approvals.Asked::done).orElse(0),
                asked.map(Approvals.Asked::needed).orElse(1),
                asked.filter(ask -> approvals.hasApproved(one.person(), ask, visitor))
                        .isPresent(),
                returned == null ? null : returned.note(),
                returned == null ? null : new Moment(returned.at()),
                award == null ? null : then(award, words),
                award == null || answer == null ? null : now(answer, words),
                award == null ? null : award.reason(),
                mark(award, isBack));
    }

    private static String mark(@Nullable Award award, boolean isBack) {
        if (award == null || award.status() == AwardStatus.PROPOSED) {
            return isBack ? Shown.SENT_BACK : "teach.mark.proposed";
        }
        return award.status() == AwardStatus.REVIEW ? "teach.mark.review" : "teach.mark.suspended";
    }

    private static @Nullable String then(Award award, Words words) {
        JsonNode score = JSON.readTree(award.explanation()).path("score");
        return score.isNumber() ? percent(score.decimalValue(), words) : null;
    }

    /** Of the condition that a score does not reach, else the one that decides. */
    private static @Nullable String now(Answer answer, Words words) {
        Percent score = leaves(answer.decision().explanation().tree())
                .map(Finding::score)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return score == null ? null : percent(score.shown(), words);
    }

    private static Stream<Finding> leaves(Finding finding) {
        return finding.parts().isEmpty()
                ? Stream.of(finding)
                : finding.parts().stream().flatMap(Inbox::leaves);
    }

    private static String percent(BigDecimal score, Words words) {
        return words.say("planning.score", score);
    }

    private List<Evidence> evidence(Case one) {
        return approvals.attesting().list(one.person()).stream()
                .filter(said -> said.topic() == Topic.EVIDENCE
                        && said.subject().equals(one.badge().id()))
                .sorted(Comparator.comparing(Attestation::from))
                .map(Inbox::evidence)
                .toList();
    }

    private static Evidence evidence(Attestation said) {
        String text = said.detail().isBlank() ? said.value() : said.detail();
        boolean isLink = isLink(text);
        boolean isPicture = isLink
                && text.startsWith("https:")
                && text.toLowerCase(Locale.ROOT).matches("[^?#]+\\.(png|jpe?g|gif|webp)([?#].*)?");
        return new Evidence(text, isLink, isPicture, new Moment(said.from()));
    }

    /** Nothing but http and https is opened: an address may hold a script. */
    private static boolean isLink(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
