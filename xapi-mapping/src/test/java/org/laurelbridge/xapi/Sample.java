package org.laurelbridge.xapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One statement that uses nearly everything, and ways to change it in one place. */
final class Sample {
    static final Json JSON = new Json();

    private static final String FULL = """
            {"id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
             "actor": {"objectType": "Agent", "name": "Ada", "mbox": "mailto:ada@example.org"},
             "verb": {"id": "http://adlnet.gov/expapi/verbs/passed", "display": {"en-US": "passed"}},
             "object": {"objectType": "Activity", "id": "https://example.org/quiz/1", "definition": {
                "name": {"en": "Quiz"}, "description": {"en": "Ten questions"},
                "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                "moreInfo": "https://example.org/more", "interactionType": "choice",
                "correctResponsesPattern": ["a[,]b"],
                "choices": [{"id": "a", "description": {"en": "A"}}, {"id": "b"}],
                "extensions": {"https://example.org/ext": null}}},
             "result": {"score": {"scaled": 0.8, "raw": 8, "min": 0, "max": 10}, "success": true, "completion": true,
                "response": "a", "duration": "PT4H35M59.14S", "extensions": {"https://example.org/ext": [1.50, null]}},
             "context": {"registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7",
                "instructor": {"name": "Bo", "account": {"homePage": "https://example.org", "name": "7"}},
                "team": {"objectType": "Group", "name": "Red", "member": [
                    {"openid": "https://openid.example.org/1"},
                    {"mbox_sha1sum": "ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}]},
                "contextActivities": {"parent": {"id": "https://example.org/course/1"},
                    "grouping": [{"objectType": "Activity", "id": "https://example.org/programme"}],
                    "category": [], "other": [{"id": "https://example.org/other"}]},
                "revision": "1", "platform": "Example", "language": "en-GB",
                "statement": {"objectType": "StatementRef", "id": "8f87ccde-bb56-4c2e-ab83-44982ef22df0"},
                "extensions": {"https://example.org/ext": {"deep": 1}}},
             "timestamp": "2026-03-01T10:02:11.123456789+01:00",
             "stored": "2026-03-01T09:02:12Z",
             "authority": {"objectType": "Agent", "account": {"homePage": "https://example.org", "name": "lrs"}},
             "version": "1.0.3",
             "attachments": [{"usageType": "https://example.org/certificate", "display": {"en": "Certificate"},
                "description": {"en": "A certificate"}, "contentType": "application/pdf; v=1", "length": 27,
                "sha2": "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a",
                "fileUrl": "https://example.org/file.pdf"}]}
            """;

    static final String SUB_STATEMENT = """
            {"objectType": "SubStatement", "actor": {"mbox": "mailto:bo@example.org"},
             "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}, "object": {"id": "https://example.org/quiz/2"},
             "timestamp": "2027-01-01T00:00:00Z"}
            """;

    private Sample() {}

    static ObjectNode full() {
        return object(FULL);
    }

    static JsonNode json(String text) {
        if (JSON.read(text) instanceof Json.Parsed.Value value) {
            return value.node();
        }
        throw new AssertionError("no JSON: " + text);
    }

    static ObjectNode object(String text) {
        return (ObjectNode) json(text);
    }

    /** The full statement with another value at a pointer; null takes what is there away. */
    static ObjectNode with(String pointer, @Nullable String json) {
        return with(full(), pointer, json);
    }

    static ObjectNode with(ObjectNode statement, String pointer, @Nullable String json) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = statement.at(at.head());
        String name = at.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), json(json == null ? "null" : json));
        } else if (json == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, json(json));
        }
        return statement;
    }
}
