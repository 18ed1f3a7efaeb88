package org.laurelbridge.xapi;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.StatementObject.ActorObject;
import org.laurelbridge.xapi.StatementObject.StatementRef;
import org.laurelbridge.xapi.StatementObject.SubStatement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the statement is about (1.0.3 Data 2.4.4). */
final class ObjectReader {
    private static final Set<String> OF_REFERENCE = Set.of("objectType", "id");

    private final Checker check;
    private final Fields fields;
    private final ActorReader actors;
    private final ActivityReader activities;

    ObjectReader(Checker check, Fields fields, ActorReader actors, ActivityReader activities) {
        this.check = check;
        this.fields = fields;
        this.actors = actors;
        this.activities = activities;
    }

    /** The object of a statement, or of a SubStatement when there is none for SubStatements. */
    @Nullable
    StatementObject read(@Nullable JsonNode node, @Nullable SubStatementReader subStatements) {
        if (node == null) {
            return null;
        }
        check.enter("object");
        StatementObject object = node.isObject() ? byType(node, subStatements) : activities.read(node);
        check.leave();
        return object;
    }

    private @Nullable StatementObject byType(JsonNode node, @Nullable SubStatementReader subStatements) {
        JsonNode type = node.get("objectType");
        String name = type == null || type.isNull() ? "Activity" : type.isString() ? type.stringValue() : "";
        return switch (name) {
            case "Activity" -> activities.read(node);
            case "Agent", "Group" -> actor(node);
            case "StatementRef" -> statementRef(node);
            case "SubStatement" -> subStatement((ObjectNode) node, subStatements);
            default -> {
                fields.wrong(
                        "objectType",
                        type(type),
                        "Activity, Agent, Group, StatementRef or SubStatement",
                        Clause.OBJECT);
                yield null;
            }
        };
    }

    private @Nullable StatementObject actor(JsonNode node) {
        Actor actor = actors.either(node);
        return actor == null ? null : new ActorObject(actor);
    }

    private @Nullable StatementObject statementRef(JsonNode node) {
        UUID id = reference(node);
        return id == null ? null : new StatementRef(id);
    }

    private @Nullable StatementObject subStatement(ObjectNode node, @Nullable SubStatementReader subStatements) {
        if (subStatements == null) {
            String expected = "no SubStatement inside a SubStatement";
            fields.wrong("objectType", "\"SubStatement\"", expected, Clause.STATEMENT_OBJECT);
            return null;
        }
        subStatements.check(node);
        return new SubStatement(node);
    }

    private static String type(@Nullable JsonNode type) {
        return type == null ? "nothing" : type.isString() ? Checker.quote(type.stringValue()) : "no string";
    }

    /** The id in the reference here. */
    @Nullable
    UUID reference(JsonNode node) {
        ObjectNode reference = fields.object(node, OF_REFERENCE, Clause.STATEMENT_OBJECT);
        if (reference == null) {
            return null;
        }
        String type = fields.neededText(reference, "objectType", Clause.STATEMENT_OBJECT);
        if (type != null && !type.equals("StatementRef")) {
            fields.wrong("objectType", Checker.quote(type), "\"StatementRef\"", Clause.STATEMENT_OBJECT);
        }
        return fields.neededUuid(reference, "id", Clause.STATEMENT_OBJECT);
    }
}
