package org.laurelbridge.xapi;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.StatementObject.Activity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Activities, as objects and in contexts (1.0.3 Data 2.4.4.1). */
final class ActivityReader {
    private static final Set<String> ALLOWED = Set.of("objectType", "id", "definition");

    private final Checker check;
    private final Fields fields;
    private final DefinitionReader definitions;

    ActivityReader(Checker check, Fields fields) {
        this.check = check;
        this.fields = fields;
        this.definitions = new DefinitionReader(check, fields);
    }

    /** The activity here; null when it has no usable id. */
    @Nullable
    Activity read(JsonNode node) {
        ObjectNode activity = fields.object(node, ALLOWED, Clause.ACTIVITY);
        if (activity == null) {
            return null;
        }
        String objectType = fields.text(activity, "objectType", Clause.OBJECT);
        if (objectType != null && !objectType.equals("Activity")) {
            fields.wrong("objectType", Checker.quote(objectType), "\"Activity\"", Clause.OBJECT);
        }
        String id = fields.neededIri(activity, "id", Clause.ACTIVITY);
        JsonNode definition = fields.member(activity, "definition");
        String type = null;
        if (definition != null) {
            boolean before = check.excuse(true);
            check.enter("definition");
            type = definitions.type(definition);
            check.leave();
            check.excuse(before);
        }
        return id == null ? null : new Activity(id, type);
    }
}
