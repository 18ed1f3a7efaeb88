package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.deliver.moodle.CourseModules.Module;
import org.laurelbridge.bridge.deliver.moodle.IdNumbers;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.map.CoursePlaces;
import org.laurelbridge.bridge.map.FoundActivities.Found;
import org.laurelbridge.bridge.map.FoundActivities.Placed;
import org.laurelbridge.bridge.run.Runner;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.session.Visitor;

/**
 * Copies badges of one course to another, as drafts: each activity becomes the one with the same idnumber there, as the LMS tells it;
 * what has none is left to be chosen.
 */
record Copying(Building building, Taught from, Taught to) {
    private static final int LONGEST_ID = 100;
    private static final int WHOLE = 200;

    /** @param visitor whose drafts they are */
    Runner.Ended copy(List<Badge> badges, Visitor visitor, Doer doer, Progress progress) {
        List<String> why = new ArrayList<>();
        Map<String, Module> here = told(from.course(), why, done -> progress.at("reading", done, WHOLE));
        Map<String, Module> there = told(to.course(), why, done -> progress.at("reading", 100L + done, WHOLE));
        offer(there);
        Map<String, String> labels = labels(
                building.desk().rules().current().mapping(),
                building.desk().unmapped(Building.ground(to)),
                here,
                there);
        List<CopyJson.Copied> copied = new ArrayList<>();
        for (Badge badge : badges) {
            Sheet sheet = sheet(badge, labels);
            boolean isCopied = building.copy(visitor, sheet, doer);
            copied.add(told(badge, sheet, labels, !isCopied));
        }
        return new Runner.Ended(
                new CopyJson(to.course().id(), why.stream().distinct().toList(), copied).written(), List.of());
    }

    private Map<String, Module> told(Course course, List<String> why, IntConsumer done) {
        IdNumbers.Answer answer = building.desk()
                .teaching()
                .idNumbers(course.system())
                .map(moodle -> moodle.of(course.id(), done))
                .orElseGet(() -> new IdNumbers.Answer.Untold(""));
        if (answer instanceof IdNumbers.Answer.Told told) {
            return told.byIdNumber();
        }
        why.add(((IdNumbers.Answer.Untold) answer).why());
        return Map.of();
    }

    /** What the LMS just told can be chosen from now on. */
    private void offer(Map<String, Module> there) {
        String place = CoursePlaces.of(to.course().system(), to.course().id());
        List<Placed> found = there.values().stream()
                .map(module -> new Placed(place, new Found(module.address(), module.title(), module.sort())))
                .toList();
        if (!found.isEmpty()) {
            building.desk().teaching().found().keep(found, building.now(), "copied", 0);
        }
    }

    /** The activities of the other course by those of this one, as rules call them. */
    static Map<String, String> labels(
            Mapping mapping, Unmapped unmapped, Map<String, Module> here, Map<String, Module> there) {
        Map<String, String> labels = new LinkedHashMap<>();
        here.forEach((idNumber, module) -> Optional.ofNullable(there.get(idNumber))
                .flatMap(other -> label(mapping, unmapped, other))
                .ifPresent(label -> mapping.labels(module.address()).forEach(own -> labels.putIfAbsent(own, label))));
        return labels;
    }

    private static Optional<String> label(Mapping mapping, Unmapped unmapped, Module module) {
        return mapping.labels(module.address()).stream()
                .findFirst()
                .or(() -> unmapped.byLabel().entrySet().stream()
                        .filter(entry -> entry.getValue().id().equals(module.address()))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private Sheet sheet(Badge badge, Map<String, String> labels) {
        Sheet copy = BuildDesk.sheet(badge)
                .about(label -> Optional.ofNullable(labels.get(label)))
                .with("id", id(badge, to))
                .with("version", "1")
                .without("applies")
                .without("tests");
        boolean hasGrade = badge.deliver().stream().anyMatch(one -> !one.to().equals("own"));
        return hasGrade ? building.delivering(to, copy.without("deliver")) : copy;
    }

    /** What the copy of a badge is called in a course. */
    static String id(Badge badge, Taught to) {
        String id =
                (badge.id() + "-" + to.course().id()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-");
        return id.substring(0, Math.min(LONGEST_ID, id.length())).replaceAll("[.-]+$", "");
    }

    /** What the form does not show keeps its activity, and is told as one that has none. */
    private CopyJson.Copied told(Badge badge, Sheet copy, Map<String, String> labels, boolean isKept) {
        Set<String> shown = BuildDesk.sheet(badge).activities();
        Set<String> lacking = new LinkedHashSet<>(shown);
        badge.activities().stream().sorted(Comparator.naturalOrder()).forEach(lacking::add);
        lacking.removeIf(label -> shown.contains(label) && labels.containsKey(label));
        List<CopyJson.Pair> pairs = shown.stream()
                .filter(labels::containsKey)
                .map(label -> new CopyJson.Pair(title(label), title(labels.getOrDefault(label, label))))
                .toList();
        String id = copy.values().getOrDefault("id", "");
        return new CopyJson.Copied(
                badge.title(),
                Building.ground(to).of(id),
                pairs,
                lacking.stream().map(this::title).toList(),
                isKept);
    }

    private String title(String label) {
        Unmapped unmapped = building.desk().unmapped(Building.ground(to));
        Found found = unmapped.byLabel().get(label);
        return found != null && found.title() != null
                ? found.title()
                : building.desk().rules().current().title(label);
    }
}
