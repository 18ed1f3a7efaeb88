package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.Deciding.Word;

/**
 * An instructor's word about what waits in a class: of the course's own badges alone, of its people alone, and
 * never of the instructor's own.
 */
record ClassReview(ClassDesk desk, Approvals approvals, Deciding deciding) {

    static ClassReview of(ClassDesk desk, Approvals approvals) {
        return new ClassReview(desk, approvals, new Deciding(desk.verdicts(), approvals.returns(), desk.clock()));
    }

    Notice decide(HttpServletRequest request, Visitor visitor, ClassDesk.Pupils of) {
        Word word = Word.of(request);
        if (request.getParameter("award") == null) {
            return decideCondition(request, visitor, of, word);
        }
        Award award = id(request.getParameter("award"))
                .flatMap(desk.awards()::find)
                .filter(one -> of.isOwn()
                        && of.badgeIds().contains(one.badge())
                        && of.people().contains(one.person())
                        && !visitor.isLearner(one.person()))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        if (word.verdict().equals("revoke") && !isDoubted(award)) {
            return Notice.CHANGED_MEANWHILE;
        }
        return deciding.decide(award, word, Doing.of(request));
    }

    /** Of what is no award yet: an approval is one of the conditions. */
    private Notice decideCondition(HttpServletRequest request, Visitor visitor, ClassDesk.Pupils of, Word word) {
        PersonId person = id(request.getParameter("person"))
                .map(PersonId::new)
                .filter(one -> of.isOwn() && of.people().contains(one) && !visitor.isLearner(one))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        Badge badge = of.badges().stream()
                .filter(one -> one.id().equals(request.getParameter("badge")))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        Optional<Approvals.Asked> asked = approvals.missing(person, badge);
        boolean isTwice = word.verdict().equals("approve")
                && asked.filter(one -> one.isBy(visitor)).isPresent();
        if (asked.isEmpty() || isTwice) {
            return Notice.CHANGED_MEANWHILE;
        }
        switch (word.verdict()) {
            case "approve" -> {
                approvals.approve(person, asked.get(), visitor, Doing.of(request));
                approvals.returns().by(Doing.of(request)).forget(person, badge.id());
            }
            case "return" ->
                approvals
                        .returns()
                        .by(Doing.of(request))
                        .send(person, badge.id(), word.why(), desk.clock().instant());
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        }
        if (word.verdict().equals("return")) {
            return Notice.RETURNED;
        }
        return asked.get().done() + 1 < asked.get().needed() ? Notice.APPROVED_BY_ONE : Notice.APPROVED;
    }

    /** What is neither under review nor suspended is an administrator's to take back. */
    private static boolean isDoubted(Award award) {
        return award.status() == AwardStatus.REVIEW || award.status() == AwardStatus.SUSPENDED;
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
