package org.laurelbridge.xapi;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code contextAgents} and {@code contextGroups}, which 2.0 brought (2.0 §4.2.2.5). */
final class ContextActorsReader {
    private final Checker check;
    private final Fields fields;
    private final ActorReader actors;

    ContextActorsReader(Checker check, Fields fields, ActorReader actors) {
        this.check = check;
        this.fields = fields;
        this.actors = actors;
    }

    void check(ObjectNode context) {
        each(fields.member(context, "contextAgents"), "contextAgents", "contextAgent", "agent");
        each(fields.member(context, "contextGroups"), "contextGroups", "contextGroup", "group");
    }

    private void each(@Nullable JsonNode node, String list, String type, String member) {
        if (node == null) {
            return;
        }
        if (!(node instanceof ArrayNode array)) {
            fields.wrong(list, node, "an array of " + type + " objects", Clause.CONTEXT);
            return;
        }
        check.enter(list);
        Set<String> allowed = Set.of("objectType", member, "relevantTypes");
        for (int index = 0; index < array.size(); index++) {
            check.enter(index);
            ObjectNode object = fields.object(array.get(index), allowed, Clause.CONTEXT);
            if (object != null) {
                one(object, type, member);
            }
            check.leave();
        }
        check.leave();
    }

    private void one(ObjectNode object, String type, String member) {
        String given = fields.neededText(object, "objectType", Clause.CONTEXT);
        if (given != null && !given.equals(type)) {
            fields.wrong("objectType", Checker.quote(given), '"' + type + '"', Clause.CONTEXT);
        }
        JsonNode actor = fields.needed(object, member, Clause.CONTEXT);
        if (member.equals("group")) {
            actors.onlyGroup(member, actor);
        } else {
            actors.onlyAgent(member, actor);
        }
        relevantTypes(fields.member(object, "relevantTypes"));
    }

    private void relevantTypes(@Nullable JsonNode node) {
        if (node == null) {
            return;
        }
        if (!node.isArray() || node.isEmpty()) {
            fields.wrong("relevantTypes", node, "an array of IRIs, not empty", Clause.CONTEXT);
            return;
        }
        check.enter("relevantTypes");
        for (int index = 0; index < node.size(); index++) {
            check.enter(index);
            JsonNode type = node.get(index);
            if (type.isString()) {
                fields.isIri(type.stringValue());
            } else {
                check.fault(type, "an IRI", Clause.CONTEXT);
            }
            check.leave();
        }
        check.leave();
    }
}
