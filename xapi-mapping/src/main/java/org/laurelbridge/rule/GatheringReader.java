package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Span;
import org.laurelbridge.mapping.Kind;

/** Reads the conditions that many facts make true together: {@code count}, {@code total} and {@code streak}. */
final class GatheringReader {
    private static final int MOST = 1_000_000;
    private static final int LONGEST_STREAK = 3_660;
    private static final Map<String, Count.Per> PER = words(Count.Per.values(), Count.Per::word);
    private static final Map<String, Total.Measure> MEASURES = words(Total.Measure.values(), Total.Measure::word);
    private static final Map<String, Streak.Every> EVERY = words(Streak.Every.values(), Streak.Every::word);

    private final ScopeReader scopes;
    private final KindReader kinds;
    private final Problems problems;

    GatheringReader(ScopeReader scopes, KindReader kinds, Problems problems) {
        this.scopes = scopes;
        this.kinds = kinds;
        this.problems = problems;
    }

    Optional<Condition> count(Node node) {
        Fields fields = Fields.of(node, problems).require("of", "per", "atLeast");
        Optional<Sort> of = sort(fields);
        Optional<Count.Per> per = fields.word("per", PER);
        Optional<Long> atLeast = fields.whole("atLeast", 1, MOST);
        ZoneId zone = zone(fields);
        fields.finish();
        return of.flatMap(sort ->
                per.flatMap(different -> atLeast.map(needed -> new Count(sort, different, needed.intValue(), zone))));
    }

    Optional<Condition> total(Node node) {
        Fields fields = Fields.of(node, problems).require("of", "measure", "atLeast");
        Optional<Sort> of = sort(fields);
        Optional<Total.Measure> measure = fields.word("measure", MEASURES);
        Optional<BigDecimal> atLeast = measure.flatMap(unit -> amount(fields, unit));
        fields.node("atLeast");
        fields.finish();
        return of.flatMap(sort -> measure.flatMap(unit -> atLeast.map(needed -> new Total(sort, unit, needed))));
    }

    private Optional<BigDecimal> amount(Fields fields, Total.Measure measure) {
        Optional<BigDecimal> amount = switch (measure) {
            case DURATION -> fields.span("atLeast").flatMap(span -> seconds(span, fields));
            case PERCENT -> fields.percent("atLeast");
            case POINTS -> fields.decimal("atLeast");
        };
        if (amount.isPresent() && amount.get().signum() <= 0) {
            fields.node("atLeast").ifPresent(node -> problems.add(node, "more than nothing"));
            return Optional.empty();
        }
        return amount;
    }

    private Optional<BigDecimal> seconds(Span span, Fields fields) {
        if (span.unit().compareTo(ChronoUnit.WEEKS) > 0) {
            fields.node("atLeast").ifPresent(node -> problems.add(node, "a length of time in s, m, h, d or w"));
            return Optional.empty();
        }
        Duration length = span.unit().getDuration().multipliedBy(span.amount());
        return Optional.of(BigDecimal.valueOf(length.toSeconds()));
    }

    Optional<Condition> streak(Node node) {
        Fields fields = Fields.of(node, problems).require("of", "every", "length");
        Optional<Sort> of = sort(fields);
        Optional<Streak.Every> every = fields.word("every", EVERY);
        Optional<Long> length = fields.whole("length", 1, LONGEST_STREAK);
        long most = length.orElse((long) LONGEST_STREAK) - 1;
        long misses = fields.node("misses").isEmpty()
                ? 0
                : fields.whole("misses", 0, most).orElse(0L);
        ZoneId zone = zone(fields);
        fields.finish();
        return of.flatMap(sort ->
                every.flatMap(unit -> length.map(many -> new Streak(sort, unit, many.intValue(), (int) misses, zone))));
    }

    private Optional<Sort> sort(Fields fields) {
        return fields.node("of").map(fields.values()::fields).flatMap(of -> {
            List<Node> named = of.oneOrMore("kind");
            List<Kind> read =
                    named.stream().flatMap(kind -> kinds.kind(kind).stream()).toList();
            if (named.isEmpty()) {
                of.node("kind").ifPresent(kind -> problems.add(kind, "at least one kind, or none said for all"));
            }
            Optional<Scope> scope = scopes.narrowed(of);
            of.finish();
            return read.size() < named.size() ? Optional.empty() : scope.map(narrowed -> new Sort(read, narrowed));
        });
    }

    private ZoneId zone(Fields fields) {
        return fields.node("zone").flatMap(node -> Zones.read(node, problems)).orElse(scopes.zone());
    }

    private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        Stream.of(values).forEach(value -> words.put(word.apply(value), value));
        return words;
    }
}
