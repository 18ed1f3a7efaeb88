package org.laurelbridge.xapi;

import java.math.BigDecimal;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One form for equal JSON: members in the order of their names, equal numbers alike ({@code 1.0} is {@code 1}). */
final class Canonical {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Canonical() {}

    /** A copy: what is done to it leaves the given value alone. */
    static JsonNode form(JsonNode value) {
        if (value instanceof ObjectNode object) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            object.forEachEntry((name, member) -> sorted.put(name, form(member)));
            ObjectNode copy = NODES.objectNode();
            sorted.forEach(copy::set);
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode(array.size());
            array.forEach(element -> copy.add(form(element)));
            return copy;
        }
        return value.isNumber() ? number(value.decimalValue()) : value;
    }

    private static JsonNode number(BigDecimal number) {
        return NODES.numberNode(number.stripTrailingZeros());
    }
}
