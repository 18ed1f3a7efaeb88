package org.laurelbridge.bridge.listen.push;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Json.Parsed;
import org.laurelbridge.xapi.NamelessId;
import org.laurelbridge.xapi.Problem;
import org.laurelbridge.xapi.XapiVersion;
import tools.jackson.databind.JsonNode;

/**
 * Reads what is pushed, strictly: all of it or nothing, with every problem at once (xAPI 1.0.3 Communication 2.1). Safe for many
 * threads.
 */
public final class PushReader {
    private final Json json;
    private final NamelessId nameless;
    private final int mostStatements;

    /** @param mostStatements that one body may hold */
    public PushReader(Json json, NamelessId nameless, int mostStatements) {
        this.json = json;
        this.nameless = nameless;
        this.mostStatements = mostStatements;
    }

    /**
     * Reads the body of a POST: one statement, or an array of them, which may be empty; as JSON or, with files, as multipart.
     *
     * @param version that the request speaks; null when it did not say, then each statement's own
     */
    public Pushed readAny(Sender sender, @Nullable XapiVersion version, Content content) {
        return read(sender, content, body -> any(sender, version, body));
    }

    /** Reads the body of a PUT: the one statement of this id. */
    public Pushed readOne(Sender sender, @Nullable XapiVersion version, UUID id, Content content) {
        return read(sender, content, body -> {
            Batch batch = new Batch(sender.source(), version, json, nameless);
            batch.addAs(id, body);
            return batch.end();
        });
    }

    private Pushed read(Sender sender, Content content, StatementsReader reader) {
        if (content.isMultipart()) {
            return multipart(content, reader);
        }
        // hooks are not as particular about what they say
        if (!content.isJson() && !sender.hooks()) {
            return wrongType("Content-Type", content.type());
        }
        return complete(content.bytes(), List.of(), reader);
    }

    private Pushed multipart(Content content, StatementsReader reader) {
        String boundary = Multipart.boundary(content.type()).orElse("");
        if (boundary.isEmpty()) {
            return refused(new Problem(
                    "Content-Type", "no usable boundary", "a boundary of 1 to 70 characters", "RFC 2046 5.1.1"));
        }
        try {
            List<Multipart.Part> parts =
                    Multipart.read(content.bytes(), boundary).parts();
            if (parts.isEmpty()) {
                return refused(new Problem("", "no parts", "the statements as first part", Attached.CLAUSE));
            }
            Content first = new Content(
                    parts.get(0).header("Content-Type"), parts.get(0).content());
            return first.isJson()
                    ? complete(first.bytes(), parts.subList(1, parts.size()), reader)
                    : wrongType("part 1, Content-Type", first.type());
        } catch (Multipart.Broken broken) {
            return refused(new Problem("", String.valueOf(broken.getMessage()), "multipart/mixed", "RFC 2046 5.1"));
        }
    }

    private Pushed complete(byte[] statements, List<Multipart.Part> files, StatementsReader reader) {
        Parsed parsed = json.read(statements);
        if (parsed instanceof Parsed.Broken broken) {
            return refused(broken.problem());
        }
        Pushed pushed = reader.read(((Parsed.Value) parsed).node());
        if (!(pushed instanceof Pushed.Accepted accepted)) {
            return pushed;
        }
        List<Problem> problems = new Attached(files).problems(accepted.files());
        return problems.isEmpty() ? pushed : new Pushed.Refused(problems);
    }

    private Pushed any(Sender sender, @Nullable XapiVersion version, JsonNode body) {
        if (!sender.hooks() && Envelope.isEnvelope(body)) {
            return refused(Envelope.closed());
        }
        Envelope envelope = sender.hooks() ? Envelope.open(body) : Envelope.bare(body);
        int found = envelope.statements().size();
        if (found > mostStatements) {
            return new Pushed.TooMany(found, mostStatements);
        }
        Batch batch = new Batch(sender.source(), version, json, nameless);
        envelope.statements().forEach(placed -> batch.add(placed.place(), placed.json()));
        return batch.end();
    }

    private static Pushed wrongType(String place, String found) {
        return refused(new Problem(
                place,
                found.isEmpty() ? "none" : found,
                "application/json, or multipart/mixed with the statements as first part in application/json",
                Attached.CLAUSE));
    }

    private static Pushed refused(Problem problem) {
        return new Pushed.Refused(List.of(problem));
    }

    private interface StatementsReader {
        Pushed read(JsonNode body);
    }
}
