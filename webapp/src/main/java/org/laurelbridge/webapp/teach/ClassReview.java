package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Verdicts;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Visitor;

/**
 * What waits for somebody's word in a class, and the instructor's word about it: of the course's own badges alone, of its people alone, and
 * never of the instructor's own.
 */
record ClassReview(ClassDesk desk, Approvals approvals) {
    private static final int LONGEST_REASON = 1_000;
    private static final int SHOWN = 50;

    List<ClassPage.Waiting> waiting(ClassDesk.Pupils of, Visitor visitor) {
        if (!of.isOwn()) {
            return List.of();
        }
        Map<PersonId, Learner> learners =
                of.learners().stream().collect(Collectors.toMap(Learner::person, learner -> learner));
        Map<String, String> titles = of.badges().stream().collect(Collectors.toMap(Badge::id, Badge::title));
        List<AwardId> proposed = desk.teaching().standings().proposed(of.people(), of.badgeIds()).stream()
                .limit(SHOWN)
                .toList();
        Map<AwardId, Award> awards = desk.awards().findAll(proposed);
        Map<PersonId, Set<String>> returned = approvals.returned(of.people(), of.badgeIds());
        return proposed.stream()
                .flatMap(award -> Optional.ofNullable(awards.get(award)).stream())
                .filter(award -> !visitor.isLearner(award.person()))
                .filter(award ->
                        !returned.getOrDefault(award.person(), Set.of()).contains(award.badge()))
                .flatMap(award -> Optional.ofNullable(learners.get(award.person())).stream()
                        .map(learner -> waiting(of, award, learner, titles)))
                .toList();
    }

    private static ClassPage.Waiting waiting(
            ClassDesk.Pupils of, Award award, Learner learner, Map<String, String> titles) {
        return new ClassPage.Waiting(
                award.id().toString(),
                ClassDesk.name(learner),
                CourseAddress.person(of.taught().course(), learner.person()),
                titles.getOrDefault(award.badge(), award.badge()),
                new Moment(award.earnedAt()));
    }

    Notice decide(HttpServletRequest request, Visitor visitor, ClassDesk.Pupils of) {
        String verdict = Objects.requireNonNullElse(request.getParameter("verdict"), "");
        String why = why(request, verdict.equals("approve"));
        if (request.getParameter("award") == null) {
            return decideCondition(request, visitor, of, new Word(verdict, why));
        }
        Award award = id(request.getParameter("award"))
                .flatMap(desk.awards()::find)
                .filter(one -> of.isOwn()
                        && of.badgeIds().contains(one.badge())
                        && of.people().contains(one.person())
                        && !visitor.isLearner(one.person()))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        Verdicts theirs = desk.verdicts().by(Doing.of(request));
        return switch (verdict) {
            case "approve" -> told(theirs.approve(award, why), Notice.APPROVED, () -> forget(request, award));
            case "decline" -> told(theirs.decline(award, why), Notice.DECLINED, () -> forget(request, award));
            case "keep" -> told(theirs.restore(award, why), Notice.KEPT);
            case "revoke" -> told(isDoubted(award) && theirs.revoke(award, why), Notice.REVOKED);
            case "return" -> told(theirs.sendBack(award, why), Notice.RETURNED, () -> sendBack(request, award, why));
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        };
    }

    private void forget(HttpServletRequest request, Award award) {
        approvals.returns().by(Doing.of(request)).forget(award.person(), award.badge());
    }

    /** To approve needs no words. */
    private static String why(HttpServletRequest request, boolean maybeEmpty) {
        String why = Objects.requireNonNullElse(request.getParameter("why"), "").strip();
        if ((why.isEmpty() && !maybeEmpty) || why.length() > LONGEST_REASON) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        return why;
    }

    /** A person's word, and why. */
    private record Word(String verdict, String why) {}

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
                && asked.filter(one -> approvals.hasApproved(person, one, visitor))
                        .isPresent();
        if (asked.isEmpty() || isTwice) {
            return Notice.CHANGED_MEANWHILE;
        }
        switch (word.verdict()) {
            case "approve" -> {
                approvals.approve(person, asked.get(), visitor, Doing.of(request));
                approvals.returns().by(Doing.of(request)).forget(person, badge.id());
            }
            case "return" -> sendBack(request, person, badge.id(), word.why());
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        }
        if (word.verdict().equals("return")) {
            return Notice.RETURNED;
        }
        return asked.get().done() + 1 < asked.get().needed() ? Notice.APPROVED_BY_ONE : Notice.APPROVED;
    }

    private void sendBack(HttpServletRequest request, Award award, String why) {
        sendBack(request, award.person(), award.badge(), why);
    }

    private void sendBack(HttpServletRequest request, PersonId person, String badge, String why) {
        approvals
                .returns()
                .by(Doing.of(request))
                .send(person, badge, why, desk.clock().instant());
    }

    /** What is neither under review nor suspended is an administrator's to take back. */
    private static boolean isDoubted(Award award) {
        return award.status() == AwardStatus.REVIEW || award.status() == AwardStatus.SUSPENDED;
    }

    private static Notice told(boolean isDone, Notice notice) {
        return told(isDone, notice, () -> {});
    }

    private static Notice told(boolean isDone, Notice notice, Runnable then) {
        if (isDone) {
            then.run();
        }
        return isDone ? notice : Notice.CHANGED_MEANWHILE;
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
