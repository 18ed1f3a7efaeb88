package org.laurelbridge.mapping;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Score;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/** A fact as JSON text and back, without loss. Absent members are null; decimals are text, so that they stay exact. */
public final class FactText {
    /** Buffers belong to threads: texts are so short that fetching one from a common pool would be a part of the cost. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .build())
            .build();

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
     * Reads what {@link #write} wrote, any number of texts in UTF-8 that follow each other: one parser for a history costs far less
     * than one for each of its facts.
     *
     * @throws RuntimeException when a text is another's
     */
    public static List<Fact> readAll(byte[] texts) {
        List<Fact> facts = new ArrayList<>();
        try (JsonParser json = JSON.createParser(texts)) {
            while (json.nextToken() != null) {
                facts.add(new FactReader(json).read());
            }
        }
        return facts;
    }
}
