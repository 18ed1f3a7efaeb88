package org.laurelbridge.bridge.deliver.moodle;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import org.laurelbridge.bridge.deliver.wire.Wire;
import tools.jackson.databind.JsonNode;

/**
 * Calls of Moodle's web services. Moodle answers 200 to everything: an error is an object with an exception in it. Its message is
 * left out of all reasons, as it may name a person.
 */
public final class MoodleFunctions {

    /** Errors that pass by themselves; the others need a person. */
    private static final Set<String> PASSING = Set.of(
            "sitemaintenance",
            "upgraderunning",
            "dbconnectionfailed",
            "ddlexecuteerror",
            "dmlreadexception",
            "dmlwriteexception",
            "dmltransactionexception",
            "locktimeout");

    private final URI endpoint;
    private final String token;
    private final Wire wire;

    /** @param root the site's wwwroot */
    public MoodleFunctions(URI root, String token, Wire wire) {
        String bare = root.toString().endsWith("/")
                ? root.toString().substring(0, root.toString().length() - 1)
                : root.toString();
        this.endpoint = URI.create(bare + "/webservice/rest/server.php");
        this.token = token;
        this.wire = wire;
    }

    /**
     * Calls a function that changes nothing.
     *
     * @throws Stopped when it gives no result
     */
    JsonNode read(String function, Map<String, String> parameters) {
        return good(function, answer(function, parameters));
    }

    /**
     * Calls a function that looks for a value.
     *
     * @return empty when Moodle says that there can be no such value
     * @throws Stopped when it gives no result
     */
    Optional<JsonNode> find(String function, Map<String, String> parameters) {
        JsonNode answer = answer(function, parameters);
        boolean isImpossible = Json.text(answer.path("errorcode")).equals("invalidparameter");
        return isImpossible ? Optional.empty() : Optional.of(good(function, answer));
    }

    private JsonNode answer(String function, Map<String, String> parameters) {
        return Json.read(function, call(function, parameters).read(function));
    }

    private static JsonNode good(String function, JsonNode answer) {
        String error = Json.text(answer.path("errorcode"));
        if (!error.isEmpty() || answer.has("exception")) {
            String reason = reason(function, error);
            throw new Stopped(
                    PASSING.contains(error) ? new Attempt.Later(reason, Duration.ZERO) : new Attempt.Refused(reason));
        }
        return answer;
    }

    /** Calls a function that writes, and tells what came of it; {@code good} says which plain answer is success. */
    Attempt write(String function, Map<String, String> parameters, Set<String> good) {
        Reply reply = call(function, parameters);
        if (!(reply instanceof Reply.Answered answered) || !answered.isGood()) {
            return reply.asWrite(function);
        }
        try {
            JsonNode answer = Json.read(function, answered.body());
            String error = Json.text(answer.path("errorcode"));
            if (!error.isEmpty() || answer.has("exception")) {
                String reason = reason(function, error);
                return PASSING.contains(error) ? new Attempt.Unknown(reason) : new Attempt.Refused(reason);
            }
            return good.contains(answer.toString())
                    ? new Attempt.Delivered()
                    : new Attempt.Refused(function + " answered " + code(answer.toString())
                            + ": is the grade locked in the gradebook?");
        } catch (Stopped notJson) {
            return new Attempt.Unknown(notJson.reason());
        }
    }

    /** One call, whatever comes of it. */
    Reply call(String function, Map<String, String> parameters) {
        String form = "wstoken=" + encoded(token) + "&wsfunction=" + function
                // the default is XML
                + "&moodlewsrestformat=json&"
                + parameters.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return wire.send(wire.to(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static String reason(String function, String error) {
        return function + ": " + (error.isEmpty() ? "an error without a code" : code(error));
    }

    private static String code(String text) {
        return text.length() > 60 ? text.substring(0, 60) : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
