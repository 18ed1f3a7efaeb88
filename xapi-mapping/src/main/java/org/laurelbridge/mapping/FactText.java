package org.laurelbridge.mapping;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Score;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fact as JSON text and back, without loss. Absent members are null; decimals are text, so that they stay exact. */
public final class FactText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FactText() {}

    /** The fact as one line of JSON. */
    public static String write(Fact fact) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("activity", fact.activity());
            json.writeStringProperty("kind", fact.kind().name());
            json.writeStringProperty("verb", fact.verb());
            json.writeStringProperty("at", fact.at().toString());
            put(json, "percent", fact.percent() == null ? null : fact.percent().toText());
            put(json, "success", fact.success());
            put(json, "completion", fact.completion());
            put(json, "duration", fact.duration());
            put(json, "registration", fact.registration());
            json.writeStringProperty("attempt", fact.attempt());
            json.writeArrayPropertyStart("sources");
            fact.sources().stream().sorted().forEach(json::writeString);
            json.writeEndArray();
            put(json, "proctored", fact.proctored());
            points(json, fact.points());
            json.writeStringProperty("object", fact.object());
            put(json, "target", fact.target().equals(fact.object()) ? null : fact.target());
            put(json, "course", fact.course());
            put(json, "refersTo", fact.refersTo());
            cmi5(json, fact.cmi5());
            put(json, "heldUntil", fact.heldUntil());
            put(json, "late", fact.late() ? true : null);
            put(json, "mastery", fact.mastery() ? true : null);
            json.writeStringProperty("statement", fact.statement().toString());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void put(JsonGenerator json, String name, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            json.writeBooleanProperty(name, truth);
        } else if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }

    private static void points(JsonGenerator json, @Nullable Score score) {
        if (score != null) {
            json.writeObjectPropertyStart("points");
            put(json, "scaled", score.scaled());
            put(json, "raw", score.raw());
            put(json, "min", score.min());
            put(json, "max", score.max());
            json.writeEndObject();
        }
    }

    private static void cmi5(JsonGenerator json, @Nullable Cmi5 cmi5) {
        if (cmi5 != null) {
            json.writeObjectPropertyStart("cmi5");
            json.writeBooleanProperty("own", cmi5.own());
            put(json, "session", cmi5.session());
            json.writeBooleanProperty("practice", cmi5.practice());
            put(json, "level", cmi5.level());
            json.writeEndObject();
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws RuntimeException when the text is another's
     */
    public static Fact read(String text) {
        JsonNode json = JSON.readTree(text);
        return new Fact(
                text(json, "activity"),
                new Kind(text(json, "kind")),
                text(json, "verb"),
                Instant.parse(text(json, "at")),
                get(json, "percent", Percent::parse),
                truth(json, "success"),
                truth(json, "completion"),
                get(json, "duration", Function.identity()),
                get(json, "registration", UUID::fromString),
                text(json, "attempt"),
                json.required("sources")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .collect(Collectors.toSet()),
                truth(json, "proctored"),
                points(json.get("points")),
                text(json, "object"),
                json.path("target").asString(text(json, "object")),
                get(json, "course", Function.identity()),
                get(json, "refersTo", UUID::fromString),
                cmi5(json.get("cmi5")),
                get(json, "heldUntil", Instant::parse),
                json.path("late").asBoolean(false),
                json.path("mastery").asBoolean(false),
                UUID.fromString(text(json, "statement")));
    }

    private static String text(JsonNode json, String name) {
        return json.required(name).stringValue();
    }

    private static <T> @Nullable T get(JsonNode json, String name, Function<String, T> reader) {
        JsonNode value = json.get(name);
        return value == null ? null : reader.apply(value.stringValue());
    }

    private static @Nullable Boolean truth(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null ? null : value.booleanValue();
    }

    private static @Nullable Score points(@Nullable JsonNode json) {
        return json == null
                ? null
                : new Score(
                        get(json, "scaled", BigDecimal::new),
                        get(json, "raw", BigDecimal::new),
                        get(json, "min", BigDecimal::new),
                        get(json, "max", BigDecimal::new));
    }

    private static @Nullable Cmi5 cmi5(@Nullable JsonNode json) {
        return json == null
                ? null
                : new Cmi5(
                        json.required("own").booleanValue(),
                        get(json, "session", Function.identity()),
                        json.required("practice").booleanValue(),
                        get(json, "level", Cmi5.Level::valueOf));
    }
}
