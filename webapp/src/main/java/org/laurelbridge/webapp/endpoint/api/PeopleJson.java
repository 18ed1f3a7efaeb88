package org.laurelbridge.webapp.endpoint.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonEntry;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People as JSON. */
final class PeopleJson {
    private static final int MOST = 1_000;

    private PeopleJson() {}

    static ObjectNode written(Person person) {
        ObjectNode json = ApiAnswer.object();
        json.put("id", person.id().toString());
        json.put("name", person.name());
        ArrayNode identifiers = json.putArray("identifiers");
        person.identifiers().forEach(identifier -> identifiers.add(written(identifier)));
        return json;
    }

    static ObjectNode written(Identifier identifier) {
        ObjectNode json = ApiAnswer.object();
        json.put("kind", identifier.kind());
        json.put("scope", identifier.scope());
        json.put("value", identifier.value());
        return json;
    }

    /** One person or an array of them; adds all that is wrong, each with its place. */
    static List<PersonEntry> read(JsonNode body, List<Problem> problems) {
        if (!body.isArray()) {
            return List.of(entry(body, "", problems));
        }
        if (body.size() > MOST) {
            problems.add(new Problem("", body.size() + " people", "at most " + MOST + " at once", ""));
            return List.of();
        }
        List<PersonEntry> entries = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            entries.add(entry(body.get(i), "/" + i, problems));
        }
        return entries;
    }

    private static PersonEntry entry(JsonNode json, String place, List<Problem> problems) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!json.isObject()) {
            problems.add(new Problem(place, "no object", "a person", ""));
            return new PersonEntry(fields);
        }
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            String at = place + "/" + member.getKey();
            if (member.getKey().equals("account") && member.getValue().isObject()) {
                account(member.getValue(), at, fields, problems);
            } else {
                put(fields, member.getKey(), member.getValue(), at, problems);
            }
        }
        PersonEntry entry = new PersonEntry(fields);
        problems.addAll(entry.problems(place));
        return entry;
    }

    /** As xAPI writes an account: its home page and its name. */
    private static void account(JsonNode account, String at, Map<String, String> fields, List<Problem> problems) {
        for (Map.Entry<String, JsonNode> member : account.properties()) {
            String name = member.getKey();
            String below = at + "/" + name;
            if (name.equals("homePage")) {
                put(fields, "homePage", member.getValue(), below, problems);
            } else if (name.equals("name")) {
                put(fields, "account", member.getValue(), below, problems);
            } else {
                problems.add(new Problem(below, "a field that is not known", "homePage or name", ""));
            }
        }
    }

    private static void put(
            Map<String, String> fields, String name, JsonNode value, String at, List<Problem> problems) {
        if (!value.isString()) {
            problems.add(new Problem(at, "no text", "text", ""));
            return;
        }
        String earlier = fields.putIfAbsent(name, value.asString());
        if (earlier != null && !earlier.equals(value.asString())) {
            problems.add(new Problem(at, "another " + name + " than beside it", "one " + name, ""));
        }
    }
}
