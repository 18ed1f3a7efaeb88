package org.laurelbridge.webapp.teach;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.award.Explanations.Answer;
import org.laurelbridge.bridge.award.Returns.Returned;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.Attestation;
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

/** Tells whoever decides all that a decision takes: how each condition stands, what was handed in, and what was said before. */
public record Cases(Explanations explanations, Approvals approvals) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Somebody and a badge.
     *
     * @param award null where a condition waits, not an award
     */
    public record Case(
            PersonId person, String badge, @Nullable Award award) {}

    /**
     * Where it stands, and what things are called there.
     *
     * @param action where it is decided
     * @param name of the learner
     * @param path of them
     * @param course its title; empty for none in particular
     * @param title of the badge
     * @param lines how its conditions stand
     */
    public record Place(
            String action,
            String name,
            String path,
            String course,
            String title,
            Function<Answer, List<LearnerPage.Line>> lines) {}

    /** As a page shows it to somebody. */
    public One one(Case of, Place place, Visitor visitor, Words words) {
        Award award = of.award();
        Optional<Answer> answer = explanations.explain(of.person(), of.badge(), words.locale());
        List<Evidence> evidence = evidence(of);
        List<LearnerPage.Line> lines = answer.map(place.lines()).orElse(List.of());
        Moment since = award == null
                ? last(evidence, lines)
                : new Moment(Objects.requireNonNullElse(award.unsupportedSince(), award.earnedAt()));
        return new One(
                key(of.person(), of.badge(), award),
                place.action(),
                award == null ? null : award.id().toString(),
                award == null ? of.person().toString() : null,
                of.badge(),
                place.name(),
                place.path(),
                place.course(),
                place.title(),
                since,
                state(of, visitor, answer.orElse(null), words),
                evidence,
                lines);
    }

    /** When the last of the work was done that waits; null where there is none. */
    private static @Nullable Moment last(List<Evidence> evidence, List<LearnerPage.Line> lines) {
        return Stream.concat(
                        evidence.stream().map(Evidence::at),
                        lines.stream()
                                .flatMap(line -> line.statements().stream())
                                .map(LearnerPage.Link::at))
                .max(Comparator.comparing(Moment::at))
                .orElse(null);
    }

    /** Tells a case from all others. */
    static String key(PersonId person, String badge, @Nullable Award award) {
        return award == null ? person + "-" + badge : award.id().toString();
    }

    private State state(Case of, Visitor visitor, @Nullable Answer answer, Words words) {
        Award award = of.award();
        Returned returned = award != null && award.status() != AwardStatus.PROPOSED
                ? null
                : approvals.returns().find(of.person(), of.badge()).orElse(null);
        Optional<Approvals.Asked> asked = award == null ? Approvals.asked(answer) : Optional.empty();
        boolean isBack = returned != null
                && approvals.returned(List.of(of.person()), List.of(of.badge())).containsKey(of.person());
        return new State(
                asked.map(Approvals.Asked::done).orElse(0),
                asked.map(Approvals.Asked::needed).orElse(1),
                asked.filter(ask -> ask.isBy(visitor)).isPresent(),
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
                : finding.parts().stream().flatMap(Cases::leaves);
    }

    private static String percent(BigDecimal score, Words words) {
        return words.say("planning.score", score);
    }

    private List<Evidence> evidence(Case of) {
        return approvals.attesting().list(of.person()).stream()
                .filter(said -> said.topic() == Topic.EVIDENCE && said.subject().equals(of.badge()))
                .sorted(Comparator.comparing(Attestation::from))
                .map(Cases::evidence)
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
