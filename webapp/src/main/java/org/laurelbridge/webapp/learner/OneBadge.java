package org.laurelbridge.webapp.learner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.award.Questions;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Ahead;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.learner.MyBadgePage.Asked;
import org.laurelbridge.webapp.learner.MyBadgePage.Asking;
import org.laurelbridge.webapp.learner.MyBadgePage.Renewal;
import org.laurelbridge.webapp.learner.MyBadgePage.SentBack;
import org.laurelbridge.webapp.learner.MyBadgePage.Way;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.BadgePage;
import org.laurelbridge.webapp.words.Words;

/** How one learner stands with one badge. */
final class OneBadge {
    private final LearnerDesk desk;
    private final PersonId learner;
    private final Explanations.Answer answer;
    private final Words words;
    private final Instant now;

    OneBadge(LearnerDesk desk, PersonId learner, Explanations.Answer answer, Words words) {
        this.desk = desk;
        this.learner = learner;
        this.answer = answer;
        this.words = words;
        this.now = desk.clock().instant();
    }

    /** What the learner reads of an answer, to be kept. */
    static List<Questions.Line> lines(Explanations.Answer answer) {
        return answer.lines().stream()
                .map(line -> new Questions.Line(line.depth(), line.status().truth(), line.text()))
                .toList();
    }

    MyBadgePage page(MyFrame frame, long number, BadgePage badge, boolean isSent) {
        Award award = Optional.ofNullable(answer.award())
                .filter(one -> one.status() != AwardStatus.WITHDRAWN || Offer.is(one))
                .orElse(null);
        Offer offer = award == null || !Offer.is(award) ? null : Offer.of(desk, award, words);
        return new MyBadgePage(
                frame,
                number,
                badge,
                award == null ? way(answer.ahead()) : null,
                answer.lines().stream().map(Why::of).toList(),
                offer,
                award == null || offer != null ? null : Wall.held(desk, award, words),
                award == null || award.expiresAt() == null ? null : renewal(),
                asking(isSent),
                award == null || award.status() == AwardStatus.PROPOSED ? sentBack() : null,
                MyBadgePage.Own.of(answer.badge()));
    }

    private @Nullable SentBack sentBack() {
        return desk.learning()
                .returns()
                .find(learner, answer.badge().id())
                .map(one -> new SentBack(new Moment(one.at()), one.note()))
                .orElse(null);
    }

    private @Nullable Way way(Ahead ahead) {
        if (ahead.of() == 0) {
            return null;
        }
        Instant deadline = ahead.deadline();
        return new Way(
                ahead.progress(),
                ahead.done(),
                ahead.of(),
                ahead.next(),
                deadline == null ? null : new Moment(deadline),
                LearnerDesk.left(deadline, now));
    }

    private @Nullable Renewal renewal() {
        return desk.explanations()
                .renewal(learner, answer.badge().id(), words.locale())
                .flatMap(renewal -> Optional.ofNullable(way(renewal.answer().ahead()))
                        .map(way -> new Renewal(
                                renewal.rule(),
                                !now.isBefore(renewal.opens()),
                                new Moment(renewal.opens()),
                                renewal.closes() == null
                                        ? null
                                        : new Moment(renewal.closes().minusSeconds(1)),
                                way,
                                renewal.answer().lines().stream().map(Why::of).toList())))
                .orElse(null);
    }

    private Asking asking(boolean isSent) {
        String badge = answer.badge().id();
        Asked asked = desk.learning()
                .questions()
                .newest(learner, badge)
                .map(OneBadge::asked)
                .orElse(null);
        return new Asking(
                LearnerDesk.path(badge),
                desk.classes().isTaught(learner),
                isSent && asked != null && asked.answer() == null,
                asked);
    }

    private static Asked asked(Questions.Question question) {
        Instant answeredAt = question.answeredAt();
        return new Asked(
                new Moment(question.askedAt()),
                question.note(),
                question.tree().stream()
                        .map(line -> Why.of(line.depth(), line.truth(), line.text()))
                        .toList(),
                question.answer(),
                answeredAt == null ? null : new Moment(answeredAt));
    }
}
