package org.laurelbridge.bridge.listen.pull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Json.Parsed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A cursor as it is saved; an administrator can read it. */
final class CursorJson {
    private final Json json = new Json();

    String write(Cursor cursor) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "watermark", cursor.watermark());
        put(node, "newest", cursor.newest());
        put(node, "ceiling", cursor.ceiling());
        node.put("ordered", cursor.ordered());
        put(node, "more", cursor.more());
        put(node, "moreAt", cursor.moreAt());
        put(node, "begunAt", cursor.begunAt());
        return json.write(node);
    }

    Cursor read(String text) {
        if (!(json.read(text) instanceof Parsed.Value value)) {
            throw new IllegalStateException("the position saved for a source is no JSON: " + text);
        }
        JsonNode node = value.node();
        return new Cursor(
                moment(node, "watermark"),
                moment(node, "newest"),
                moment(node, "ceiling"),
                node.path("ordered").asBoolean(true),
                node.path("more").stringValue(null),
                moment(node, "moreAt"),
                moment(node, "begunAt"));
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    private static @Nullable Instant moment(JsonNode node, String name) {
        String text = node.path(name).stringValue(null);
        return text == null ? null : Instant.parse(text);
    }
}
