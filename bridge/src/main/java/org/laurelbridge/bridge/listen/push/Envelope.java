package org.laurelbridge.bridge.listen.push;

import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a body holds: statements, each with its place; bare, or within the envelope that an LRS's hook puts around them. */
record Envelope(List<Placed> statements) {

    /** A statement and its JSON pointer in the body. */
    record Placed(String place, JsonNode json) {}

    /** As the specification has it: one, or an array. */
    static Envelope bare(JsonNode body) {
        return body instanceof ArrayNode array ? new Envelope(listed("", array)) : one("", body);
    }

    /** Also as Learning Locker (its database record) and ADL's LRS ({@code statements} with the hook's id) send them. */
    static Envelope open(JsonNode body) {
        if (!isEnvelope(body)) {
            return bare(body);
        }
        return body.get("statements") instanceof ArrayNode array
                ? new Envelope(listed("/statements", array))
                : one("/statement", body.path("statement"));
    }

    /** What to tell a sender whose envelope is not opened. */
    static Problem closed() {
        return new Problem(
                "",
                "the envelope of an LRS's hook",
                "statements; an administrator can set \"hooks: true\" for this source",
                "");
    }

    static boolean isEnvelope(JsonNode body) {
        return body instanceof ObjectNode object
                && !object.has("actor")
                && !object.has("verb")
                && (object.get("statements") instanceof ArrayNode || object.get("statement") instanceof ObjectNode);
    }

    private static Envelope one(String place, JsonNode statement) {
        return new Envelope(List.of(new Placed(place, statement)));
    }

    private static List<Placed> listed(String place, ArrayNode array) {
        List<Placed> placed = new ArrayList<>(array.size());
        for (int index = 0; index < array.size(); index++) {
            placed.add(new Placed(place + "/" + index, array.get(index)));
        }
        return placed;
    }
}
