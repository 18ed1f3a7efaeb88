package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Values;
import org.laurelbridge.mapping.Cmi5;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.xapi.Score;

/** Reads {@code tests}: facts in shorthand, as {@code {passed: k8s-quiz, raw: 16, max: 20, at: 2026-03-01}}, and what they earn. */
final class RuleTestReader {
    private static final List<String> OUTCOMES = List.of("awarded", "open", "impossible", "unknown");
    private static final Set<String> DETAILS = Set.of(
            "at",
            "scaled",
            "raw",
            "min",
            "max",
            "success",
            "completion",
            "proctored",
            "duration",
            "registration",
            "attempt",
            "from",
            "object",
            "course");

    private final Vocabulary vocabulary;
    private final GivenReader given;
    private final Problems problems;
    private final Values values;

    /** @param badge the id of the badge that is tested */
    RuleTestReader(Vocabulary vocabulary, ZoneId zone, String badge, Problems problems) {
        this.vocabulary = vocabulary;
        this.given = new GivenReader(badge, zone, problems);
        this.problems = problems;
        this.values = new Values(problems);
    }

    List<RuleTest> tests(List<Node> nodes) {
        return nodes.stream().flatMap(node -> test(node).stream()).toList();
    }

    private Optional<RuleTest> test(Node node) {
        Fields fields = Fields.of(node, problems).require("given", "expect");
        List<Fact> facts = new ArrayList<>();
        List<Attestation> attested = new ArrayList<>();
        for (Node each : fields.list("given")) {
            Fields one = Fields.of(each, problems);
            Optional<Topic> topic = GivenReader.topic(one);
            if (topic.isPresent()) {
                given.attestation(topic.get(), one, attested.size()).ifPresent(attested::add);
            } else {
                fact(each, one.require("at"), facts.size()).ifPresent(facts::add);
            }
        }
        Optional<RuleTest.Expectation> expect = fields.node("expect").flatMap(this::expectation);
        Optional<Instant> asOf = fields.node("asOf").flatMap(given::moment);
        fields.finish();
        return expect.map(
                outcome -> new RuleTest(node.place().toString(), facts, attested, asOf.orElse(null), outcome));
    }

    private Optional<RuleTest.Expectation> expectation(Node node) {
        return values.single(node).flatMap(entry -> switch (entry.key()) {
            case "awarded" -> awarded(entry.value());
            case "open" -> notYet(Truth.OPEN, entry.value());
            case "impossible" -> notYet(Truth.IMPOSSIBLE, entry.value());
            case "unknown" -> notYet(Truth.UNKNOWN, entry.value());
            default -> {
                problems.add(
                        entry.place(), "the outcome \"" + entry.key() + "\"", Language.choice(entry.key(), OUTCOMES));
                yield Optional.empty();
            }
        });
    }

    /** One day, or those of all cycles. */
    private Optional<RuleTest.Expectation> awarded(Node node) {
        List<Node> nodes = values.oneOrMore(node);
        List<LocalDate> days =
                nodes.stream().flatMap(day -> values.date(day).stream()).toList();
        if (nodes.isEmpty()) {
            problems.add(node, "at least one date");
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(new RuleTest.Expectation.Awarded(days));
    }

    private Optional<RuleTest.Expectation> notYet(Truth truth, Node text) {
        return values.text(text).map(expected -> new RuleTest.Expectation.NotYet(truth, expected));
    }

    /**
     * The one key that is a kind says what was done, and its value on which activity. What is told of a cmi5 unit is cmi5's own, of one
     * registration unless it names another.
     */
    private Optional<Fact> fact(Node node, Fields fields, int number) {
        List<String> kinds = fields.keys().stream()
                .filter(key -> vocabulary.kinds().contains(key) || key.contains("://"))
                .toList();
        if (kinds.size() != 1) {
            problems.add(node, "a fact: one kind with its activity, as passed: k8s-quiz, and at" + kindMeant(fields));
            return Optional.empty();
        }
        Kind kind = new Kind(kinds.get(0));
        Optional<String> activity = fields.node(kind.name()).flatMap(this::activity);
        Optional<Instant> at = fields.node("at").flatMap(given::moment);
        Optional<Percent> percent = percent(fields);
        boolean isUnit = activity.flatMap(vocabulary::structure)
                .filter(structure -> structure.level() == Cmi5.Level.AU)
                .isPresent();
        UUID statement = new UUID(0x8000L, 0x8000_0000_0000_0000L | number);
        Fact fact = new Fact(
                activity.orElse(""),
                kind,
                kind.name(),
                at.orElse(Instant.EPOCH),
                percent.orElse(null),
                success(fields, kind),
                fields.truth("completion").orElse(null),
                fields.text("duration").orElse(null),
                fields.text("registration")
                        .or(() -> Optional.of("").filter(any -> isUnit))
                        .map(RuleTestReader::registration)
                        .orElse(null),
                fields.text("attempt").orElse(statement.toString()),
                Set.of(fields.text("from").orElse("test")),
                fields.truth("proctored").orElse(null),
                fields.decimal("raw")
                        .map(raw -> new Score(null, raw, null, null))
                        .orElse(null),
                activity.orElse(""),
                fields.text("object").or(() -> activity).orElse(""),
                fields.text("course").orElse(null),
                null,
                isUnit ? new Cmi5(true, null, false) : null,
                null,
                false,
                false,
                statement);
        fields.finish();
        return Optional.of(fact);
    }

    private String kindMeant(Fields fields) {
        Set<String> words = new HashSet<>(vocabulary.kinds());
        Stream.of(Topic.values()).map(Topic::word).forEach(words::add);
        return fields.keys().stream()
                .filter(key -> !DETAILS.contains(key) && !vocabulary.kinds().contains(key))
                .map(key -> Language.meant(key, words))
                .filter(meant -> !meant.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Any word: in tests, registrations are told from each other by it. */
    private static UUID registration(String word) {
        return UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> activity(Node node) {
        Optional<String> label = values.text(node);
        if (label.isPresent() && !vocabulary.allowsActivity(label.get())) {
            String meant = Language.meant(label.get(), vocabulary.activities());
            problems.add(node, "the label of an activity in the mapping" + meant);
        }
        return label;
    }

    private static @Nullable Boolean success(Fields fields, Kind kind) {
        Boolean byVerb = kind.equals(Kind.PASSED) ? Boolean.TRUE : kind.equals(Kind.FAILED) ? Boolean.FALSE : null;
        Optional<Boolean> said = fields.truth("success");
        return said.isPresent() ? said.get() : byVerb;
    }

    /** {@code scaled} wins over {@code raw}, as in a mapping that says nothing else. */
    private Optional<Percent> percent(Fields fields) {
        Optional<BigDecimal> scaled = fields.decimal("scaled");
        Optional<BigDecimal> raw = fields.decimal("raw");
        BigDecimal min = fields.decimal("min").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> max = fields.decimal("max");
        if (scaled.isPresent()) {
            return scaled.map(share -> Percent.share(share, BigDecimal.ONE));
        }
        if (raw.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        if (max.get().compareTo(min) <= 0) {
            fields.node("max").ifPresent(node -> problems.add(node, "more than min"));
            return Optional.empty();
        }
        return Optional.of(Percent.share(raw.get().subtract(min), max.get().subtract(min)));
    }
}
