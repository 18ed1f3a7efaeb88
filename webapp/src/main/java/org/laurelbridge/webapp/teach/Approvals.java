package org.laurelbridge.webapp.teach;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.award.Explanations.Answer;
import org.laurelbridge.bridge.award.Returns;
import org.laurelbridge.bridge.lti.WaitingWork;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Missing;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Attested;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.webapp.session.Visitor;

/** Approvals that a rule asks of an instructor as one of its conditions; so many of them are different people's. */
public record Approvals(Explanations explanations, Attesting attesting, Returns returns) {
    private static final String ROLE = "instructor";

    /**
     * What is asked for.
     *
     * @param approvers who have approved so far, of {@code needed} different people
     */
    record Asked(Attested condition, List<String> approvers) {
        int needed() {
            return condition.needed();
        }

        int done() {
            return approvers.size();
        }

        String subject() {
            return condition.subjects().get(0);
        }

        /** Whether a visitor is one of those who have approved. */
        boolean isBy(Visitor visitor) {
            // an account may have become a known person's since
            return approvers.contains(by(visitor)) || approvers.contains(account(visitor));
        }
    }

    static boolean asksForAny(Badge badge) {
        return badge.attestedSubjects().stream().anyMatch(subject -> subject.topic() == Topic.APPROVED);
    }

    /** What was sent back, and nothing more was handed in since, so that it waits for its learner: badges by person. */
    Map<PersonId, Set<String>> returned(Collection<PersonId> people, Collection<String> badges) {
        return returns.listIdle(people, badges).stream()
                .collect(Collectors.groupingBy(
                        Returns.Returned::person, Collectors.mapping(Returns.Returned::badge, Collectors.toSet())));
    }

    /** The approval that is the one condition missing; empty when something else is, or another role's. */
    Optional<Asked> missing(PersonId person, Badge badge) {
        return asked(explanations.explain(person, badge.id(), Locale.ENGLISH).orElse(null));
    }

    /** The same of what was explained. */
    static Optional<Asked> asked(@Nullable Answer explained) {
        return Optional.ofNullable(explained)
                .filter(answer -> answer.award() == null)
                .flatMap(answer -> Missing.one(answer.decision()))
                .flatMap(missing -> Optional.ofNullable(missing.condition()))
                .flatMap(Approvals::asked);
    }

    private static Optional<Asked> asked(Finding finding) {
        return finding.condition() instanceof Attested condition
                        && condition.topic() == Topic.APPROVED
                        && (condition.value() == null || condition.value().equals(ROLE))
                ? Optional.of(new Asked(
                        condition,
                        finding.attested().stream().map(Attestation::by).toList()))
                : Optional.empty();
    }

    void approve(PersonId person, Asked asked, Visitor visitor, Doer doer) {
        Attested condition = asked.condition();
        String role = condition.value() == null ? ROLE : condition.value();
        String rubric = condition.detail() == null ? "" : condition.detail();
        attesting
                .by(doer)
                .say(
                        person,
                        new Attesting.Saying(Topic.APPROVED, asked.subject(), role, rubric, by(visitor), null, null));
    }

    /** Who somebody is who decides. */
    static WaitingWork.Decider decider(Visitor visitor) {
        Set<String> names = Stream.of(by(visitor), account(visitor)).collect(Collectors.toSet());
        return new WaitingWork.Decider(visitor.learner().orElse(null), names);
    }

    /** People of the same name are different people, and who has two accounts is one. */
    private static String by(Visitor visitor) {
        return visitor.learner().map(person -> "person " + person).orElseGet(() -> account(visitor));
    }

    private static String account(Visitor visitor) {
        return "account " + visitor.account();
    }
}
