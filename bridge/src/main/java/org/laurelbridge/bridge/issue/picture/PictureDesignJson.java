package org.laurelbridge.bridge.issue.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Json.Parsed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Designs as JSON: {@code {"shape": "shield", "background": "#1f4e79", "edge": "#e9b949", "ink": "#ffffff", "icon": "lock",
 * "text": ["Secure", "operations"], "level": "Advanced"}}; icon, text and level may be absent or null.
 */
public final class PictureDesignJson {

    private static final int LONGEST = 1_000;

    private final Json json = new Json(LONGEST);
    private final Letters letters;

    /** @param letters what a picture can show */
    public PictureDesignJson(Letters letters) {
        this.letters = letters;
    }

    /** All that is wrong with a design comes at once. Throws nothing, whatever the text is. */
    public DesignRead read(String text) {
        Parsed parsed = json.read(text);
        return parsed instanceof Parsed.Value value
                ? read(value.node())
                : new DesignRead.Bad(List.of(((Parsed.Broken) parsed).problem()));
    }

    /** The same, of what a page has put together. */
    public DesignRead read(JsonNode design) {
        return new DesignReader(letters).read(design);
    }

    /** As {@link #read} reads it. */
    public String write(PictureDesign design) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("shape", design.shape().word());
        node.put("background", design.background().toString());
        node.put("edge", design.edge().toString());
        node.put("ink", design.ink().toString());
        put(node, "icon", design.icon() == null ? null : design.icon().word());
        ArrayNode lines = node.putArray("text");
        design.text().forEach(lines::add);
        put(node, "level", design.level());
        return json.write(node);
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
