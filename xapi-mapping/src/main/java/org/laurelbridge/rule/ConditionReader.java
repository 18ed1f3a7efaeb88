package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Values;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;

/** Reads conditions. Empty answers have told their problems. */
final class ConditionReader {
    /** S12. */
    private static final int MOST_NODES = 200;

    private static final int DEEPEST = 12;
    private static final List<String> POLICIES =
            Stream.of(AttemptPolicy.values()).map(AttemptPolicy::word).toList();

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Values values;
    private int nodes;

    ConditionReader(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.values = new Values(problems);
    }

    /** A whole rule. */
    Optional<Condition> rule(Node node) {
        Optional<Condition> condition = condition(node, 1);
        if (nodes > MOST_NODES) {
            problems.add(node.place(), "a rule of " + nodes + " conditions", "at most " + MOST_NODES + " (S12)");
            return Optional.empty();
        }
        return condition;
    }

    private Optional<Condition> condition(Node node, int depth) {
        nodes++;
        if (depth > DEEPEST) {
            problems.add(node.place(), "a condition " + depth + " levels deep", "at most " + DEEPEST + " (S12)");
            return Optional.empty();
        }
        return values.single(node).flatMap(entry -> switch (entry.key()) {
            case "completed" -> on(entry.value(), Completed::new);
            case "passed" -> on(entry.value(), Passed::new);
            case "satisfied" -> on(entry.value(), Satisfied::new);
            case "did" -> did(entry.value());
            case "scored" -> scored(entry.value());
            case "all" -> parts(entry.value(), depth).map(All::new);
            case "any" -> parts(entry.value(), depth).map(Any::new);
            case "none" -> parts(entry.value(), depth).map(None::new);
            case "atLeast" -> atLeast(entry.value(), depth);
            default -> {
                Language.tellNoCondition(entry.place(), entry.key(), problems);
                yield Optional.empty();
            }
        });
    }

    /** {@code completed: A}, or {@code completed: {on: A}}. */
    private Optional<Condition> on(Node node, Function<String, Condition> as) {
        if (!(node instanceof Node.Entries)) {
            return label(node).map(as);
        }
        Fields fields = modified(node);
        Optional<String> on = fields.require("on").node("on").flatMap(this::label);
        fields.finish();
        return on.map(as);
    }

    private Optional<Condition> did(Node node) {
        Fields fields = modified(node).require("kind", "on");
        Optional<Kind> kind = fields.node("kind").flatMap(this::kind);
        Optional<String> on = fields.node("on").flatMap(this::label);
        fields.finish();
        return kind.flatMap(known -> on.map(label -> new Did(known, label)));
    }

    private Optional<Condition> scored(Node node) {
        Fields fields = modified(node).require("on", "atLeast");
        Optional<String> on = fields.node("on").flatMap(this::label);
        Optional<Percent> needed = fields.node("atLeast").flatMap(this::percent);
        Optional<AttemptPolicy> attempt = fields.node("attempt").isEmpty()
                ? Optional.of(AttemptPolicy.BEST)
                : fields.word("attempt", POLICIES).map(word -> AttemptPolicy.valueOf(word.toUpperCase(Locale.ROOT)));
        fields.finish();
        return on.flatMap(
                label -> needed.flatMap(percent -> attempt.map(policy -> new Scored(label, percent, policy))));
    }

    private Optional<Condition> atLeast(Node node, int depth) {
        Fields fields = Fields.of(node, problems).require("n", "of");
        Optional<List<Condition>> parts = fields.node("of").flatMap(of -> parts(of, depth));
        int listed = fields.node("of")
                .map(of -> of instanceof Node.Items items ? items.nodes().size() : 1)
                .orElse(1);
        Optional<Long> n = fields.whole("n", 1, Math.max(1, listed));
        fields.finish();
        return n.flatMap(needed -> parts.map(those -> new AtLeast(needed.intValue(), those)));
    }

    private Optional<List<Condition>> parts(Node node, int depth) {
        List<Node> listed = values.list(node);
        if (node instanceof Node.Items && listed.isEmpty()) {
            problems.add(node.place(), "an empty list", "at least one condition");
        }
        List<Condition> parts = new ArrayList<>();
        listed.forEach(part -> condition(part, depth + 1).ifPresent(parts::add));
        return parts.isEmpty() || parts.size() < listed.size() ? Optional.empty() : Optional.of(parts);
    }

    private Fields modified(Node node) {
        Fields fields = Fields.of(node, problems);
        Language.tellLater(fields, Language.LATER_MODIFIERS, problems);
        return fields;
    }

    private Optional<String> label(Node node) {
        return values.text(node)
                .filter(label -> vocabulary.allowsActivity(label)
                        || tell(
                                node,
                                "activity",
                                label,
                                vocabulary.activities(),
                                "the label of an activity in the mapping"));
    }

    /** A kind, or the IRI of a verb that has none. */
    private Optional<Kind> kind(Node node) {
        return values.text(node)
                .filter(name -> name.contains("://")
                        || vocabulary.allowsKind(name)
                        || tell(node, "kind", name, vocabulary.kinds(), "a kind of the mapping: " + kinds()))
                .map(Kind::new);
    }

    private String kinds() {
        return vocabulary.kinds().stream().sorted().collect(Collectors.joining(", "));
    }

    /** Always false, as the end of a filter. */
    private boolean tell(Node node, String what, String word, Set<String> known, String expected) {
        problems.add(node.place(), "the " + what + " \"" + word + "\"", expected + Language.meant(word, known));
        return false;
    }

    /** A score under {@code negative: keep} goes down to -100 %. */
    private Optional<Percent> percent(Node node) {
        Optional<BigDecimal> percent = values.percent(node);
        if (percent.isPresent() && percent.get().abs().compareTo(BigDecimal.valueOf(100)) > 0) {
            problems.add(node, "at most 100%");
            return Optional.empty();
        }
        return percent.map(Percent::of);
    }
}
