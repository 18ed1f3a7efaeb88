package org.laurelbridge.bridge.deliver.wire;

import java.time.Duration;
import org.laurelbridge.bridge.deliver.Attempt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as targets write and read it. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** An empty object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Reads an answer.
     *
     * @throws Stopped when it is not JSON: a login page, a proxy's error page
     */
    public static JsonNode read(String what, String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new Stopped(new Attempt.Later(what + ": the answer is not JSON", Duration.ZERO));
        }
    }

    /** The text of a string or a number; empty for all else. */
    public static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }
}
