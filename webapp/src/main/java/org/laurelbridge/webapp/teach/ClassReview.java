package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * What waits for approval in a class, and the instructor's word about it: of the course's own badges alone, of its people alone, and
 * never of the instructor's own.
 */
record ClassReview(ClassDesk desk) {
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
        return proposed.stream()
                .flatMap(award -> Optional.ofNullable(awards.get(award)).stream())
                .filter(award -> !visitor.isLearner(award.person()))
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
        Award award = id(request.getParameter("award"))
                .flatMap(desk.awards()::find)
                .filter(one -> of.isOwn()
                        && of.badgeIds().contains(one.badge())
                        && of.people().contains(one.person())
                        && !visitor.isLearner(one.person()))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        String why = Objects.requireNonNullElse(request.getParameter("why"), "").strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        if (award.status() != AwardStatus.PROPOSED) {
            return Notice.CHANGED_MEANWHILE;
        }
        Verdicts theirs = desk.verdicts().by(Doing.of(request));
        return switch (Objects.requireNonNullElse(request.getParameter("verdict"), "")) {
            case "approve" -> theirs.approve(award, why) ? Notice.APPROVED : Notice.CHANGED_MEANWHILE;
            case "decline" -> theirs.decline(award, why) ? Notice.DECLINED : Notice.CHANGED_MEANWHILE;
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        };
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
