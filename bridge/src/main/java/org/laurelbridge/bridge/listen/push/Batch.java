package org.laurelbridge.bridge.listen.push;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.NamelessId;
import org.laurelbridge.xapi.Problem;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.Statement;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.XapiVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The statements of one request while they are read. */
final class Batch {
    private final String source;
    private final @Nullable XapiVersion version;
    private final Json json;
    private final NamelessId nameless;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private final List<Pushed.File> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<UUID, String> places = new HashMap<>();

    Batch(String source, @Nullable XapiVersion version, Json json, NamelessId nameless) {
        this.source = source;
        this.version = version;
        this.json = json;
        this.nameless = nameless;
    }

    void add(String place, JsonNode node) {
        Statement statement = read(place, node);
        if (statement != null && node instanceof ObjectNode object) {
            UUID own = statement.id();
            keep(place, own == null ? nameless.of(source, object) : own, statement, object, own != null);
        }
    }

    void addAs(UUID id, JsonNode node) {
        Statement statement = read("", node);
        if (statement != null && node instanceof ObjectNode object) {
            UUID own = statement.id();
            if (own != null && !own.equals(id)) {
                problems.add(new Problem(
                        "/id",
                        own.toString(),
                        "the statementId of the request, " + id + ", or none",
                        "1.0.3 Communication 2.1.1"));
            }
            keep("", id, statement, object, true);
        }
    }

    Pushed end() {
        return problems.isEmpty()
                ? new Pushed.Accepted(
                        new Submission(source, Submission.Manner.PUSHED, candidates, List.of()), ids, files)
                : new Pushed.Refused(problems);
    }

    private @Nullable Statement read(String place, JsonNode node) {
        Reading reading = new StatementReader(StatementReader.Manner.STRICT, versionOf(node)).read(node);
        reading.problems().forEach(problem -> problems.add(problem.below(place)));
        return reading instanceof Reading.Usable usable ? usable.statement() : null;
    }

    private XapiVersion versionOf(JsonNode node) {
        if (version != null) {
            return version;
        }
        return node.path("version").asString("").equals(XapiVersion.V2_0.header())
                ? XapiVersion.V2_0
                : XapiVersion.V1_0;
    }

    private void keep(String place, UUID id, Statement statement, ObjectNode node, boolean named) {
        ids.add(id);
        String first = places.putIfAbsent(id, place);
        if (first == null) {
            // whose word it is, is ours to say (1.0.3 Data 2.4.9): a sender could vouch for itself as anybody
            node.remove("authority");
            candidates.add(new Candidate(id, statement, json.write(node), List.of()));
            listFiles(place, node);
        } else if (named) {
            problems.add(new Problem(
                    place + "/id",
                    id + " once more, as at " + first,
                    "an id of its own for each statement of a request",
                    "1.0.3 Communication 2.1.2"));
        }
        // without ids, and equal: one event that its sender tells twice
    }

    private void listFiles(String place, ObjectNode node) {
        listFiles(place + "/attachments", node.path("attachments"));
        if (node.at("/object/objectType").asString("").equals("SubStatement")) {
            listFiles(place + "/object/attachments", node.at("/object/attachments"));
        }
    }

    private void listFiles(String place, JsonNode attachments) {
        for (int index = 0; index < attachments.size(); index++) {
            JsonNode attachment = attachments.get(index);
            String sha2 = attachment.path("sha2").asString("").toLowerCase(Locale.ROOT);
            files.add(new Pushed.File(place + "/" + index, sha2, !attachment.has("fileUrl")));
        }
    }
}
