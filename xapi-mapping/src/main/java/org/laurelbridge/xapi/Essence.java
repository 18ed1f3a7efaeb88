package org.laurelbridge.xapi;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What counts in a statement, in one form (1.0.3 Data 2.3.1, 2.0 §4.2.7): without what an LRS assigns, verb display, activity
 * definitions and attachments; defaults written out, group members in one order, no case where case does not matter.
 * What is not shaped as the specification says stays as it is.
 */
final class Essence {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ASSIGNED = List.of("id", "authority", "stored", "version", "attachments");
    private static final List<String> RELATIONS = List.of("parent", "grouping", "category", "other");

    private Essence() {}

    /** The essence of a statement, without its timestamp. */
    static ObjectNode of(ObjectNode statement) {
        ObjectNode essence = parts(statement);
        essence.remove("timestamp");
        return essence;
    }

    private static ObjectNode parts(ObjectNode statement) {
        ObjectNode essence = (ObjectNode) Canonical.form(statement);
        essence.remove(ASSIGNED);
        change(essence, "actor", Essence::actor);
        change(essence, "verb", Essence::verb);
        change(essence, "object", Essence::object);
        change(essence, "result", Essence::result);
        change(essence, "context", Essence::context);
        return essence;
    }

    /** A change of an object, in place. */
    private interface Change {
        ObjectNode apply(ObjectNode object);
    }

    private static void change(ObjectNode of, String name, Change change) {
        if (of.get(name) instanceof ObjectNode member) {
            of.set(name, change.apply(member));
        }
    }

    private static ObjectNode verb(ObjectNode verb) {
        verb.remove("display");
        return verb;
    }

    private static ObjectNode object(ObjectNode object) {
        String type = text(object, "objectType");
        if (type == null) {
            return activity(object);
        }
        return switch (type) {
            case "Activity" -> activity(object);
            case "Agent", "Group" -> actor(object);
            case "StatementRef" -> reference(object);
            case "SubStatement" -> subStatement(object);
            default -> object;
        };
    }

    private static ObjectNode activity(ObjectNode activity) {
        activity.remove("definition");
        if (!activity.has("objectType")) {
            activity.put("objectType", "Activity");
        }
        return activity;
    }

    private static ObjectNode reference(ObjectNode reference) {
        lower(reference, "id");
        return reference;
    }

    private static ObjectNode subStatement(ObjectNode statement) {
        String timestamp = text(statement, "timestamp");
        ObjectNode essence = parts(statement);
        Instant instant = timestamp == null ? null : Timestamp.parse(timestamp);
        return instant == null ? essence : essence.put("timestamp", instant.toString());
    }

    private static ObjectNode actor(ObjectNode actor) {
        if (!actor.has("objectType")) {
            actor.put("objectType", "Agent");
        }
        lower(actor, "mbox_sha1sum");
        String mbox = text(actor, "mbox");
        if (mbox != null) {
            int domain = mbox.lastIndexOf('@') + 1;
            actor.put("mbox", mbox.substring(0, domain) + mbox.substring(domain).toLowerCase(Locale.ROOT));
        }
        if (actor.get("member") instanceof ArrayNode members) {
            actor.set("member", inOneOrder(members));
        }
        return actor;
    }

    private static ArrayNode inOneOrder(ArrayNode members) {
        ArrayNode ordered = NODES.arrayNode(members.size());
        members.valueStream()
                .map(member -> member instanceof ObjectNode agent ? actor(agent) : member)
                .map(Canonical::form)
                .sorted(Comparator.comparing(JsonNode::toString))
                .forEach(ordered::add);
        return ordered;
    }

    private static ObjectNode result(ObjectNode result) {
        String duration = text(result, "duration");
        return duration == null ? result : result.put("duration", IsoDuration.cut(duration));
    }

    private static ObjectNode context(ObjectNode context) {
        lower(context, "registration");
        lower(context, "language");
        change(context, "instructor", Essence::actor);
        change(context, "team", Essence::actor);
        change(context, "statement", Essence::reference);
        change(context, "contextActivities", Essence::related);
        each(context.get("contextAgents"), "agent");
        each(context.get("contextGroups"), "group");
        return context;
    }

    private static void each(@Nullable JsonNode list, String name) {
        if (list instanceof ArrayNode array) {
            for (JsonNode element : array) {
                if (element instanceof ObjectNode object) {
                    change(object, name, Essence::actor);
                }
            }
        }
    }

    private static ObjectNode related(ObjectNode related) {
        for (String relation : RELATIONS) {
            JsonNode given = related.get(relation);
            if (given instanceof ObjectNode single) {
                related.set(relation, NODES.arrayNode().add(activity(single)));
            } else if (given instanceof ArrayNode array) {
                array.forEach(element -> {
                    if (element instanceof ObjectNode activity) {
                        activity(activity);
                    }
                });
            }
        }
        return related;
    }

    private static void lower(ObjectNode of, String name) {
        String text = text(of, name);
        if (text != null) {
            of.put(name, text.toLowerCase(Locale.ROOT));
        }
    }

    static @Nullable String text(ObjectNode of, String name) {
        JsonNode node = of.get(name);
        return node != null && node.isString() ? node.stringValue() : null;
    }
}
