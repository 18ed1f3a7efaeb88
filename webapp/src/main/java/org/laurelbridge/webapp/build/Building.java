package org.laurelbridge.webapp.build;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.lti.Workshop;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.document.Nodes;
import org.laurelbridge.document.Problems;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.ClassDesk;
import org.laurelbridge.webapp.teach.CourseAddress;
import org.laurelbridge.webapp.words.Words;

/** What the pages of the builder work with. */
public record Building(BuildDesk desk, Skills skills, InstantSource clock) {
    private static final int LONGEST_ID = 100;
    private static final int PLANS = 100;
    private static final int MOST_HOLDERS = 10_000;

    /**
     * What an address asks for.
     *
     * @param badge its id; null for a new one
     */
    record Address(Ground ground, @Nullable String badge) {}

    /** Reads an address; empty when nothing is there, or not for this visitor. */
    Optional<Address> address(String servlet, @Nullable String path, Visitor visitor) {
        List<String> parts = List.of((path == null ? "" : path).split("/", -1));
        if (servlet.equals(Ground.EVERYWHERE.base())) {
            return parts.size() <= 2 ? Optional.of(address(Ground.EVERYWHERE, parts, 1)) : Optional.empty();
        }
        if (parts.size() < 3 || parts.size() > 4) {
            return Optional.empty();
        }
        return CourseAddress.course(parts.get(1), parts.get(2))
                .flatMap(course -> taught(visitor).stream()
                        .filter(taught -> taught.course().equals(course))
                        .findFirst())
                .map(taught -> address(ground(taught), parts, 3));
    }

    /** The courses that somebody teaches. */
    List<Taught> taught(Visitor visitor) {
        return desk.teaching()
                .classes()
                .taught(visitor.account(), visitor.learner().orElse(null));
    }

    /** How many plans of somebody's rules wait. */
    public int plansWaiting(Visitor visitor) {
        return (int) taught(visitor).stream()
                .flatMap(taught -> desk.teaching().workshop().plans(taught.course(), PLANS).stream())
                .flatMap(planned -> desk.plans().find(planned.plan()).stream())
                .filter(desk.planner()::isCurrent)
                .count();
    }

    private static Address address(Ground ground, List<String> parts, int at) {
        return new Address(ground, parts.size() > at ? parts.get(at) : null);
    }

    static Ground ground(Taught taught) {
        return new Ground(CourseAddress.rules(taught.course()), CourseAddress.of(taught.course()), taught);
    }

    /** A new badge; one of a course brings its grade there. */
    Sheet blank(Ground ground) {
        Taught taught = ground.taught();
        if (taught == null) {
            return Sheet.blank();
        }
        return delivering(taught, Sheet.blank());
    }

    /** The same with its grade brought to a course. */
    Sheet delivering(Taught taught, Sheet sheet) {
        return desk.teaching()
                .gradebook(taught)
                .map(name -> sheet.saying(
                        "deliver",
                        Nodes.list(List.of(Nodes.map(Map.of(
                                "to",
                                Nodes.text(name),
                                "course",
                                Nodes.text(taught.course().id())))))))
                .orElse(sheet);
    }

    Optional<String> draft(Visitor visitor, String badge) {
        return desk.teaching().workshop().find(visitor.account(), badge).map(Workshop.Draft::text);
    }

    /** Keeps a draft; false when it has no id to be kept by. */
    boolean keep(Visitor visitor, Sheet sheet, Doer doer) {
        String id = sheet.values().getOrDefault("id", "");
        if (id.isBlank() || id.length() > LONGEST_ID) {
            return false;
        }
        desk.teaching()
                .workshop()
                .by(doer)
                .keep(visitor.account(), new Workshop.Draft(id, sheet.document(), clock.instant()));
        return true;
    }

    /** Keeps a copy as a draft; false when there is one that was changed since it was copied, which stays. */
    boolean copy(Visitor visitor, Sheet sheet, Doer doer) {
        String id = sheet.values().getOrDefault("id", "");
        return desk.teaching()
                .workshop()
                .by(doer)
                .copy(visitor.account(), new Workshop.Draft(id, sheet.document(), clock.instant()));
    }

    void forget(Visitor visitor, String badge, Doer doer) {
        desk.teaching().workshop().by(doer).forget(visitor.account(), badge);
    }

    /** How many people have a badge, of the course where one builds; of very many, as many as are counted. */
    long holders(Ground ground, String badge) {
        Taught taught = ground.taught();
        Set<PersonId> here = taught == null
                ? Set.of()
                : desk.teaching().classes().learners(taught.course()).stream()
                        .map(Learner::person)
                        .collect(Collectors.toSet());
        return desk.awards().list(badge, null, null, MOST_HOLDERS).stream()
                .filter(award -> award.standing().status().holdsGrade())
                .map(Award::person)
                .filter(person -> taught == null || here.contains(person))
                .distinct()
                .count();
    }

    /** The rules that can be looked at from a ground, and the drafts of a visitor. */
    List<BuilderView.Other> others(Ground ground, Visitor visitor) {
        Map<String, BuilderView.Other> others = new TreeMap<>();
        desk.teaching()
                .workshop()
                .list(visitor.account())
                .forEach(draft -> others.put(
                        draft.badge(),
                        new BuilderView.Other(
                                ground.of(draft.badge()),
                                title(draft.text(), draft.badge()),
                                true,
                                lacks(draft.text()))));
        badges(ground)
                .forEach(badge -> others.merge(
                        badge.id(),
                        new BuilderView.Other(ground.of(badge.id()), badge.title(), false, false),
                        (draft, own) -> new BuilderView.Other(own.path(), own.title(), true, draft.lacks())));
        return List.copyOf(others.values());
    }

    /** Those of a ground, by their titles. What a course has is looked up once: all 500 badges would ask for the same. */
    List<Badge> badges(Ground ground) {
        Taught taught = ground.taught();
        Set<String> there = taught == null ? Set.of() : desk.teaching().badges(taught);
        return desk.badges().stream()
                .filter(badge -> taught == null || there.contains(badge.id()))
                .toList();
    }

    /** What can be chosen: activities by their titles, kinds, badges. */
    Offered offered(Unmapped unmapped) {
        Mapping mapping = desk.rules().current().mapping();
        Set<String> kinds = new TreeSet<>();
        Kind.CANONICAL.forEach(kind -> kinds.add(kind.name()));
        mapping.ownKinds().forEach(kind -> kinds.add(kind.name()));
        List<BuilderView.Option> activities = mapping.activities().keySet().stream()
                .map(label ->
                        new BuilderView.Option(label, desk.rules().current().title(label)))
                .sorted(Comparator.comparing(option -> option.title().toLowerCase(Locale.ROOT)))
                .toList();
        List<BuilderView.Option> badges = desk.badges().stream()
                .map(badge -> new BuilderView.Option(badge.id(), badge.title()))
                .toList();
        List<String> sources = mapping.trusted().stream().sorted().toList();
        return new Offered(activities, unmapped.options(), List.copyOf(kinds), badges, sources, skills.areKnown(now()));
    }

    /** What stood in the rule that a draft was copied from, by the names of the fields that lack it. */
    Map<String, String> was(Ground ground, Visitor visitor, Sheet sheet, Words words) {
        Taught here = ground.taught();
        String id = sheet.values().getOrDefault("id", "");
        if (here == null || id.isEmpty() || !Was.lacksAny(sheet.when())) {
            return Map.of();
        }
        return taught(visitor).stream()
                .filter(taught -> !taught.course().equals(here.course()))
                .flatMap(taught -> badges(ground(taught)).stream()
                        .filter(badge -> Copying.id(badge, here).equals(id))
                        .map(badge -> Was.of(
                                sheet,
                                BuildDesk.sheet(badge),
                                label -> words.say(
                                        "planning.was",
                                        desk.rules().current().title(label),
                                        ClassDesk.title(taught, words)))))
                .findFirst()
                .orElse(Map.of());
    }

    /** For whom the version of a run is; null for the first of its badge. */
    @Nullable
    Underway meantFor(Run run) {
        return Sheet.read("run", run.asked().document(), new Problems())
                .filter(sheet -> !"1".equals(sheet.values().get("version")))
                .map(sheet -> Underway.said(sheet, 0).orElse(Underway.ALL))
                .orElse(null);
    }

    /** What the badge of a run is called. */
    String title(Run run) {
        return title(run.asked().document(), run.asked().badge());
    }

    private static boolean lacks(String document) {
        return Sheet.read("draft", document, new Problems())
                .filter(sheet -> Was.lacksAny(sheet.when()) || Was.lacksAny(sheet.renewal()))
                .isPresent();
    }

    private static String title(String document, String badge) {
        return Sheet.read("rule", document, new Problems())
                .map(sheet -> sheet.values().getOrDefault("title", ""))
                .filter(title -> !title.isBlank())
                .orElse(badge);
    }

    Instant now() {
        return clock.instant();
    }
}
