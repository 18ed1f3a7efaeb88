package org.laurelbridge.mapping;

import java.util.List;
import java.util.Optional;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Values;

/** Reads {@code verbs}: canonical or own kinds, each with the IRIs that mean it. */
final class VerbSection {
    private final Problems problems;
    private final Values values;
    private final MappingDraft draft;

    VerbSection(Problems problems, MappingDraft draft) {
        this.problems = problems;
        this.values = new Values(problems);
        this.draft = draft;
    }

    void read(Fields fields) {
        for (Node.Entry entry : fields.entries("verbs")) {
            if (entry.key().equals("voided") || entry.key().equals("other")) {
                problems.add(entry.place(), "the kind \"" + entry.key() + "\"", "a kind that a mapping may give");
            } else if (!entry.key().matches("[a-z][a-zA-Z0-9-]{0,49}")) {
                problems.add(entry.place(), "the kind \"" + entry.key() + "\"", "a word of letters, digits and dashes");
            } else {
                kind(new Kind(entry.key()), entry.value());
            }
        }
    }

    private void kind(Kind kind, Node value) {
        if (value instanceof Node.Entries) {
            Fields fields = values.fields(value);
            fields.require("verb");
            List<Node> iris = fields.oneOrMore("verb");
            Optional<Fields> conditions = fields.fields("if");
            boolean taught = conditions
                    .flatMap(some -> some.word("instructor", List.of("present")))
                    .isPresent();
            Optional<String> category = conditions.flatMap(some -> some.text("category"));
            Optional<String> extension = conditions.flatMap(some -> some.text("extension"));
            conditions.ifPresent(Fields::finish);
            fields.finish();
            iris.forEach(iri -> add(iri, new Verbs.Rule(kind, taught, category.orElse(null), extension.orElse(null))));
        } else {
            values.oneOrMore(value).forEach(iri -> add(iri, new Verbs.Rule(kind, false, null, null)));
        }
    }

    private void add(Node node, Verbs.Rule rule) {
        values.text(node).ifPresent(iri -> {
            if (iri.indexOf(':') < 1) {
                problems.add(node, "the IRI of a verb, with its scheme");
            } else {
                draft.verbs.add(iri, rule);
            }
        });
    }
}
