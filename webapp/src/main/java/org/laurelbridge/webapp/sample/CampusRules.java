package org.laurelbridge.webapp.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.map.RuleText;

/** The mapping of a campus and its badges, of all kinds that people write. */
record CampusRules(Campus campus) {
    private static final List<String> TOPICS = List.of(
            "Networks", "Databases", "Statistics", "Lab safety", "Writing", "Cloud services", "Ethics", "Algorithms");

    /** The mapping, then the badges. */
    List<RuleText> all() {
        List<RuleText> all = new ArrayList<>();
        all.add(new RuleText("mapping.yaml", mapping()));
        IntStream.range(0, campus.badges())
                .mapToObj(badge -> new RuleText(id(badge) + ".yaml", badge(badge)))
                .forEach(all::add);
        return all;
    }

    static String id(int badge) {
        return "badge-" + badge;
    }

    private String mapping() {
        return """
                {brl: 1, kind: mapping, name: campus, version: 1, use: [adl@1, cmi5@1, moodle-logstore@1], unknown: park,
                 identity: [{account: {homePage: "%s", name: id}}, {mbox: email}], time: {backdate: 400d},
                 activities: {%s}}
                """.formatted(
                        Campus.SYSTEM,
                        IntStream.range(0, campus.badges())
                                .mapToObj(number -> "%s: {title: \"%s\", match: {id: \"%s\"}}"
                                        .formatted(label(number), "Quiz on " + topic(number), Campus.activity(number)))
                                .collect(Collectors.joining(",\n  ")));
    }

    static String label(int activity) {
        return "quiz-" + activity;
    }

    private static String topic(int badge) {
        return TOPICS.get(badge % TOPICS.size()) + " " + badge;
    }

    private String badge(int badge) {
        boolean isApproved = badge % 10 == 4;
        return """
                {brl: 1, kind: badge, id: %s, version: 1, title: "%s", description: "Shows what was learned of it.",
                 when: %s, award: %s, settle: {gain: 0s}, public: %s, deliver: [{to: own, grade: score}]}
                """.formatted(
                        id(badge),
                        topic(badge),
                        condition(badge),
                        isApproved ? "approve" : "auto",
                        badge % 3 == 0 ? "always" : "learner-decides");
    }

    private String condition(int badge) {
        String own = label(badge);
        List<Integer> course = campus.badgesOf(campus.courseOf(badge));
        return switch (badge % 5) {
            case 0 -> "{scored: {on: %s, atLeast: 92%%}}".formatted(own);
            case 1 ->
                "{all: [{enrolled: \"%s\"}, {scored: {on: %s, atLeast: 88%%}}, {passed: %s}]}"
                        .formatted(Campus.subject(campus.courseOf(badge)), own, label(course.get(0)));
            case 2 ->
                "{atLeast: {n: %d, of: [%s]}}"
                        .formatted(
                                Math.min(3, course.size()),
                                course.stream()
                                        .limit(5)
                                        .map(number -> "{scored: {on: %s, atLeast: 93%%}}".formatted(label(number)))
                                        .collect(Collectors.joining(", ")));
            case 3 -> "{count: {of: {kind: completed, on: %s}, per: day, atLeast: 4}}".formatted(own);
            default -> "{scored: {on: %s, atLeast: 95%%, attempt: first}}".formatted(own);
        };
    }
}
