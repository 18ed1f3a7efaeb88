package org.laurelbridge.bridge.map;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.FoundActivities.Found;
import org.laurelbridge.bridge.map.FoundActivities.Placed;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.record.StatementLog.Located;
import org.laurelbridge.bridge.record.StatementLog.Range;
import org.laurelbridge.bridge.record.ToldText;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.xapi.Actor;
import org.laurelbridge.xapi.Context;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.Statement;
import org.laurelbridge.xapi.StatementObject;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.XapiVersion;
import tools.jackson.databind.JsonNode;

/**
 * Which activities courses send statements about. An activity belongs to the course that its statement names; where it names none, to
 * the courses that whoever did it learns in. For one thread at a time; several nodes may do it beside each other.
 */
public final class SentActivities {
    private static final String READER = "statements";
    private static final int AT_ONCE = 500;
    /** Of what was there before, no more than this is read. */
    private static final int BEFORE = 20_000;

    private static final int LONGEST_ID = 2_000;
    private static final int LONGEST_WORD = 300;
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int MOST_KNOWN = 50_000;
    /** Pages of people are nobody's task, and their addresses may say who it is. */
    private static final Pattern OF_PEOPLE = Pattern.compile("/(users?|profiles?|people|messages?)/");

    private static final Json JSON = new Json();
    private static final StatementReader READS = new StatementReader(StatementReader.Manner.LENIENT, XapiVersion.V2_0);

    private final StatementLog log;
    private final FoundActivities found;
    private final RuleBook rules;
    private final People people;
    private final Courses courses;
    private final InstantSource clock;
    private final Map<Placed, Instant> kept = new HashMap<>();

    public SentActivities(
            StatementLog log,
            FoundActivities found,
            RuleBook rules,
            People people,
            Courses courses,
            InstantSource clock) {
        this.log = log;
        this.found = found;
        this.rules = rules;
        this.people = people;
        this.courses = courses;
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @return how many statements were read
     */
    public int readDue() {
        Instant now = clock.instant();
        List<Located> sent = sent(now);
        if (sent.isEmpty()) {
            return 0;
        }
        Round round = new Round(rules.current().mapping());
        Set<Placed> all = new LinkedHashSet<>();
        sent.forEach(one -> all.addAll(round.read(one.statement().raw())));
        all.removeIf(one -> kept.getOrDefault(one, Instant.MIN).plus(AGAIN).isAfter(now));
        found.keep(all, now, READER, sent.get(sent.size() - 1).place());
        if (kept.size() > MOST_KNOWN) {
            kept.clear();
        }
        all.forEach(one -> kept.put(one, now));
        return sent.size();
    }

    /** In the order in which they were stored, and no further than nothing is under way any more: writers end in another order than they begin. */
    private List<Located> sent(Instant now) {
        Long after = found.until(READER)
                .filter(place -> place > 0)
                .or(() -> found.before(BEFORE))
                .orElse(null);
        return log.list(null, new Range(null, log.consistentThrough(now), true, after, AT_ONCE))
                .statements();
    }

    /** Looks up what it needs once. */
    private final class Round {
        private final Mapping mapping;
        private final Set<String> known;
        private final Map<Actor, List<String>> ofActors = new HashMap<>();

        Round(Mapping mapping) {
            this.mapping = mapping;
            this.known = courses.list().stream()
                    .flatMap(one ->
                            CoursePlaces.all(one.course().system(), one.course().id(), one.subject()).stream())
                    .collect(Collectors.toSet());
        }

        List<Placed> read(String json) {
            if (!(JSON.read(json) instanceof Json.Parsed.Value value
                    && READS.read(value.node()) instanceof Reading.Usable usable
                    && usable.statement().object() instanceof StatementObject.Activity activity
                    && activity.id().length() <= LONGEST_ID
                    && !OF_PEOPLE.matcher(activity.id()).find())) {
                return List.of();
            }
            Found one =
                    new Found(activity.id(), title(value.node().at("/object/definition/name")), word(activity.type()));
            return Stream.concat(Stream.of(FoundActivities.EVERYWHERE), places(usable.statement()).stream())
                    .distinct()
                    .map(place -> new Placed(place, one))
                    .toList();
        }

        private List<String> places(Statement statement) {
            List<String> named = around(statement.context());
            if (named.stream().anyMatch(known::contains)) {
                return named;
            }
            List<String> places = new ArrayList<>(named);
            places.addAll(ofActors.computeIfAbsent(statement.actor(), this::coursesOf));
            return places;
        }

        private List<String> coursesOf(Actor actor) {
            List<Identifier> candidates = mapping.learners(actor).stream()
                    .flatMap(learner -> learner.candidates().stream())
                    .toList();
            Map<Identifier, PersonId> placed = people.findAll(candidates);
            return candidates.stream()
                    .flatMap(one -> Optional.ofNullable(placed.get(one)).stream())
                    .findFirst()
                    .map(courses::list)
                    .orElse(List.of())
                    .stream()
                    .filter(membership -> membership.member().learns())
                    .map(membership -> CoursePlaces.of(
                            membership.course().system(), membership.course().id()))
                    .toList();
        }
    }

    private static List<String> around(@Nullable Context context) {
        return context == null
                ? List.of()
                : Stream.concat(context.parent().stream(), context.grouping().stream())
                        .map(StatementObject.Activity::id)
                        .toList();
    }

    /** In English where it is told so, else as it was told first. */
    private static @Nullable String title(JsonNode names) {
        return names.propertyStream()
                .sorted((one, other) -> Boolean.compare(
                        other.getKey().startsWith("en"), one.getKey().startsWith("en")))
                .filter(entry -> entry.getValue().isString())
                .flatMap(entry -> ToldText.line(entry.getValue().stringValue(), LONGEST_WORD).stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String word(@Nullable String type) {
        return type == null
                ? null
                : ToldText.line(type.replaceFirst("[/#]+$", "").replaceFirst("^.*[/#]", ""), LONGEST_WORD)
                        .orElse(null);
    }
}
