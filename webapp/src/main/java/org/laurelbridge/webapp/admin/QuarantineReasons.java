package org.laurelbridge.webapp.admin;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why a statement is in quarantine, for people. */
public final class QuarantineReasons {
    private QuarantineReasons() {}

    /** The reasons are kept as a JSON array of problems; a text that is none is a reason itself. */
    public static List<String> of(String why) {
        try {
            JsonNode problems = JsonMapper.shared().readTree(why);
            return problems.isArray()
                    ? problems.values().stream().map(QuarantineReasons::reason).toList()
                    : List.of(why);
        } catch (JacksonException noJson) {
            return List.of(why);
        }
    }

    private static String reason(JsonNode problem) {
        if (!problem.isObject()) {
            return problem.asString();
        }
        String clause = problem.path("clause").asString("");
        return problem.path("place").asString("") + ": found "
                + problem.path("found").asString("") + ", expected "
                + problem.path("expected").asString("") + (clause.isEmpty() ? "" : " (" + clause + ")");
    }
}
