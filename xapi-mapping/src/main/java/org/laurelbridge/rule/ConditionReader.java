package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    private static final Percent WHOLE = Percent.of(BigDecimal.valueOf(100));

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Values values;
    private final ScopeReader scopes;
    private final KindReader kinds;
    private final GatheringReader gatherings;
    private final AttestedReader attested;
    private final Cmi5Reader cmi5;
    private int nodes;

    /**
     * @param zone in which the days of the badge begin
     * @param badge its id
     */
    ConditionReader(Vocabulary vocabulary, Problems problems, ZoneId zone, String badge) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.values = new Values(problems);
        this.scopes = new ScopeReader(vocabulary, problems, zone);
        this.kinds = new KindReader(vocabulary, problems);
        this.attested = new AttestedReader(badge, scopes, problems);
        this.gatherings = new GatheringReader(scopes, kinds, problems);
        this.cmi5 = new Cmi5Reader(vocabulary, scopes, problems);
    }

    /** The rule of a renewal: its conditions may be narrowed to the time in which it is possible. */
    Optional<Condition> renewal(Node node) {
        scopes.allowInWindow();
        return rule(node);
    }

    /** A whole rule. */
    Optional<Condition> rule(Node node) {
        Optional<Condition> condition = condition(node, 1);
        scopes.finish();
        if (nodes > MOST_NODES) {
            problems.add(node.place(), "a rule of " + nodes + " conditions", "at most " + MOST_NODES + " (S12)");
            return Optional.empty();
        }
        if (condition.isPresent() && Names.wait(condition.get())) {
            problems.add(
                    node.place(),
                    "names (as:) that wait for each other in a circle",
                    "conditions in some order of time");
            return Optional.empty();
        }
        if (condition.isPresent()) {
            new Contradictions(problems).tell(condition.get(), node);
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
            case "passed" -> passed(entry.value());
            case "satisfied" -> satisfied(entry.value());
            case "did" -> did(entry.value());
            case "scored" -> scored(entry.value());
            case "all" -> parts(entry.value(), depth).map(All::new);
            case "any" -> parts(entry.value(), depth).map(Any::new);
            case "none" -> parts(entry.value(), depth).map(None::new);
            case "atLeast" -> atLeast(entry.value(), depth);
            case "inOrder" -> parts(entry.value(), depth).flatMap(parts -> inOrder(entry.value(), parts));
            case "count" -> gatherings.count(entry.value());
            case "total" -> gatherings.total(entry.value());
            case "streak" -> gatherings.streak(entry.value());
            case "holds" -> attested.holds(entry.value());
            case "member" -> attested.member(entry.value());
            case "enrolled" -> attested.enrolled(entry.value());
            case "profile" -> attested.profile(entry.value());
            case "competency" -> attested.competency(entry.value());
            case "approved" -> attested.approved(entry.value());
            case "evidence" -> attested.evidence(entry.value());
            default -> {
                Language.tellNoCondition(entry.place(), entry.key(), problems);
                yield Optional.empty();
            }
        });
    }

    /** {@code completed: A}, or {@code completed: {on: A}}. */
    private Optional<Condition> on(Node node, Function<Scope, Condition> as) {
        if (!(node instanceof Node.Entries)) {
            return scopes.plain(node).map(as);
        }
        Fields fields = Fields.of(node, problems);
        Optional<Scope> scope = scopes.narrowed(fields);
        fields.finish();
        return scope.map(as);
    }

    private Optional<Condition> satisfied(Node node) {
        return node instanceof Node.Entries
                ? cmi5.satisfied(Fields.of(node, problems))
                : scopes.plain(node).map(Satisfied::new);
    }

    /** {@code mastery: package}: the package's own mastery score is what the mapping goes by, whether it is said or not. */
    private Optional<Condition> passed(Node node) {
        if (!(node instanceof Node.Entries)) {
            return scopes.plain(node).map(scope -> new Passed(scope, null));
        }
        Fields fields = Fields.of(node, problems);
        Optional<Scope> scope = scopes.narrowed(fields);
        fields.word("mastery", List.of("package"));
        Optional<Percent> orElse = fields.node("orElse").flatMap(this::percent);
        fields.finish();
        return scope.map(narrowed -> new Passed(narrowed, orElse.orElse(null)));
    }

    private Optional<Condition> did(Node node) {
        Fields fields = Fields.of(node, problems).require("kind");
        Optional<Kind> kind = fields.node("kind").flatMap(kinds::kind);
        Optional<Scope> scope = scopes.narrowed(fields);
        fields.finish();
        return kind.flatMap(known -> scope.map(narrowed -> new Did(known, narrowed)));
    }

    /** By a percent, or by a letter of the mapping. */
    private Optional<Condition> scored(Node node) {
        Fields fields = Fields.of(node, problems);
        boolean byGrade = fields.node("grade").isPresent();
        Optional<Scope> scope = scopes.narrowed(fields);
        Optional<Percent> needed = byGrade
                ? fields.node("grade").flatMap(this::grade)
                : fields.require("atLeast").node("atLeast").flatMap(this::percent);
        Optional<AttemptPolicy> attempt = fields.node("attempt").isEmpty()
                ? Optional.of(AttemptPolicy.BEST)
                : fields.word("attempt", POLICIES).map(word -> AttemptPolicy.valueOf(word.toUpperCase(Locale.ROOT)));
        Optional<String> letter = byGrade ? fields.text("grade") : Optional.empty();
        fields.finish();
        return scope.flatMap(narrowed -> needed.flatMap(
                percent -> attempt.map(policy -> new Scored(narrowed, percent, letter.orElse(null), policy))));
    }

    /** Where no mapping is at hand, the letter alone is known. */
    private Optional<Percent> grade(Node node) {
        return values.text(node).flatMap(letter -> {
            Map<String, Percent> grades = vocabulary.grades();
            if (grades == null) {
                return Optional.of(WHOLE);
            }
            Percent percent = grades.get(letter);
            if (percent == null) {
                Language.tellUnknown(
                        node, "grade", grades.keySet(), "a letter of score.grades in the mapping", problems);
            }
            return Optional.ofNullable(percent);
        });
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

    /** Inside, the moment of a part is that of its turn, which a name outside could not mean. */
    private Optional<Condition> inOrder(Node node, List<Condition> parts) {
        boolean named = parts.stream().flatMap(Condition::everything).anyMatch(part -> part.as() != null);
        if (named) {
            problems.add(node.place(), "a name (as:) inside inOrder", "names on conditions outside of it");
            return Optional.empty();
        }
        return Optional.of(new InOrder(parts));
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
