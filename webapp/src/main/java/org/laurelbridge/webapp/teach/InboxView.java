package org.laurelbridge.webapp.teach;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.WaitingWork.Waits;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.InboxPage.Line;
import org.laurelbridge.webapp.teach.InboxPage.One;
import org.laurelbridge.webapp.teach.InboxPage.Part;
import org.laurelbridge.webapp.words.Words;

/** Tells what waits: of as much as can be read at once all that its decision takes, and of the others a line each. */
record InboxView(ClassDesk desk, Cases cases, Visitor visitor, Words words) {
    private static final int SHOWN = 6;
    /** Of one learner alone. */
    private static final int SHOWN_OF_ONE = 24;

    InboxPage page(TeachFrame frame, InboxAddress.Asked asked, Inbox.Found found, int plans) {
        int most = asked.isAll() ? SHOWN : SHOWN_OF_ONE;
        return new InboxPage(
                frame,
                part(found, most, waits -> !waits.isReturned() && !waits.isDoubted()),
                part(found, asked.isAll() ? 0 : most, Waits::isReturned),
                part(found, most, Waits::isDoubted),
                !asked.isAll(),
                found.hasMore(),
                plans);
    }

    private Part part(Inbox.Found found, int most, Predicate<Waits> which) {
        List<Inbox.Case> all = found.cases().stream()
                .filter(one -> which.test(one.waits()))
                .sorted(Comparator.comparing(Inbox.Case::at))
                .toList();
        List<Inbox.Case> first = all.stream().limit(most).toList();
        Map<AwardId, Award> awards = desk.awards()
                .findAll(first.stream()
                        .flatMap(one -> Stream.ofNullable(one.waits().award()))
                        .toList());
        return new Part(
                first.stream().map(one -> one(one, awards)).toList(),
                all.stream().skip(most).map(this::line).toList());
    }

    private One one(Inbox.Case one, Map<AwardId, Award> awards) {
        Course course = one.of().course();
        AwardId award = one.waits().award();
        return cases.one(
                new Cases.Case(one.person(), one.badge().id(), award == null ? null : awards.get(award)),
                new Cases.Place(
                        CourseAddress.of(course),
                        ClassDesk.name(one.waits().learner()),
                        CourseAddress.person(course, one.person()),
                        ClassDesk.title(one.of(), words),
                        words.title(one.badge()),
                        answer -> LearnerView.lines(course, one.person(), answer, words)),
                visitor,
                words);
    }

    private Line line(Inbox.Case one) {
        return new Line(
                InboxAddress.of(one.person(), one.badge().id()),
                ClassDesk.name(one.waits().learner()),
                words.title(one.badge()),
                ClassDesk.title(one.of(), words),
                one.waits().since() == null ? null : new Moment(one.waits().since()));
    }
}
