package org.laurelbridge.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Values;

/**
 * Reads {@code structure}: the blocks and assignable units of one cmi5 course, as its cmi5.xml lists them. Each is an activity that
 * rules can name, {@code label: {publisher: …, moveOn: Passed}}; one that has a {@code structure} in place of {@code moveOn} is a block.
 */
final class StructureSection {
    private static final Map<String, Structure.MoveOn> MOVE_ON = words();

    private final ActivitySection activities;
    private final Problems problems;
    private final Values values;
    private final Set<String> publishers = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();

    /** A block or a unit, and where it is written. */
    record Part(Node.Entry entry, Activity activity) {}

    /** @param activities reads what blocks and units have like other activities */
    StructureSection(ActivitySection activities, Problems problems) {
        this.activities = activities;
        this.problems = problems;
        this.values = new Values(problems);
    }

    /** The units of a course. */
    List<Structure.Unit> units(Node structure) {
        List<Node.Entry> entries = values.entries(structure);
        if (entries.isEmpty() && structure instanceof Node.Entries) {
            problems.add(structure.place(), "an empty structure", "at least one unit");
        }
        return entries.stream().flatMap(entry -> part(entry).stream()).toList();
    }

    /** The blocks and units that were read, each block before what is in it. */
    List<Part> parts() {
        return parts;
    }

    private List<Structure.Unit> part(Node.Entry entry) {
        int place = parts.size();
        Fields fields = values.fields(entry.value()).require("publisher");
        List<Activity.Match> matches = activities.matches(fields);
        activities.id(fields, "publisher").ifPresent(id -> matches.add(publisher(fields, id)));
        String title = fields.text("title").orElse(entry.key());
        Optional<Node> below = fields.node("structure");
        Optional<BigDecimal> mastery = below.isPresent() ? Optional.empty() : fields.decimal("mastery");
        List<Structure.Unit> units = below.map(this::units).orElseGet(() -> unit(entry.key(), fields));
        fields.finish();
        Structure structure = new Structure(below.isPresent() ? Cmi5.Level.BLOCK : Cmi5.Level.AU, units);
        Activity activity = new Activity(
                entry.key(), title, matches, false, Activity.Bounds.AS_SENT, mastery.orElse(null), structure);
        parts.add(place, new Part(entry, activity));
        return units;
    }

    private List<Structure.Unit> unit(String label, Fields fields) {
        return fields
                .require("moveOn")
                .word("moveOn", MOVE_ON)
                .map(moveOn -> new Structure.Unit(label, moveOn))
                .stream()
                .toList();
    }

    private Activity.Match publisher(Fields fields, String id) {
        if (!publishers.add(id)) {
            fields.node("publisher")
                    .ifPresent(
                            node -> problems.add(node, "a publisher id of its own: this one is taken in the course"));
        }
        return new Activity.Match.Publisher(id);
    }

    private static Map<String, Structure.MoveOn> words() {
        Map<String, Structure.MoveOn> words = new LinkedHashMap<>();
        for (Structure.MoveOn moveOn : Structure.MoveOn.values()) {
            words.put(moveOn.word(), moveOn);
        }
        return words;
    }
}
