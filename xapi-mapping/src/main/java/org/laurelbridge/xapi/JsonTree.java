package org.laurelbridge.xapi;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds a tree from tokens, our own way: the standard builder tells neither where a number too large for exact decimals
 * stands nor lets the reading go on after a key that comes twice.
 */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    /** The value whose first token the parser stands at; afterwards it stands at its last. */
    static JsonNode read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, token);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static ObjectNode object(JsonParser parser) {
        checkDepth(parser);
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (object.replace(name, read(parser)) != null) {
                throw refused(
                        parser,
                        "the key " + Checker.quote(name) + " twice",
                        "each key once in an object",
                        "1.0.3 Data 2.2");
            }
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) {
        checkDepth(parser);
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(parser));
        }
        return array;
    }

    private static void checkDepth(JsonParser parser) {
        if (parser.streamReadContext().getNestingDepth() > Json.MOST_DEEP) {
            throw refused(parser, "nesting over " + Json.MOST_DEEP, "at most " + Json.MOST_DEEP + " levels", "");
        }
    }

    private static JsonNode number(JsonParser parser, JsonToken token) {
        int length = parser.getStringLength();
        if (length > Json.LONGEST_NUMBER) {
            throw refused(parser, "a number of " + length + " characters", "at most " + Json.LONGEST_NUMBER, "");
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            checkExponent(parser, length);
            return NODES.numberNode(parser.getDecimalValue());
        }
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static void checkExponent(JsonParser parser, int length) {
        char[] text = parser.getStringCharacters();
        int end = parser.getStringOffset() + length;
        for (int at = parser.getStringOffset(); at < end; at++) {
            if ((text[at] | 0x20) == 'e' && exponentSize(text, at + 1, end) > Json.LARGEST_EXPONENT) {
                String number = new String(text, parser.getStringOffset(), length);
                throw refused(parser, number, "an exponent from -30 to 30", "");
            }
        }
    }

    private static int exponentSize(char[] text, int from, int end) {
        int size = 0;
        for (int at = from; at < end; at++) {
            if (text[at] >= '0' && text[at] <= '9') {
                size = Math.min(1_000, size * 10 + text[at] - '0');
            }
        }
        return size;
    }

    private static RefusedToken refused(JsonParser parser, String found, String expected, String clause) {
        return new RefusedToken(new Problem(place(parser.currentTokenLocation()), found, expected, clause));
    }

    /** What Jackson would not read. */
    static Problem problem(JacksonException broken) {
        TokenStreamLocation location = broken.getLocation();
        String place = location == null ? "the text" : place(location);
        if (broken instanceof StreamConstraintsException) {
            return new Problem(place, brief(broken), "less than that", "");
        }
        return new Problem(place, "broken JSON: " + brief(broken), "well-formed JSON", "RFC 8259");
    }

    private static String brief(JacksonException broken) {
        String message = broken.getOriginalMessage();
        int end = message.indexOf(" (start marker at");
        String line = (end < 0 ? message : message.substring(0, end))
                .lines()
                .findFirst()
                .orElse("");
        return line.length() <= 160 ? line : line.substring(0, 160) + "…";
    }

    static String place(TokenStreamLocation location) {
        String place = "line " + location.getLineNr() + ", column " + location.getColumnNr();
        return location.getByteOffset() < 0 ? place : place + " (byte " + location.getByteOffset() + ")";
    }
}
