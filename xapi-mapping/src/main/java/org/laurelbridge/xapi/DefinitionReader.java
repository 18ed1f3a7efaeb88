package org.laurelbridge.xapi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Activity definitions and interactions (1.0.3 Data 2.4.4.1). */
final class DefinitionReader {
    private static final List<String> COMPONENTS = List.of("choices", "scale", "source", "target", "steps");
    private static final Set<String> ALLOWED = Set.of(
            "name",
            "description",
            "type",
            "moreInfo",
            "extensions",
            "interactionType",
            "correctResponsesPattern",
            "choices",
            "scale",
            "source",
            "target",
            "steps");
    private static final Set<String> OF_COMPONENT = Set.of("id", "description");
    private static final Set<String> INTERACTIONS = Set.of(
            "true-false",
            "choice",
            "fill-in",
            "long-fill-in",
            "matching",
            "performance",
            "sequencing",
            "likert",
            "numeric",
            "other");

    private final Checker check;
    private final Fields fields;
    private final Maps maps;

    DefinitionReader(Checker check, Fields fields) {
        this.check = check;
        this.fields = fields;
        this.maps = new Maps(check, fields);
    }

    /** Checks the definition here; its type, null when it names none. */
    @Nullable
    String type(JsonNode node) {
        ObjectNode definition = fields.object(node, ALLOWED, Clause.ACTIVITY);
        if (definition == null) {
            return null;
        }
        maps.languageMap(definition, "name", Clause.ACTIVITY);
        maps.languageMap(definition, "description", Clause.ACTIVITY);
        fields.iri(definition, "moreInfo", Clause.ACTIVITY);
        maps.extensions(definition, Clause.ACTIVITY);
        checkInteraction(definition);
        return fields.iri(definition, "type", Clause.ACTIVITY);
    }

    private void checkInteraction(ObjectNode definition) {
        String interaction = fields.text(definition, "interactionType", Clause.ACTIVITY);
        boolean used = checkPattern(definition);
        for (String list : COMPONENTS) {
            JsonNode components = fields.member(definition, list);
            if (components != null) {
                used = true;
                checkComponents(list, components);
            }
        }
        if (interaction != null && !INTERACTIONS.contains(interaction)) {
            String expected =
                    "one of " + String.join(", ", INTERACTIONS.stream().sorted().toList());
            fields.wrong("interactionType", Checker.quote(interaction), expected, Clause.ACTIVITY);
        } else if (used && !definition.has("interactionType")) {
            check.fault("an interaction without type", "the property \"interactionType\"", Clause.ACTIVITY);
        }
    }

    private boolean checkPattern(ObjectNode definition) {
        JsonNode pattern = fields.member(definition, "correctResponsesPattern");
        if (pattern == null) {
            return false;
        }
        boolean strings = pattern.isArray();
        for (JsonNode answer : pattern) {
            strings &= answer.isString();
        }
        if (!strings) {
            fields.wrong("correctResponsesPattern", pattern, "an array of strings", Clause.ACTIVITY);
        }
        return true;
    }

    private void checkComponents(String list, JsonNode node) {
        if (!(node instanceof ArrayNode components)) {
            fields.wrong(list, node, "an array of interaction components", Clause.ACTIVITY);
            return;
        }
        Set<String> ids = new HashSet<>();
        check.enter(list);
        for (int index = 0; index < components.size(); index++) {
            check.enter(index);
            checkComponent(components.get(index), ids);
            check.leave();
        }
        check.leave();
    }

    private void checkComponent(JsonNode node, Set<String> ids) {
        ObjectNode component = fields.object(node, OF_COMPONENT, Clause.ACTIVITY);
        if (component == null) {
            return;
        }
        String id = fields.neededText(component, "id", Clause.ACTIVITY);
        if (id != null && !ids.add(id)) {
            fields.wrong("id", Checker.quote(id) + " again", "ids that differ within the list", Clause.ACTIVITY);
        }
        maps.languageMap(component, "description", Clause.ACTIVITY);
    }
}
