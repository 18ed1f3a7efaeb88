package org.laurelbridge.xapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Agents and groups, wherever they stand (1.0.3 Data 2.4.2). */
final class ActorReader {
    private static final Set<String> OF_AGENT =
            Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> OF_GROUP =
            Set.of("objectType", "name", "member", "mbox", "mbox_sha1sum", "openid", "account");

    private final Checker check;
    private final Fields fields;
    private final IdentifierReader identifiers;

    ActorReader(Checker check, Fields fields) {
        this.check = check;
        this.fields = fields;
        this.identifiers = new IdentifierReader(check, fields);
    }

    /** The agent or group in a member; null when it is absent or nobody can be told by it. */
    @Nullable
    Actor either(String name, @Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        check.enter(name);
        Actor actor = either(node);
        check.leave();
        return actor;
    }

    /** The agent or group here. */
    @Nullable
    Actor either(JsonNode node) {
        JsonNode type = node.get("objectType");
        if (type == null || isText(type, "Agent") || type.isNull()) {
            return agent(node);
        }
        if (isText(type, "Group")) {
            return group(node);
        }
        fields.wrong("objectType", type, "\"Agent\" or \"Group\"", Clause.ACTOR);
        return null;
    }

    /** Checks a group that stands in a member where only a group may stand. */
    void onlyGroup(String name, @Nullable JsonNode node) {
        only(name, node, "Group");
    }

    /** Checks an agent that stands in a member where only an agent may stand. */
    void onlyAgent(String name, @Nullable JsonNode node) {
        only(name, node, "Agent");
    }

    private @Nullable Actor only(String name, @Nullable JsonNode node, String type) {
        if (node == null) {
            return null;
        }
        check.enter(name);
        JsonNode given = node.get("objectType");
        boolean fits = given == null ? type.equals("Agent") : isText(given, type);
        Actor actor = null;
        if (!node.isObject()) {
            check.fault(node, "an object", Clause.ACTOR);
        } else if (fits) {
            actor = either(node);
        } else {
            fields.wrong("objectType", given == null ? "nothing" : given.toString(), '"' + type + '"', Clause.ACTOR);
        }
        check.leave();
        return actor;
    }

    private @Nullable Actor agent(JsonNode node) {
        ObjectNode agent = fields.object(node, OF_AGENT, Clause.AGENT);
        if (agent == null) {
            return null;
        }
        fields.member(agent, "objectType");
        String name = fields.text(agent, "name", Clause.AGENT);
        InverseFunctionalIdentifier identifier = identifiers.read(agent, true);
        return identifier == null ? null : new Actor(Actor.Type.AGENT, name, identifier, List.of());
    }

    private @Nullable Actor group(JsonNode node) {
        ObjectNode group = fields.object(node, OF_GROUP, Clause.GROUP);
        if (group == null) {
            return null;
        }
        String name = fields.text(group, "name", Clause.GROUP);
        InverseFunctionalIdentifier identifier = identifiers.read(group, false);
        boolean anonymous = !IdentifierReader.hasAny(group);
        JsonNode members = anonymous ? fields.needed(group, "member", Clause.GROUP) : fields.member(group, "member");
        List<Actor> agents = members == null ? List.of() : members(members);
        return identifier == null && !anonymous ? null : new Actor(Actor.Type.GROUP, name, identifier, agents);
    }

    private List<Actor> members(JsonNode node) {
        if (!(node instanceof ArrayNode array)) {
            fields.wrong("member", node, "an array of agents", Clause.GROUP);
            return List.of();
        }
        List<Actor> agents = new ArrayList<>(array.size());
        check.enter("member");
        for (int index = 0; index < array.size(); index++) {
            Actor agent = only(String.valueOf(index), array.get(index), "Agent");
            if (agent != null) {
                agents.add(agent);
            }
        }
        check.leave();
        return agents;
    }

    private static boolean isText(JsonNode node, String text) {
        return node.isString() && text.equals(node.stringValue());
    }
}
