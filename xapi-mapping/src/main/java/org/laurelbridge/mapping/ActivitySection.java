package org.laurelbridge.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Values;

/** Reads {@code activities}. */
final class ActivitySection {
    private static final Set<String> WAYS = Set.of("id", "idStarts", "idLike", "type", "publisher");

    private final Problems problems;
    private final Values values;
    private final MappingDraft draft;

    ActivitySection(Problems problems, MappingDraft draft) {
        this.problems = problems;
        this.values = new Values(problems);
        this.draft = draft;
    }

    void add(Node.Entry entry) {
        String label = entry.key();
        Fields fields = values.fields(entry.value());
        fields.require("match");
        List<Activity.Match> matches = matches(fields);
        String title = fields.text("title").orElse(label);
        boolean children = fields.word("children", List.of("exclude", "include"))
                .map("include"::equals)
                .orElse(false);
        Activity.Bounds bounds = fields.fields("score").map(this::bounds).orElse(Activity.Bounds.AS_SENT);
        Optional<BigDecimal> mastery = fields.decimal("mastery");
        StructureSection below = new StructureSection(this, problems);
        Structure structure = fields.node("structure")
                .map(node -> new Structure(Cmi5.Level.COURSE, below.units(node)))
                .orElse(null);
        fields.finish();
        put(entry, new Activity(label, title, matches, children, bounds, mastery.orElse(null), structure));
        below.parts().forEach(part -> put(part.entry(), part.activity()));
    }

    private void put(Node.Entry entry, Activity activity) {
        String label = activity.label();
        if (!label.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            problems.add(
                    entry.place(),
                    "the label \"" + label + "\"",
                    "letters, digits, dots, dashes and underscores, at most 100");
        }
        if (draft.activities.putIfAbsent(label, activity) != null) {
            problems.add(entry.place(), "the label \"" + label + "\" again", "every label once, in structures too");
        }
    }

    /** {@code match}: any of these; none where it is not said. */
    List<Activity.Match> matches(Fields fields) {
        List<Activity.Match> matches = new ArrayList<>();
        fields.oneOrMore("match").forEach(match -> matches.addAll(match(match)));
        return matches;
    }

    private List<Activity.Match> match(Node node) {
        Fields fields = values.fields(node);
        List<Activity.Match> matches = new ArrayList<>();
        id(fields, "id").ifPresent(id -> matches.add(new Activity.Match.Id(id)));
        id(fields, "idStarts").ifPresent(start -> matches.add(new Activity.Match.IdStarts(start)));
        id(fields, "idLike").ifPresent(like -> matches.add(like(fields, like)));
        id(fields, "publisher").ifPresent(id -> matches.add(new Activity.Match.Publisher(id)));
        Optional<String> under = id(fields, "under");
        Optional<String> type = fields.text("type");
        type.ifPresent(iri -> matches.add(new Activity.Match.Type(iri, under.orElse(null))));
        fields.finish();
        if (matches.size() != 1) {
            problems.add(
                    node.place(),
                    matches.size() + " ways to match",
                    "one of " + String.join(", ", WAYS.stream().sorted().toList()));
        } else if (under.isPresent() && type.isEmpty()) {
            problems.add(node.place(), "\"under\" without \"type\"", "both, or neither");
        }
        return matches;
    }

    /** An id in its compared form. */
    Optional<String> id(Fields fields, String key) {
        Optional<String> id = fields.text(key);
        if (id.isPresent() && id.get().indexOf(':') < 1) {
            problems.add(fields.node(key).orElseThrow(), "an IRI, with its scheme");
        }
        return id.map(draft.form::of);
    }

    private Activity.Match like(Fields fields, String like) {
        Activity.Match.IdLike match = new Activity.Match.IdLike(List.of(like.split("\\*", -1)));
        if (match.isUnclear()) {
            problems.add(
                    fields.node("idLike").orElseThrow(),
                    "an IRI with one * in a path segment, as https://x.example/*/end");
        }
        return match;
    }

    private Activity.Bounds bounds(Fields score) {
        Activity.Bounds bounds = new Activity.Bounds(
                score.decimal("min").orElse(null), score.decimal("max").orElse(null));
        score.finish();
        return bounds;
    }
}
