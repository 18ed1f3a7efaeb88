package org.laurelbridge.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/** Reads {@code rosters}. */
final class RosterReader {
    private static final String ALL = "all";
    private static final int LONGEST_NAME = 80;
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Problems problems;
    private final Path folder;

    RosterReader(Problems problems, Path folder) {
        this.problems = problems;
        this.folder = folder;
    }

    List<LaurelConfig.MoodleRoster> rosters(List<Node> nodes) {
        List<LaurelConfig.MoodleRoster> rosters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            LaurelConfig.MoodleRoster roster = roster(new Part(Fields.of(node, problems), problems, folder));
            rosters.add(roster);
            if (!names.add(roster.name())) {
                problems.add(node.place(), "a name given twice", "names that differ");
            }
        }
        return rosters;
    }

    private LaurelConfig.MoodleRoster roster(Part part) {
        Fields fields = part.fields();
        fields.require("name", "root");
        SourceReader.requireSecret(part, "token");
        String name = fields.text("name").orElse("?");
        if (name.length() > LONGEST_NAME) {
            part.tell("name", "a name of at most " + LONGEST_NAME + " characters");
        }
        LaurelConfig.MoodleRoster roster = new LaurelConfig.MoodleRoster(
                name,
                part.uri("root").orElse(URI.create("http://invalid")),
                part.secret("token").orElse(""),
                courses(fields),
                every(part),
                fields.truth("trust-email").orElse(false));
        fields.finish();
        return roster;
    }

    private static Duration every(Part part) {
        Duration every = part.fields().span("every").map(Part::duration).orElse(USUAL);
        if (every.compareTo(SHORTEST) < 0) {
            part.tell("every", "a length of time from 1m");
        }
        return every;
    }

    private List<String> courses(Fields fields) {
        List<String> courses = new ArrayList<>();
        for (Node node : fields.oneOrMore("courses")) {
            String text = fields.values().text(node).orElse(ALL);
            for (String course : text.split(",", -1)) {
                if (course.strip().matches("[1-9][0-9]{0,17}")) {
                    courses.add(course.strip());
                } else if (!text.equals(ALL)) {
                    problems.add(node, "numbers of courses, as in …/course/view.php?id=2, or all");
                }
            }
        }
        return courses;
    }
}
