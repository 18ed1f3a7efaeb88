package org.laurelbridge.decide;

import static java.time.ZoneOffset.UTC;
import static org.laurelbridge.decide.Given.did;
import static org.laurelbridge.decide.Given.id;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.laurelbridge.document.Span;
import org.laurelbridge.mapping.Cmi5;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.mapping.Structure;
import org.laurelbridge.rule.All;
import org.laurelbridge.rule.Any;
import org.laurelbridge.rule.AtLeast;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Attested;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Completed;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Count;
import org.laurelbridge.rule.Credential;
import org.laurelbridge.rule.Derived;
import org.laurelbridge.rule.Did;
import org.laurelbridge.rule.InOrder;
import org.laurelbridge.rule.Lasting;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Passed;
import org.laurelbridge.rule.Renewal;
import org.laurelbridge.rule.Satisfied;
import org.laurelbridge.rule.Scope;
import org.laurelbridge.rule.Scored;
import org.laurelbridge.rule.Sort;
import org.laurelbridge.rule.Streak;
import org.laurelbridge.rule.Terms;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.rule.Total;
import org.laurelbridge.rule.Validity;
import org.laurelbridge.rule.Window;

/** Rules and facts as they come: few activities, few moments, so that ties, regrades and held facts meet often. */
final class RandomRules {
    private static final List<String> ACTIVITIES = List.of("a", "b", "c");
    private static final List<Kind> KINDS = List.of(
            Kind.PASSED,
            Kind.PASSED,
            Kind.FAILED,
            Kind.COMPLETED,
            Kind.COMPLETED,
            Kind.SCORED,
            Kind.SCORED,
            Kind.REGRADED,
            Kind.ANSWERED,
            Kind.LAUNCHED,
            Kind.SATISFIED,
            Kind.WAIVED);
    private static final List<Topic> TOPICS = List.of(Topic.HOLDS, Topic.MEMBER, Topic.APPROVED, Topic.EVIDENCE);
    private static final List<Lasting> LASTING =
            List.of(Lasting.NOW, Lasting.NOW, Lasting.EVER, new Lasting(false, new Span(7, ChronoUnit.MINUTES)));
    private static final List<Integer> GAINS = List.of(0, 0, 3, 15);
    private static final List<String> NAMES = List.of("one", "two", "three");
    private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS);

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
        int choice = random.nextInt(depth == 0 ? 10 : 16);
        return switch (choice) {
            case 0 -> new Completed(scope(random));
            case 1 -> new Passed(scope(random), random.nextBoolean() ? null : percent(random));
            case 2 -> new Did(oneOf(random, KINDS), scope(random));
            case 3, 4 -> new Scored(scope(random), percent(random), oneOf(random, List.of(AttemptPolicy.values())));
            case 5 -> new Count(sort(random), oneOf(random, List.of(Count.Per.values())), 1 + random.nextInt(3), UTC);
            case 6 ->
                new Total(
                        sort(random),
                        oneOf(random, List.of(Total.Measure.values())),
                        BigDecimal.valueOf(1 + random.nextInt(200)));
            case 7 -> {
                int length = 1 + random.nextInt(4);
                yield new Streak(
                        sort(random),
                        oneOf(random, List.of(Streak.Every.values())),
                        length,
                        random.nextInt(length),
                        UTC);
            }
            case 8 -> derived(random);
            case 9 -> attested(random);
            case 10, 11 -> new All(parts(random, depth));
            case 12 -> new Any(parts(random, depth));
            case 13 -> new None(parts(random, depth));
            case 14 -> new InOrder(parts(random, depth));
            default -> {
                List<Condition> parts = parts(random, depth);
                yield new AtLeast(1 + random.nextInt(parts.size()), parts);
            }
        };
    }

    private static Condition attested(Random random) {
        Topic topic = oneOf(random, TOPICS);
        List<String> subjects =
                topic.isEvent() ? List.of("badge") : List.of("x", "y").subList(0, 1 + random.nextInt(2));
        return new Attested(
                topic,
                subjects,
                null,
                random.nextInt(4) == 0 ? "rubric" : null,
                1 + random.nextInt(2),
                oneOf(random, LASTING),
                random.nextInt(4) == 0 ? oneOf(random, NAMES) : null);
    }

    /** What others say, of few things, for a short time or for good. */
    static List<Attestation> attestations(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    Topic topic = oneOf(random, TOPICS);
                    Instant from = Given.at(random.nextInt(40));
                    return new Attestation(
                            new UUID(7, number),
                            topic,
                            topic.isEvent() ? "badge" : oneOf(random, List.of("x", "y")),
                            "",
                            random.nextBoolean() ? "rubric" : "",
                            oneOf(random, List.of("anna", "bert")),
                            from,
                            random.nextBoolean() ? null : from.plusSeconds(60L * (1 + random.nextInt(20))));
                })
                .toList();
    }

    /** The same rule, earned again and again, expiring and renewed in ways that fit it. */
    static Badge repeated(Badge badge, Random random) {
        Validity valid = random.nextInt(3) == 0 ? null : new Validity(new Span(1, ChronoUnit.DAYS), null);
        boolean lasts = badge.when().everything().anyMatch(one -> one instanceof Attested || one instanceof None);
        Renewal renew = new Renewal(
                new Span(12, ChronoUnit.HOURS),
                new Span(6, ChronoUnit.HOURS),
                random.nextBoolean() ? condition(random, 1) : null,
                oneOf(random, List.of(Renewal.From.values())));
        Terms terms = new Terms(
                Badge.AwardMode.AUTO,
                false,
                badge.settle(),
                Badge.Unsupported.REVIEW,
                random.nextInt(3) == 0,
                valid == null && lasts ? new Validity(new Span(1, ChronoUnit.DAYS), null) : valid,
                valid == null || random.nextBoolean() ? null : renew,
                List.of(),
                true,
                badge.terms().applies());
        return new Badge(
                badge.id(),
                badge.version(),
                badge.title(),
                null,
                badge.when(),
                terms,
                List.of(),
                badge.zone(),
                badge.visibility(),
                List.of(),
                null,
                null,
                Credential.PLAIN,
                List.of(),
                "");
    }

    private static Condition derived(Random random) {
        List<Structure.Unit> units =
                new ArrayList<>(List.of(new Structure.Unit("b", Structure.MoveOn.COMPLETED_OR_PASSED)));
        if (random.nextBoolean()) {
            units.add(new Structure.Unit("c", oneOf(random, List.of(Structure.MoveOn.values()))));
        }
        Cmi5.Level level = random.nextBoolean() ? Cmi5.Level.COURSE : null;
        return Derived.of(
                new Satisfied(scope(random), level, random.nextBoolean()), new Structure(Cmi5.Level.COURSE, units));
    }

    private static Percent percent(Random random) {
        return Percent.of(BigDecimal.valueOf(40 + 10 * random.nextInt(6)));
    }

    private static Sort sort(Random random) {
        List<Kind> kinds = random.nextInt(3) == 0 ? List.of() : List.of(oneOf(random, KINDS), oneOf(random, KINDS));
        return new Sort(kinds, scope(random));
    }

    /** Names are given and used at random, so that some are nobody's, and some are their own. */
    private static Scope scope(Random random) {
        return new Scope(
                oneOf(random, ACTIVITIES),
                random.nextInt(5) == 0 ? "proctor" : null,
                random.nextInt(6) == 0,
                random.nextInt(3) == 0 ? window(random) : Scope.of("a").window(),
                random.nextInt(6) == 0,
                false,
                random.nextInt(4) == 0 ? oneOf(random, NAMES) : null);
    }

    private static Window window(Random random) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        return new Window(
                random.nextInt(3) == 0 ? day.plusDays(random.nextInt(5)) : null,
                random.nextInt(3) == 0 ? day.plusDays(random.nextInt(5)) : null,
                random.nextInt(2) == 0 ? new Window.Within(1 + random.nextInt(3), oneOf(random, NAMES)) : null,
                random.nextInt(2) == 0 ? new Span(1 + random.nextInt(40), oneOf(random, UNITS)) : null,
                UTC);
    }

    private static List<Condition> parts(Random random, int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int part = 1 + random.nextInt(3); part > 0; part--) {
            parts.add(condition(random, depth - 1));
        }
        return parts;
    }

    private static Fact fact(Random random, int number, int count) {
        Given fact = did(oneOf(random, KINDS), oneOf(random, ACTIVITIES), minute(random))
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

    /** Mostly within the hour, now and then some days later. */
    private static int minute(Random random) {
        return random.nextInt(45) + (random.nextInt(4) == 0 ? 1440 * random.nextInt(6) : 0);
    }

    private static <T> T oneOf(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
