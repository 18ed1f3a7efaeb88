package org.laurelbridge.webapp.teach;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.award.ClassEvidence.Earned;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.lti.Leaderboards;
import org.laurelbridge.bridge.record.Kept;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.words.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Charts, boards and statements of a class. */
public record WatchDesk(ClassDesk desk, StatementLog statements) {

    ChartsPage charts(TeachFrame frame, ClassDesk.Pupils of, Words words) {
        List<Earned> earned = desk.teaching().standings().earned(of.people(), of.badgeIds());
        Map<String, List<Instant>> byBadge = earned.stream()
                .collect(Collectors.groupingBy(Earned::badge, Collectors.mapping(Earned::at, Collectors.toList())));
        Map<PersonId, Set<String>> waiting = desk.teaching().standings().offered(of.people(), of.badgeIds());
        Instant now = desk.clock().instant();
        List<Chart> badges = new ArrayList<>();
        List<String> offered = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Badge badge : of.badges()) {
            List<Instant> moments = byBadge.getOrDefault(badge.id(), List.of());
            if (moments.isEmpty()) {
                long could = waiting.values().stream()
                        .filter(badgesOf -> badgesOf.contains(badge.id()))
                        .count();
                if (could == 0) {
                    others.add(words.title(badge));
                } else {
                    offered.add(words.say("watching.charts.could", words.title(badge), could));
                }
            } else {
                badges.add(Chart.of("badge-" + badges.size(), words.title(badge), moments, now, words));
            }
        }
        List<Instant> all = earned.stream().map(Earned::at).toList();
        return new ChartsPage(
                frame,
                ClassDesk.title(of.taught(), words),
                CourseAddress.of(of.taught().course()),
                all.isEmpty() ? null : Chart.of("all", words.say("watching.charts.all"), all, now, words),
                badges,
                offered,
                others);
    }

    BoardPage board(TeachFrame frame, ClassDesk.Pupils of, Words words) {
        Course course = of.taught().course();
        Optional<Leaderboards.Aliases> aliases = desk.teaching().leaderboards().find(course);
        return new BoardPage(
                frame,
                ClassDesk.title(of.taught(), words),
                CourseAddress.of(course),
                WatchAddress.board(course),
                aliases.isPresent(),
                aliases.map(known -> Board.of(of.people(), earned(of.people(), of.badgeIds()), known, null))
                        .orElseGet(() -> new Board(List.of())));
    }

    private List<Earned> earned(List<PersonId> people, List<String> badges) {
        return desk.teaching().standings().earned(people, badges);
    }

    /** The boards that a learner stands on. */
    List<MyBoardPage.One> boards(PersonId learner) {
        List<MyBoardPage.One> boards = new ArrayList<>();
        for (Taught shown : desk.teaching().leaderboards().list()) {
            if (desk.teaching().classes().learnsIn(learner, shown.course())) {
                List<PersonId> people = desk.teaching().classes().learners(shown.course()).stream()
                        .map(Learner::person)
                        .toList();
                List<String> badges = desk.badges(shown).stream().map(Badge::id).toList();
                desk.teaching()
                        .leaderboards()
                        .find(shown.course())
                        .ifPresent(aliases -> boards.add(new MyBoardPage.One(
                                shown.title().orElse(shown.course().id()),
                                Board.of(people, earned(people, badges), aliases, learner))));
            }
        }
        return boards;
    }

    /**
     * Only what counts, or could, for a badge that is the course's own, and of that only what was done: who else was there, and where it
     * was sent from, is no business of the class.
     */
    StatementPage statement(TeachFrame frame, ClassDesk.Pupils of, UUID person, UUID statement, Words words) {
        PersonId about = new PersonId(person);
        Learner learner = of.learners().stream()
                .filter(one -> one.person().equals(about))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        List<String> activities = of.badges().stream()
                .flatMap(badge -> badge.activities().stream())
                .distinct()
                .toList();
        List<Fact> facts = desk.awards().listFacts(about, activities).stream()
                .filter(fact -> fact.statement().equals(statement))
                .sorted(Comparator.comparing(Fact::activity))
                .toList();
        Kept kept = facts.isEmpty() || !of.isOwn()
                ? null
                : statements.find(statement).orElse(null);
        if (kept == null) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        return new StatementPage(
                frame,
                ClassDesk.name(learner),
                CourseAddress.person(of.taught().course(), about),
                new Moment(facts.get(0).at()),
                facts.stream().map(fact -> said(fact, words)).toList(),
                pretty(kept.raw()));
    }

    private StatementPage.Said said(Fact fact, Words words) {
        Wording wording =
                new Wording(words.locale(), ZoneOffset.UTC, desk.rules().current()::title);
        return new StatementPage.Said(
                desk.rules().current().title(fact.activity()),
                wording.kind(fact.kind()),
                fact.percent() == null ? "" : fact.percent().toString(),
                String.join(", ", fact.sources().stream().sorted().toList()));
    }

    private static String pretty(String json) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode said = mapper.readTree(json).asObject().retain("id", "verb", "object", "result", "timestamp");
        if (!said.path("object").path("objectType").asString("Activity").equals("Activity")) {
            said.remove("object");
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(said);
    }
}
