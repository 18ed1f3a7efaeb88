package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.webapp.build.BuildDesk.Saved;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a rule that was saved beside the request, as it is kept.
 *
 * @param isDone whether it is in force
 * @param plan the plan that it waits as; 0 for none
 */
record SaveJson(boolean isDone, long plan, List<Problem> problems) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String written(Saved saved) {
        ObjectNode json = JSON.createObjectNode().put("done", saved instanceof Saved.Done);
        if (saved instanceof Saved.Waits waits) {
            json.put("plan", waits.plan().id());
        }
        if (saved instanceof Saved.Refused refused) {
            ArrayNode problems = json.putArray("problems");
            refused.problems()
                    .forEach(one -> problems.addObject()
                            .put("place", one.place())
                            .put("found", one.found())
                            .put("expected", one.expected())
                            .put("clause", one.clause()));
        }
        return json.toString();
    }

    static SaveJson read(String json) {
        JsonNode read = JSON.readTree(json);
        List<Problem> problems = new ArrayList<>();
        for (JsonNode one : read.path("problems")) {
            problems.add(new Problem(text(one, "place"), text(one, "found"), text(one, "expected"), text(one, "clause")));
        }
        return new SaveJson(read.path("done").asBoolean(false), read.path("plan").asLong(0), List.copyOf(problems));
    }

    private static String text(JsonNode of, String name) {
        return of.path(name).asString("");
    }
}
