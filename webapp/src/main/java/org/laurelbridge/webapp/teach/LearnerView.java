package org.laurelbridge.webapp.teach;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Explanations.Answer;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Ahead;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.StandingFact;
import org.laurelbridge.rule.Truth;
import org.laurelbridge.webapp.learner.LearnerDesk;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.verify.AwardState;
import org.laurelbridge.webapp.words.Words;

/** Explains one of a class. */
record LearnerView(ClassDesk desk, Approvals approvals) {
    private static final int SHOWN = 5;

    LearnerPage page(TeachFrame frame, ClassDesk.Pupils of, PersonId person, Words words) {
        Learner learner = of.learners().stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        List<LearnerPage.One> badges =
                desk.explanations().explain(person, of.badgeIds(), words.locale()).values().stream()
                        .map(answer -> one(of, person, answer, words))
                        .toList();
        return new LearnerPage(
                frame,
                ClassDesk.name(learner),
                ClassDesk.title(of.taught(), words),
                CourseAddress.of(of.taught().course()),
                badges);
    }

    private LearnerPage.One one(ClassDesk.Pupils of, PersonId person, Answer answer, Words words) {
        Award award = answer.award();
        Course course = of.taught().course();
        return new LearnerPage.One(
                words.title(answer.badge()),
                desk.addresses()
                        .badge(answer.badge().id(), answer.badge().version(), BadgeForm.PICTURE)
                        .getRawPath(),
                award == null ? noAward(answer) : state(award, person),
                award == null ? null : new Moment(award.earnedAt()),
                award == null ? null : award.reason(),
                LearnerPage.lines(answer, finding -> of.isOwn() ? links(course, person, finding) : List.of(), words),
                award == null && answer.ahead().of() > 1 ? answer.ahead().progress() : null,
                award == null
                        ? LearnerDesk.left(
                                answer.ahead().deadline(), desk.clock().instant())
                        : null,
                change(answer, words),
                of.isOwn() ? waits(person, answer) : null);
    }

    private static @Nullable String waits(PersonId person, Answer answer) {
        Award award = answer.award();
        boolean isOpen = award == null
                ? Approvals.asked(answer).isPresent()
                : award.status() == AwardStatus.PROPOSED
                        || award.status() == AwardStatus.REVIEW
                        || award.status() == AwardStatus.SUSPENDED;
        return isOpen ? InboxAddress.of(person, answer.badge().id()) : null;
    }

    /** Null for what may still be earned. */
    private static @Nullable AwardState noAward(Answer answer) {
        return answer.decision().status().truth() == Truth.IMPOSSIBLE
                ? new AwardState("teach.mark.impossible", "bad")
                : null;
    }

    private AwardState state(Award award, PersonId person) {
        boolean isBack = award.status() == AwardStatus.PROPOSED
                && approvals.returned(List.of(person), List.of(award.badge())).containsKey(person);
        return isBack
                ? new AwardState(Shown.SENT_BACK, "open")
                : AwardState.of(award, desk.clock().instant());
    }

    /** How each condition of a course's own badge stands, with the statements that it rests on. */
    static List<LearnerPage.Line> lines(Course course, PersonId person, Answer answer, Words words) {
        return LearnerPage.lines(answer, finding -> links(course, person, finding), words);
    }

    private static List<LearnerPage.Link> links(Course course, PersonId person, Finding finding) {
        return finding.facts().stream()
                .sorted(Comparator.comparing(StandingFact::at).reversed())
                .limit(SHOWN)
                .map(fact -> new LearnerPage.Link(
                        WatchAddress.statement(course, person, fact.fact().statement()),
                        new Moment(fact.at()),
                        Work.in(course.system(), fact.fact().object())))
                .toList();
    }

    private static @Nullable String change(Answer answer, Words words) {
        Ahead ahead = answer.ahead();
        boolean isOver = answer.decision().status().truth() == Truth.MET
                || ahead.of() == 0
                || ahead.next().isEmpty();
        return isOver ? null : words.say("watching.change", String.join("; ", ahead.next()));
    }
}
