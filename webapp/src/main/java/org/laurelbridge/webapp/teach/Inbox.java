package org.laurelbridge.webapp.teach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.ClassEvidence.Standing;
import org.laurelbridge.bridge.award.ClassStandings.Undecided;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.InboxPage.One;
import org.laurelbridge.webapp.words.Words;

/** Finds what waits for an instructor's word: of their courses' own badges and people, and never about themselves. */
record Inbox(ClassDesk desk, Approvals approvals, Cases cases) {
    private static final int SHOWN = 6;
    /** Read at once. */
    private static final int MOST = 100;

    static Inbox of(ClassDesk desk, Approvals approvals) {
        return new Inbox(desk, approvals, new Cases(desk.explanations(), approvals));
    }

    /** Somebody and a badge of a class. */
    private record Case(
            ClassDesk.Pupils of,
            Learner learner,
            Badge badge,
            @Nullable Award award) {
        PersonId person() {
            return learner.person();
        }

        /** When the work for an award was done, or its evidence went; the end of time of a condition, which comes last. */
        Instant at() {
            return award == null ? Instant.MAX : Objects.requireNonNullElse(award.unsupportedSince(), award.earnedAt());
        }
    }

    /** What was found, before it is told what each takes: as much as a page shows of it. */
    private static final class Found {
        private final List<Case> waiting = new ArrayList<>();
        private final List<Case> returned = new ArrayList<>();
        private final List<Case> doubts = new ArrayList<>();

        boolean isFull() {
            return waiting.size() > SHOWN || doubts.size() > SHOWN;
        }

        void add(Stream<Case> some, Approvals approvals) {
            List<Case> cases = some.toList();
            Map<PersonId, Set<String>> back = approvals.returned(
                    cases.stream().map(Case::person).toList(),
                    cases.stream().map(one -> one.badge().id()).distinct().toList());
            cases.forEach(one -> {
                boolean isBack = back.getOrDefault(one.person(), Set.of())
                        .contains(one.badge().id());
                (isBack ? returned : waiting).add(one);
            });
        }
    }

    InboxPage page(TeachFrame frame, Visitor visitor, int plans, Words words) {
        Found found = new Found();
        for (var taught : desk.taught(visitor)) {
            find(desk.open(taught), visitor, found);
        }
        return new InboxPage(
                frame,
                told(found.waiting, visitor, words),
                told(found.returned, visitor, words),
                told(found.doubts, visitor, words),
                found.isFull(),
                plans);
    }

    private List<One> told(List<Case> cases, Visitor visitor, Words words) {
        return cases.stream()
                .sorted(Comparator.comparing(Case::at))
                .limit(SHOWN)
                .map(one -> one(one, visitor, words))
                .toList();
    }

    private void find(ClassDesk.Pupils of, Visitor visitor, Found found) {
        if (!of.isOwn()) {
            return;
        }
        Undecided undecided = desk.teaching().standings().undecided(of.people(), of.badgeIds());
        List<Standing> proposed = undecided.proposed();
        // what was sent back stands among them, and may be all of the first
        int before = found.waiting.size();
        for (int from = 0; from < proposed.size() && found.waiting.size() - before <= SHOWN; from += MOST) {
            found.add(awards(of, visitor, proposed.subList(from, Math.min(proposed.size(), from + MOST))), approvals);
        }
        found.add(conditions(of, visitor), approvals);
        awards(of, visitor, undecided.doubted()).forEach(found.doubts::add);
    }

    private Stream<Case> awards(ClassDesk.Pupils of, Visitor visitor, List<Standing> standing) {
        Map<PersonId, Learner> learners = learners(of);
        List<Standing> first = standing.stream().limit(MOST).toList();
        Map<AwardId, Award> awards =
                desk.awards().findAll(first.stream().map(Standing::award).toList());
        return first.stream()
                .flatMap(one -> Stream.ofNullable(awards.get(one.award()))
                        .filter(award -> !visitor.isLearner(award.person()))
                        .flatMap(award -> Stream.ofNullable(learners.get(award.person()))
                                .flatMap(learner ->
                                        badge(of, award.badge()).map(badge -> new Case(of, learner, badge, award)))));
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
        Map<PersonId, Set<String>> waiting = desk.teaching().standings().byApproval(of.people(), asking);
        return waiting.keySet().stream()
                .filter(person -> !visitor.isLearner(person))
                .sorted(Comparator.comparing(PersonId::toString))
                .flatMap(person -> Stream.ofNullable(learners.get(person)))
                .flatMap(learner -> of.badges().stream()
                        .filter(badge ->
                                waiting.getOrDefault(learner.person(), Set.of()).contains(badge.id()))
                        .map(badge -> new Case(of, learner, badge, null)));
    }

    private static Map<PersonId, Learner> learners(ClassDesk.Pupils of) {
        return of.learners().stream()
                .collect(Collectors.toMap(Learner::person, learner -> learner, (one, same) -> one));
    }

    private static Stream<Badge> badge(ClassDesk.Pupils of, String id) {
        return of.badges().stream().filter(badge -> badge.id().equals(id));
    }

    private One one(Case one, Visitor visitor, Words words) {
        Course course = one.of().taught().course();
        return cases.one(
                new Cases.Case(one.person(), one.badge().id(), one.award()),
                new Cases.Place(
                        CourseAddress.of(course),
                        ClassDesk.name(one.learner()),
                        CourseAddress.person(course, one.person()),
                        ClassDesk.title(one.of().taught(), words),
                        words.title(one.badge()),
                        answer -> LearnerView.lines(one.of(), one.person(), answer, words)),
                visitor,
                words);
    }
}
