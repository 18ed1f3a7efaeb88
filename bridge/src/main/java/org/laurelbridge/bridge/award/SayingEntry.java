package org.laurelbridge.bridge.award;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.xapi.Problem;

/**
 * Something said of a learner as a program or a file gives it: an object of the API, a row of a CSV file.
 *
 * @param fields text by name, one of {@link #FIELDS}; empty text counts as absent
 */
public record SayingEntry(Map<String, String> fields) {

    /** What can be told. */
    public static final List<String> FIELDS = List.of("topic", "subject", "value", "detail", "by", "from", "until");

    private static final List<String> TOPICS = Arrays.stream(Topic.values())
            .filter(topic -> topic != Topic.HOLDS)
            .map(Topic::word)
            .toList();
    private static final List<String> SORTS = List.of("url", "file", "text");
    private static final Set<String> NAMES = Set.of("subject", "by");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 2_000;

    public SayingEntry {
        Map<String, String> given = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!value.isBlank()) {
                given.put(name, value.strip());
            }
        });
        fields = Collections.unmodifiableMap(given);
    }

    /**
     * Everything that is wrong with it, each below the place.
     *
     * @param badges whether a badge with this id is in force
     */
    public List<Problem> problems(String place, Predicate<String> badges) {
        List<Problem> problems = new ArrayList<>();
        fields.forEach((name, value) -> {
            int longest = NAMES.contains(name) ? LONGEST_NAME : LONGEST;
            if (!FIELDS.contains(name)) {
                problems.add(new Problem("/" + name, "a field that is not known", "one of " + FIELDS, ""));
            } else if (value.length() > longest) {
                problems.add(new Problem("/" + name, value.length() + " characters", "at most " + longest, ""));
            }
        });
        need(problems, "topic", "one of " + TOPICS);
        need(problems, "subject", "what it is about");
        if (TOPICS.contains(text("topic"))) {
            addByTopic(problems, Topic.of(text("topic")), badges);
        } else if (fields.containsKey("topic")) {
            problems.add(new Problem("/topic", quoted("topic"), "one of " + TOPICS, ""));
        }
        addTimes(problems);
        return problems.stream().map(problem -> problem.below(place)).toList();
    }

    private void addByTopic(List<Problem> problems, Topic topic, Predicate<String> badges) {
        if (topic.isEvent() && fields.containsKey("subject") && !badges.test(text("subject"))) {
            problems.add(new Problem("/subject", quoted("subject"), "the id of a badge in force", ""));
        }
        switch (topic) {
            case PROFILE -> need(problems, "value", "what the field says");
            case APPROVED -> {
                need(problems, "value", "the role in which it was approved");
                need(problems, "by", "who approved it");
            }
            case EVIDENCE -> addEvidence(problems);
            default -> {}
        }
    }

    private void addEvidence(List<Problem> problems) {
        need(problems, "value", "one of " + SORTS);
        need(problems, "detail", "what was handed in");
        if (fields.containsKey("value") && !SORTS.contains(text("value"))) {
            problems.add(new Problem("/value", quoted("value"), "one of " + SORTS, ""));
        }
        if (text("value").equals("url") && fields.containsKey("detail") && !isWebAddress(text("detail"))) {
            problems.add(new Problem("/detail", quoted("detail"), "an address that starts with http or https", ""));
        }
    }

    private void addTimes(List<Problem> problems) {
        for (String name : List.of("from", "until")) {
            if (fields.containsKey(name) && moment(name).isEmpty()) {
                String expected = "a time with its zone, as 2026-03-01T10:00:00Z";
                problems.add(new Problem("/" + name, quoted(name), expected, ""));
            }
        }
        Instant until = moment("until").orElse(Instant.MAX);
        if (!moment("from").orElse(Instant.MIN).isBefore(until)) {
            problems.add(new Problem("/until", quoted("until"), "a time after that of from", ""));
        }
    }

    private void need(List<Problem> problems, String name, String expected) {
        if (!fields.containsKey(name)) {
            problems.add(new Problem("/" + name, "nothing", expected, ""));
        }
    }

    private String text(String name) {
        return fields.getOrDefault(name, "");
    }

    private String quoted(String name) {
        String text = text(name);
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
    }

    private Optional<Instant> moment(String name) {
        String text = fields.get(name);
        try {
            return text == null || !text.matches("[0-9]{4}-.*")
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = address.getScheme();
            return address.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    /** What it says, once it has no problems. */
    public Attesting.Saying saying() {
        @Nullable Instant from = moment("from").orElse(null);
        @Nullable Instant until = moment("until").orElse(null);
        return new Attesting.Saying(
                Topic.of(text("topic")), text("subject"), text("value"), text("detail"), text("by"), from, until);
    }
}
