package org.laurelbridge.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/** Reads what a test gives besides facts, as {@code {approved: instructor, rubric: r1, at: 2026-03-01}}. */
final class GivenReader {
    private final String badge;
    private final ZoneId zone;
    private final Problems problems;

    /** @param badge the id of the badge that is tested */
    GivenReader(String badge, ZoneId zone, Problems problems) {
        this.badge = badge;
        this.zone = zone;
        this.problems = problems;
    }

    /** Its topic, where it is something attested. */
    static Optional<Topic> topic(Fields fields) {
        return Stream.of(Topic.values())
                .filter(topic -> fields.keys().contains(topic.word()))
                .findFirst();
    }

    /**
     * {@code from} is when it began; it ends {@code until} then, if at all.
     *
     * @param number its place among all that is given: its id
     */
    Optional<Attestation> attestation(Topic topic, Fields fields, int number) {
        fields.require("at");
        Optional<String> about = fields.text(topic.word());
        Optional<Instant> at = fields.node("at").flatMap(this::moment);
        Optional<Instant> until = fields.node("until").flatMap(this::moment);
        if (at.isPresent() && until.isPresent() && !until.get().isAfter(at.get())) {
            fields.node("until")
                    .ifPresent(node -> problems.add(node, "a moment after at: nothing ends before it begins"));
        }
        UUID id = new UUID(0x8000L, 0xA000_0000_0000_0000L | number);
        String value = value(topic, fields);
        String rubric = topic == Topic.APPROVED ? fields.text("rubric").orElse("") : "";
        String by = topic == Topic.APPROVED ? fields.text("by").orElse(id.toString()) : "";
        fields.finish();
        return about.map(subject -> new Attestation(
                id,
                topic,
                topic.isEvent() ? badge : subject,
                topic.isEvent() ? subject : value,
                rubric,
                by,
                at.orElse(Instant.EPOCH),
                until.orElse(null)));
    }

    private static String value(Topic topic, Fields fields) {
        Optional<String> value = switch (topic) {
            case PROFILE -> fields.require("is").text("is");
            case COMPETENCY -> fields.text("level");
            default -> Optional.empty();
        };
        return value.orElse("");
    }

    /** A date is its first moment in the badge's zone. */
    Optional<Instant> moment(Node node) {
        if (node instanceof Node.Text text) {
            try {
                return Optional.of(
                        text.value().contains("T")
                                ? Instant.parse(text.value())
                                : LocalDate.parse(text.value())
                                        .atStartOfDay(zone)
                                        .toInstant());
            } catch (DateTimeParseException notOne) {
                return refuse(node);
            }
        }
        return refuse(node);
    }

    private Optional<Instant> refuse(Node node) {
        problems.add(node, "a date, as 2026-03-01, or a moment, as 2026-03-01T10:00:00Z");
        return Optional.empty();
    }
}
