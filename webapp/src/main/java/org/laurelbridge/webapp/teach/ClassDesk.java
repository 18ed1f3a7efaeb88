package org.laurelbridge.webapp.teach;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Teaching;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.ClassStandings.Cell;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.award.Verdicts;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Missing;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.words.Words;

/** What the pages of instructors work with. A course that is not theirs is not there, and neither is who is not in it. */
public record ClassDesk(
        Teaching teaching,
        Awards awards,
        Explanations explanations,
        Verdicts verdicts,
        RuleBook rules,
        Addresses addresses,
        InstantSource clock) {

    List<Taught> taught(Visitor visitor) {
        return teaching.classes().taught(visitor.account(), visitor.learner().orElse(null));
    }

    /** What a course is called. */
    public static String title(Taught taught, Words words) {
        return taught.title()
                .filter(title -> !title.isBlank())
                .orElseGet(() -> words.say("teach.course", taught.course().id()));
    }

    /**
     * A class with its badges.
     *
     * @param badges by their titles
     * @param isOwn whether they belong to the course; else they are all that are in force
     */
    record Pupils(Taught taught, List<Learner> learners, List<Badge> badges, boolean isOwn) {

        List<PersonId> people() {
            return learners.stream().map(Learner::person).toList();
        }

        List<String> badgeIds() {
            return badges.stream().map(Badge::id).toList();
        }
    }

    Pupils open(Visitor visitor, Course course) {
        Taught taught = taught(visitor).stream()
                .filter(one -> one.course().equals(course))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        return open(taught);
    }

    Pupils open(Taught taught) {
        Set<String> own = teaching.badges(taught);
        return new Pupils(taught, teaching.classes().learners(taught.course()), badges(own), !own.isEmpty());
    }

    /** How much of a class waits for somebody's word. */
    int waiting(Pupils of, Visitor visitor) {
        return of.isOwn()
                ? teaching.waiting().decisions(of.taught().course(), of.badgeIds(), Approvals.decider(visitor))
                : 0;
    }

    /** Those of a course, by their titles; all that are in force where none belongs to it. */
    List<Badge> badges(Taught taught) {
        return badges(teaching.badges(taught));
    }

    private List<Badge> badges(Set<String> own) {
        return rules.current().badges().stream()
                .filter(badge -> own.isEmpty() || own.contains(badge.id()))
                .sorted(Comparator.comparing((Badge badge) -> badge.title().toLowerCase(Locale.ROOT))
                        .thenComparing(Badge::id))
                .toList();
    }

    Map<PersonId, Map<String, Cell>> standings(List<Learner> learners, List<Badge> badges) {
        return teaching.standings()
                .of(
                        learners.stream().map(Learner::person).toList(),
                        badges.stream().map(Badge::id).toList());
    }

    static String name(Learner learner) {
        String name = learner.name();
        return name == null ? learner.person().toString() : name;
    }

    /** The one condition that is missing, in words; null when it is not one alone. */
    @Nullable
    String missing(Badge badge, Cell cell, Words words) {
        Missing missing = cell.missing();
        return missing == null
                ? null
                : missing.sentence(new Wording(
                        words.locale(),
                        badge.zone(),
                        rules.current()::title,
                        id -> rules.current().find(id).map(words::title).orElse(id)));
    }
}
