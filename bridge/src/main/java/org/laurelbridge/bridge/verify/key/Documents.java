package org.laurelbridge.bridge.verify.key;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Json.Parsed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of strangers: read strictly (a member twice is no JSON), bounded, and looked into without surprises. */
public final class Documents {

    private static final int LONGEST = 1024 * 1024;
    private static final int MOST_NODES = 10_000;
    private static final Json JSON = new Json(LONGEST);
    private static final int LONGEST_LIST = 32 * 1024 * 1024;
    private static final int MOST_LISTED = 1_000_000;
    private static final Json LISTS = new Json(LONGEST_LIST);

    private Documents() {}

    /** What came of reading. */
    public sealed interface Read {

        /** An object. */
        record Good(ObjectNode object) implements Read {}

        /** Something else. */
        record Bad(String why) implements Read {}
    }

    /** Reads an object. */
    public static Read read(String text) {
        return read(text, JSON, LONGEST, MOST_NODES);
    }

    /** The same for a list of what was revoked: a small thing of each, and many of them. */
    public static Read readList(String text) {
        return read(text, LISTS, LONGEST_LIST, MOST_LISTED);
    }

    private static Read read(String text, Json json, int longest, int most) {
        if (text.length() > longest) {
            return new Read.Bad("it has " + text.length() + " characters");
        }
        Parsed parsed = json.read(text);
        if (parsed instanceof Parsed.Broken broken) {
            return new Read.Bad(broken.problem().toString());
        }
        if (!(((Parsed.Value) parsed).node() instanceof ObjectNode object)) {
            return new Read.Bad("expected an object");
        }
        return count(object, 0, most) > most
                ? new Read.Bad("it has more than " + most + " values")
                : new Read.Good(object);
    }

    private static int count(JsonNode node, int before, int most) {
        int counted = before + 1;
        for (JsonNode child : node) {
            if (counted > most) {
                return counted;
            }
            counted = count(child, counted, most);
        }
        return counted;
    }

    /** The text of a member; null when it is missing or no text. */
    public static @Nullable String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isString() ? value.asString() : null;
    }

    /** The text of a member; empty when it is missing or no text. */
    public static String textOrEmpty(JsonNode node, String member) {
        String text = text(node, member);
        return text == null ? "" : text;
    }

    /** The values of a member that may be one or many; none when it is missing or null. */
    public static List<JsonNode> many(JsonNode node, String member) {
        JsonNode value = node.path(member);
        List<JsonNode> many = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(many::add);
        } else if (!value.isMissingNode() && !value.isNull()) {
            many.add(value);
        }
        return many;
    }

    /** Whether a member is this word, or an array that holds it. */
    public static boolean holds(JsonNode node, String member, String word) {
        return many(node, member).stream()
                .anyMatch(item -> item.isString() && item.asString().equals(word));
    }

    /** The id of a member that is an address or an object with one; empty when there is none. */
    public static String id(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isString() ? value.asString() : textOrEmpty(value, "id");
    }

    /** The address in a text. */
    public static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
