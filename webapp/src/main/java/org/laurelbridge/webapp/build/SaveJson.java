package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.award.plan.Plans;
import org.laurelbridge.webapp.build.BuildDesk.Saved;
import org.laurelbridge.webapp.build.BuildDesk.Why;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of a rule that was saved beside the request, as it is kept. */
record SaveJson(JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String written(Saved saved) {
        ObjectNode json = JSON.createObjectNode();
        if (saved instanceof Saved.Waits waits) {
            json.put("plan", waits.plan().id()).put("why", waits.why().name());
            ArrayNode activities = json.putArray("activities");
            waits.activities().forEach(activities::add);
        }
        if (saved instanceof Saved.Refused refused) {
            Saying own = refused.own();
            if (own != null) {
                // nothing that is said after a run has arguments
                json.put("own", own.key());
            }
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
        return new SaveJson(JSON.readTree(json));
    }

    /** Empty when the plan is not there any more. */
    Optional<Saved> saved(String badge, Plans plans) {
        if (json.has("problems")) {
            return Optional.of(new Saved.Refused(problems(), json.has("own") ? Saying.of(text(json, "own")) : null));
        }
        if (!json.has("plan")) {
            return Optional.of(new Saved.Done(badge));
        }
        List<String> activities = new ArrayList<>();
        json.path("activities").forEach(one -> activities.add(one.asString("")));
        return plans.find(json.path("plan").asLong(0))
                .map(plan -> new Saved.Waits(plan, Why.valueOf(text(json, "why")), List.copyOf(activities)));
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode one : json.path("problems")) {
            problems.add(
                    new Problem(text(one, "place"), text(one, "found"), text(one, "expected"), text(one, "clause")));
        }
        return List.copyOf(problems);
    }

    private static String text(JsonNode of, String name) {
        return of.path(name).asString("");
    }
}
