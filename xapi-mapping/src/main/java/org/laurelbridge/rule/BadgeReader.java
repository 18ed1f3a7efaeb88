package org.laurelbridge.rule;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/** Reads one badge document: the lifecycle here, the rule and the rest by their own readers. */
final class BadgeReader {
    private static final int LONGEST_ID = 100;
    private static final Map<String, Badge.Visibility> VISIBILITIES =
            inOrder("learner-decides", Badge.Visibility.LEARNER_DECIDES, "always", Badge.Visibility.ALWAYS);

    private final Vocabulary vocabulary;
    private final Problems problems;

    BadgeReader(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    Optional<Badge> badge(Node document, String source) {
        Fields fields = Fields.of(document, problems).require("brl", "kind", "id", "version", "title", "when");
        fields.whole("brl", 1, 1);
        fields.word("kind", List.of("badge"));
        Optional<String> id = fields.node("id").flatMap(this::id);
        Optional<Long> version = fields.whole("version", 1, Integer.MAX_VALUE);
        Optional<String> title = fields.text("title");
        Optional<String> description = fields.text("description");
        ZoneId zone = fields.node("zone")
                .flatMap(named -> Zones.read(named, problems))
                .orElse(ZoneOffset.UTC);
        String name = id.orElse("");
        Optional<Condition> when = fields.node("when").flatMap(rule -> when(rule, zone, name));
        Terms terms = new TermsReader(problems, version.orElse(1L).intValue())
                .terms(fields, rule -> conditions(zone, name).renewal(rule));
        List<Destination> deliver = new DestinationReader(problems).destinations(fields.list("deliver"));
        Optional<Badge.Visibility> visibility = fields.word("public", VISIBILITIES);
        List<Badge.Alignment> align = new AlignmentReader(problems).alignments(fields.list("align"));
        Optional<String> image = fields.text("image");
        Optional<Rigour> rigour = fields.fields("rigour").map(BadgeReader::rigour);
        Optional<Credential> credential = fields.fields("credential").map(new CredentialReader(problems)::credential);
        List<RuleTest> tests = new RuleTestReader(vocabulary, zone, name, problems).tests(fields.list("tests"));
        when.filter(rule -> terms.repeats() && terms.valid() == null)
                .flatMap(rule -> fields.node("repeat").filter(node -> Contradictions.lasts(rule)))
                .ifPresent(node -> problems.add(
                        node.place(),
                        "a badge that is earned again and again by what lasts, as a membership, or by no evidence",
                        "valid: {for: …}, so that each cycle has an end"));
        fields.finish();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Badge(
                id.orElseThrow(),
                version.orElseThrow().intValue(),
                title.orElseThrow(),
                description.orElse(null),
                when.orElseThrow(),
                terms,
                deliver,
                zone,
                visibility.orElse(Badge.Visibility.LEARNER_DECIDES),
                align,
                image.orElse(null),
                rigour.orElse(null),
                credential.orElse(Credential.PLAIN),
                tests,
                source));
    }

    /** It stands in addresses, so it has letters that need no escape. */
    private Optional<String> id(Node node) {
        if (node instanceof Node.Text text
                && text.value().length() <= LONGEST_ID
                && text.value().matches("[a-z0-9][a-z0-9._-]*")) {
            return Optional.of(text.value());
        }
        problems.add(node, "up to " + LONGEST_ID + " of a-z, 0-9, dot, dash and underscore, as k8s-quiz");
        return Optional.empty();
    }

    private ConditionReader conditions(ZoneId zone, String badge) {
        return new ConditionReader(vocabulary, problems, zone, badge);
    }

    /** Whoever has done nothing is in no index: nobody would ever ask whether they earned it (S12). */
    private Optional<Condition> when(Node node, ZoneId zone, String badge) {
        Optional<Condition> rule = conditions(zone, badge).rule(node);
        rule.filter(Contradictions::isMetByNothing)
                .ifPresent(met -> problems.add(
                        node.place(),
                        "a rule that is met when nothing has been done",
                        "a rule that needs at least one fact, so that it can be indexed (S12)"));
        return rule;
    }

    private static Rigour rigour(Fields fields) {
        Rigour rigour = new Rigour(
                fields.text("assessment").orElse(null),
                fields.truth("proctored").orElse(null));
        fields.finish();
        return rigour;
    }

    private static <T> Map<String, T> inOrder(String one, T first, String two, T second) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(one, first);
        words.put(two, second);
        return words;
    }
}
