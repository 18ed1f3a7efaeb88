package org.laurelbridge.decide;

import static org.laurelbridge.decide.Given.did;
import static org.laurelbridge.decide.Given.id;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.rule.All;
import org.laurelbridge.rule.Any;
import org.laurelbridge.rule.AtLeast;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Completed;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Did;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Passed;

/** Rules and facts as they come: few activities, few moments, so that ties, regrades and held facts meet often. */
final class RandomRules {
    private static final List<String> ACTIVITIES = List.of("a", "b", "c");
    private static final List<Kind> KINDS = List.of(
            Kind.PASSED,
            Kind.FAILED,
            Kind.COMPLETED,
            Kind.SCORED,
            Kind.SCORED,
            Kind.REGRADED,
            Kind.ANSWERED,
            Kind.LAUNCHED);
    private static final List<Integer> GAINS = List.of(0, 0, 3, 15);

    private RandomRules() {}

    static Badge badge(Random random) {
        return Asked.rule(condition(random, 3), Duration.ofMinutes(oneOf(random, GAINS)))
                .badge();
    }

    static List<Fact> facts(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> fact(random, number, count))
                .toList();
    }

    private static Condition condition(Random random, int depth) {
        int choice = random.nextInt(depth == 0 ? 4 : 9);
        return switch (choice) {
            case 0 -> new Completed(oneOf(random, ACTIVITIES));
            case 1 -> new Passed(oneOf(random, ACTIVITIES));
            case 2 -> new Did(oneOf(random, KINDS), oneOf(random, ACTIVITIES));
            case 3, 4 ->
                Asked.atLeast(
                        String.valueOf(40 + 10 * random.nextInt(6)),
                        oneOf(random, ACTIVITIES),
                        oneOf(random, List.of(AttemptPolicy.values())));
            case 5 -> new All(parts(random, depth));
            case 6 -> new Any(parts(random, depth));
            case 7 -> new None(parts(random, depth));
            default -> {
                List<Condition> parts = parts(random, depth);
                yield new AtLeast(1 + random.nextInt(parts.size()), parts);
            }
        };
    }

    private static List<Condition> parts(Random random, int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int part = 1 + random.nextInt(3); part > 0; part--) {
            parts.add(condition(random, depth - 1));
        }
        return parts;
    }

    private static Fact fact(Random random, int number, int count) {
        Given fact = did(oneOf(random, KINDS), oneOf(random, ACTIVITIES), random.nextInt(45))
                .statement(number)
                .attempt("attempt-" + random.nextInt(4))
                .course("http://lms.example/course/" + random.nextInt(3));
        if (random.nextInt(4) > 0) {
            fact = fact.percent(String.valueOf(random.nextInt(11) * 10));
        }
        if (random.nextBoolean() && fact.kind().equals(Kind.REGRADED)) {
            fact = fact.refersTo(id(random.nextInt(count)));
        }
        if (random.nextInt(2) == 0) {
            int session = random.nextInt(6);
            boolean practice = session == 5 && fact.kind().equals(Kind.LAUNCHED);
            fact = practice
                    ? fact.browsing(random.nextInt(2), "session-" + session)
                    : fact.cmi5(random.nextInt(2), "session-" + session);
        }
        if (random.nextInt(8) == 0) {
            fact = fact.heldUntil(random.nextInt(60));
        }
        return fact.fact();
    }

    private static <T> T oneOf(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
