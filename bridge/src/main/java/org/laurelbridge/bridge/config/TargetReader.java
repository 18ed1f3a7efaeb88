package org.laurelbridge.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/** Reads {@code targets}. */
final class TargetReader {
    private static final String OWN = "own";
    private static final URI NONE = URI.create("http://invalid");

    private final Problems problems;
    private final Path folder;

    TargetReader(Problems problems, Path folder) {
        this.problems = problems;
        this.folder = folder;
    }

    List<LaurelConfig.GradeTarget> targets(List<Node> nodes) {
        List<LaurelConfig.GradeTarget> targets = new ArrayList<>();
        Set<String> names = new HashSet<>(Set.of(OWN));
        for (Node node : nodes) {
            Part part = new Part(Fields.of(node, problems), problems, folder);
            LaurelConfig.GradeTarget target = target(part);
            targets.add(target);
            if (!names.add(target.name())) {
                String taken = target.name().equals(OWN) ? "\"own\", which is always there" : "a name given twice";
                problems.add(node.place(), taken, "names that differ");
            }
        }
        return targets;
    }

    private LaurelConfig.GradeTarget target(Part part) {
        Fields fields = part.fields();
        fields.require("name");
        boolean lti = fields.node("lti").isPresent();
        boolean moodle = fields.node("moodle").isPresent();
        if (lti == moodle) {
            problems.add(fields.place(), lti ? "both lti and moodle" : "neither lti nor moodle", "exactly one of them");
        }
        LaurelConfig.GradeTarget target = new LaurelConfig.GradeTarget(
                fields.text("name").orElse("?"),
                lti ? lti(part.below("lti")) : null,
                moodle ? moodle(part.below("moodle")) : null);
        fields.finish();
        return target;
    }

    private LaurelConfig.Lti lti(Part part) {
        Fields fields = part.fields();
        fields.require("root", "client-id", "deployment-id");
        boolean isMoodle = fields.word("platform", SourceReader.words("moodle", "other"))
                .orElse("moodle")
                .equals("moodle");
        if (!isMoodle) {
            fields.require("token-endpoint", "line-items");
        }
        LaurelConfig.Lti lti = new LaurelConfig.Lti(
                part.uri("root").orElse(NONE),
                fields.text("client-id").orElse(""),
                fields.text("deployment-id").orElse(""),
                isMoodle,
                part.uri("token-endpoint").orElse(null),
                SourceReader.orNull(fields, "audience"),
                SourceReader.orNull(fields, "line-items"),
                SourceReader.orNull(fields, "memberships"),
                part.secret("web-service-token").orElse(null));
        fields.finish();
        return lti;
    }

    private static LaurelConfig.Moodle moodle(Part part) {
        part.fields().require("root");
        SourceReader.requireSecret(part, "token");
        boolean asAssignment = part.fields()
                .word("writing", SourceReader.words("grade", "assignment"))
                .map("assignment"::equals)
                .orElse(false);
        List<LaurelConfig.Place> places = new ArrayList<>();
        part.fields()
                .list("places")
                .forEach(node ->
                        places.add(place(new Part(Fields.of(node, part.problems()), part.problems(), part.folder()))));
        LaurelConfig.Moodle moodle = new LaurelConfig.Moodle(
                part.uri("root").orElse(NONE), part.secret("token").orElse(""), asAssignment, places);
        part.fields().finish();
        return moodle;
    }

    private static LaurelConfig.Place place(Part part) {
        Fields fields = part.fields();
        fields.require("badge", "activity");
        Optional<Long> course = fields.whole("course", 1, Long.MAX_VALUE);
        LaurelConfig.Place place = new LaurelConfig.Place(
                fields.text("badge").orElse(""),
                course.map(String::valueOf).orElse(""),
                fields.whole("activity", 1, Long.MAX_VALUE).map(String::valueOf).orElse("0"));
        fields.finish();
        return place;
    }
}
