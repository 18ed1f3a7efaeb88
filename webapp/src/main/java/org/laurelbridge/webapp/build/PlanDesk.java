package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.NotRight;
import org.laurelbridge.bridge.award.plan.Overtaken;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.lti.Workshop.Planned;
import org.laurelbridge.bridge.map.RuleChange;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.build.PlanView.Part;
import org.laurelbridge.webapp.build.PlanView.Row;
import org.laurelbridge.webapp.build.PlanView.Standing;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.CourseAddress;
import org.laurelbridge.webapp.words.Words;

/** Plans as an administrator sees them, all of them, and an instructor, those of the rules of their courses. */
record PlanDesk(Building building, People people) {
    private static final int LISTED = 100;
    private static final int SHOWN = 50;
    /** More nobody reads. */
    private static final int MOST = 20_000;

    /**
     * A plan that somebody may see.
     *
     * @param planned the rule of a course that it is about; null for another
     */
    record Open(Plan plan, Ground ground, @Nullable Planned planned) {}

    private BuildDesk desk() {
        return building.desk();
    }

    /** All, newest first. */
    List<Open> all() {
        return desk().plans().list(LISTED).stream()
                .filter(plan -> plan.state() != Plan.State.UNFINISHED)
                .map(this::open)
                .toList();
    }

    private Open open(Plan plan) {
        return new Open(
                plan,
                Ground.EVERYWHERE,
                desk().teaching().workshop().planned(plan.id()).orElse(null));
    }

    /** Those of the courses that somebody teaches, newest first. */
    List<Open> taught(Visitor visitor) {
        List<Open> found = new ArrayList<>();
        for (Taught taught : building.taught(visitor)) {
            for (Planned planned : desk().teaching().workshop().plans(taught.course(), LISTED)) {
                desk().plans()
                        .find(planned.plan())
                        .map(plan -> new Open(plan, Building.ground(taught), planned))
                        .ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing((Open open) -> open.plan().id()).reversed());
        return found;
    }

    Optional<Open> find(long id, boolean isEverywhere, Visitor visitor) {
        return isEverywhere
                ? desk().plans()
                        .find(id)
                        .filter(plan -> plan.state() != Plan.State.UNFINISHED)
                        .map(this::open)
                : taught(visitor).stream()
                        .filter(open -> open.plan().id() == id)
                        .findFirst();
    }

    Standing standing(Plan plan) {
        return switch (plan.state()) {
            case OPEN -> desk().planner().isCurrent(plan) ? Standing.OPEN : Standing.OUTDATED;
            case ACCEPTED -> Standing.ACCEPTED;
            case DROPPED, UNFINISHED -> Standing.DROPPED;
        };
    }

    boolean mayAccept(Open open, Visitor visitor) {
        return standing(open.plan()) == Standing.OPEN && desk().mayAccept(open.ground(), open.plan(), visitor);
    }

    /** What it is about: the rule of a course, else the badges that it touches. */
    List<String> titles(Open open, Words words) {
        Planned planned = open.planned();
        return (planned == null ? desk().planner().touched(open.plan()) : List.of(planned.badge()))
                .stream().sorted().map(badge -> title(badge, words)).toList();
    }

    private String title(String badge, Words words) {
        return desk().rules().current().find(badge).map(words::title).orElse(badge);
    }

    /** What becomes of the documents; empty when that cannot be told any more. */
    List<RuleChange> changes(Plan plan) {
        return standing(plan) != Standing.OPEN
                ? List.of()
                : desk().planner().diff(plan.texts()).stream()
                        .filter(change -> change.what() != RuleChange.What.UNCHANGED)
                        .toList();
    }

    Notice accept(Open open, Doer doer) {
        try {
            desk().planner().by(doer).accept(open.plan());
        } catch (Overtaken | NotRight changed) {
            return Notice.CHANGED_MEANWHILE;
        }
        return Notice.RULE_SAVED;
    }

    Notice drop(Open open, Doer doer) {
        return desk().planner().by(doer).drop(open.plan().id()) ? Notice.PLAN_DROPPED : Notice.CHANGED_MEANWHILE;
    }

    /** Some of its effects; an instructor is told of the people of the course alone. */
    Part part(Open open, int page, Words words) {
        int from = (page - 1) * SHOWN;
        Taught taught = open.ground().taught();
        if (taught == null) {
            List<Effect> some = desk().plans().listEffects(open.plan().id(), from, SHOWN);
            Map<PersonId, String> names =
                    people.names(some.stream().map(Effect::person).toList());
            List<Row> rows = some.stream()
                    .map(effect -> row(effect, names.get(effect.person()), "/admin/people/" + effect.person(), words))
                    .toList();
            Plan plan = open.plan();
            return new Part(rows, page, plan.gains() + plan.losses() + plan.moves() > from + SHOWN, 0);
        }
        Map<PersonId, Learner> learners = desk().teaching().classes().learners(taught.course()).stream()
                .collect(Collectors.toMap(Learner::person, learner -> learner, (one, same) -> one));
        List<Effect> all = desk().plans().listEffects(open.plan().id(), 0, MOST);
        Set<String> theirs = desk().teaching().badges(taught);
        List<Effect> here = all.stream()
                .filter(effect -> learners.containsKey(effect.person()) && theirs.contains(effect.badge()))
                .toList();
        List<Row> rows = here.stream()
                .skip(from)
                .limit(SHOWN)
                .map(effect -> row(
                        effect,
                        name(learners, effect.person()),
                        CourseAddress.person(taught.course(), effect.person()),
                        words))
                .toList();
        return new Part(rows, page, here.size() > from + SHOWN, all.size() - here.size());
    }

    private static @Nullable String name(Map<PersonId, Learner> learners, PersonId person) {
        Learner learner = learners.get(person);
        return learner == null || learner.name() == null ? person.toString() : learner.name();
    }

    private Row row(Effect effect, @Nullable String name, String path, Words words) {
        return new Row(
                effect.what(),
                title(effect.badge(), words),
                effect.version(),
                name,
                path,
                new Moment(effect.at()),
                effect.why());
    }
}
