package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.run.Runs.Listed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a trial found, in numbers, as it is kept.
 *
 * @param people how many were asked
 * @param found how many of them are on which list
 * @param elsewhere how many are besides whom the asker may not be told of
 * @param others badges that would be gained or lost with this one
 */
public record TrialJson(long people, Map<Listed, Integer> found, Map<Listed, Integer> elsewhere, List<Touched> others) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Another badge. */
    public record Touched(String title, long gains, long losses) {}

    String written() {
        ObjectNode json = JSON.createObjectNode().put("people", people);
        put(json.putObject("found"), found);
        put(json.putObject("elsewhere"), elsewhere);
        ArrayNode array = json.putArray("others");
        others.forEach(one -> array.addObject()
                .put("title", one.title())
                .put("gains", one.gains())
                .put("losses", one.losses()));
        return json.toString();
    }

    private static void put(ObjectNode json, Map<Listed, Integer> counted) {
        counted.forEach((list, count) -> json.put(list.word(), count));
    }

    static TrialJson read(String json) {
        JsonNode read = JSON.readTree(json);
        List<Touched> others = new ArrayList<>();
        for (JsonNode one : read.path("others")) {
            others.add(new Touched(
                    one.path("title").asString(""),
                    one.path("gains").asLong(0),
                    one.path("losses").asLong(0)));
        }
        return new TrialJson(
                read.path("people").asLong(0), counted(read.path("found")), counted(read.path("elsewhere")), others);
    }

    private static Map<Listed, Integer> counted(JsonNode json) {
        Map<Listed, Integer> counted = new EnumMap<>(Listed.class);
        for (Listed list : Listed.values()) {
            counted.put(list, json.path(list.word()).asInt(0));
        }
        return counted;
    }
}
