package org.laurelbridge.webapp.endpoint.api;

import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Forecast;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.map.RuleChange;
import org.laurelbridge.bridge.map.RuleText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans and forecasts as JSON. */
final class PlanJson {
    private PlanJson() {}

    static ObjectNode written(RuleText text) {
        return ApiAnswer.object().put("file", text.file()).put("text", text.text());
    }

    static ObjectNode written(RuleChange change) {
        ObjectNode json = ApiAnswer.object();
        json.put("kind", change.kind());
        json.put("name", change.name());
        json.put("what", change.what().word());
        json.put("before", change.before());
        json.put("after", change.after());
        ArrayNode lines = json.putArray("lines");
        change.lines().forEach(lines::add);
        return json;
    }

    static ObjectNode written(Forecast forecast) {
        ObjectNode json = ApiAnswer.object();
        json.put("badge", forecast.badge().id());
        json.put("version", forecast.badge().version());
        json.put("what", forecast.what().word());
        json.put("asked", forecast.whole() ? "everybody" : "whose facts change");
        json.put("people", forecast.people());
        json.put("earning", forecast.earning());
        json.put("near", forecast.near());
        json.put("gains", forecast.count(Effect.What.GAIN));
        json.put("losses", forecast.count(Effect.What.LOSS));
        json.put("moves", forecast.count(Effect.What.MOVE));
        ArrayNode earners = json.putArray("earners");
        forecast.earners()
                .forEach(one -> earners.addObject()
                        .put("person", one.person().toString())
                        .put("earnedAt", one.earnedAt().toString())
                        .put("held", one.held()));
        ArrayNode nears = json.putArray("nears");
        forecast.nears()
                .forEach(one ->
                        nears.addObject().put("person", one.person().toString()).put("missing", one.missing()));
        return json;
    }

    static ObjectNode written(Effect effect) {
        ObjectNode json = ApiAnswer.object();
        json.put("what", effect.what().word());
        json.put("badge", effect.badge());
        json.put("version", effect.version());
        json.put("person", effect.person().toString());
        json.put("at", effect.at().toString());
        json.put("why", effect.why());
        return json;
    }

    /** @param current whether it can still be accepted */
    static ObjectNode written(Plan plan, boolean current) {
        ObjectNode json = ApiAnswer.object();
        json.put("id", plan.id());
        json.put("state", plan.state().word());
        json.put("current", current);
        json.put("madeAt", plan.madeAt().toString());
        json.put("endedAt", plan.endedAt() == null ? null : plan.endedAt().toString());
        json.put("gains", plan.gains());
        json.put("losses", plan.losses());
        json.put("moves", plan.moves());
        return json;
    }
}
