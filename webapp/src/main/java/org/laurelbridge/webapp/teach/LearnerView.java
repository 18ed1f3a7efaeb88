package org.laurelbridge.webapp.teach;

import java.util.List;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Explanations.Answer;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.verify.AwardState;
import org.laurelbridge.webapp.words.Words;

/** Explains one of a class. */
record LearnerView(ClassDesk desk) {

    LearnerPage page(TeachFrame frame, ClassDesk.Pupils of, PersonId person, Words words) {
        Learner learner = of.learners().stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        List<LearnerPage.One> badges = desk.explanations().explain(person, of.badgeIds(), words.locale()).values().stream()
                .map(answer -> one(answer, words))
                .toList();
        return new LearnerPage(
                frame,
                ClassDesk.name(learner),
                ClassDesk.title(of.taught(), words),
                CourseAddress.of(of.taught().course()),
                badges);
    }

    private LearnerPage.One one(Answer answer, Words words) {
        Award award = answer.award();
        return new LearnerPage.One(
                words.title(answer.badge()),
                desk.addresses()
                        .badge(answer.badge().id(), answer.badge().version(), BadgeForm.PICTURE)
                        .getRawPath(),
                award == null ? null : AwardState.of(award, desk.clock().instant()),
                award == null ? null : new Moment(award.earnedAt()),
                award == null ? null : award.reason(),
                answer.lines().stream().map(Why::of).toList());
    }
}
