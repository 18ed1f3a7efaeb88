package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.laurelbridge.bridge.award.plan.NotRight;
import org.laurelbridge.bridge.award.plan.Overtaken;
import org.laurelbridge.bridge.map.RuleBook.Outcome.Changed;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rule documents in requests and answers. */
final class RuleJson {
    private RuleJson() {}

    /** The documents of a body as {@code {"documents": [{"file": "quiz.yaml", "text": "brl: 1 …"}]}}. */
    static List<RuleText> read(HttpServletRequest request) throws IOException {
        JsonNode documents = ApiBody.read(request).path("documents");
        if (!documents.isArray() || documents.isEmpty()) {
            throw ApiBody.wrong(new Problem(
                    "/documents",
                    documents.isMissingNode() ? "nothing" : "no list of documents",
                    "an array of file and text",
                    ""));
        }
        List<RuleText> texts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            JsonNode file = documents.get(i).path("file");
            JsonNode text = documents.get(i).path("text");
            if (!file.isString() || !text.isString()) {
                problems.add(new Problem("/documents/" + i, "no file or no text", "both, as text", ""));
            } else {
                texts.add(new RuleText(file.asString(), text.asString()));
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestFailure(Reason.BAD_INPUT, problems);
        }
        return texts;
    }

    /** Does it; what stops it is told as a failure of the request. */
    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (NotRight wrong) {
            throw new RequestFailure(Reason.BAD_INPUT, wrong.problems());
        } catch (Overtaken overtaken) {
            throw new RequestFailure(Reason.CONFLICT);
        }
    }

    static ObjectNode written(Changed changed) {
        ObjectNode json = ApiAnswer.object().put("state", "in force");
        put(json, "added", changed.added());
        put(json, "changed", changed.changed());
        put(json, "unchanged", changed.unchanged());
        put(json, "takenOut", changed.takenOut());
        return json;
    }

    private static void put(ObjectNode json, String name, List<String> references) {
        ArrayNode array = json.putArray(name);
        references.forEach(array::add);
    }
}
