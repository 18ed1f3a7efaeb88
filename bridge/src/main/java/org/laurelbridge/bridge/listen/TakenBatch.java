package org.laurelbridge.bridge.listen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Json.Parsed;
import org.laurelbridge.xapi.NamelessId;
import org.laurelbridge.xapi.Problem;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.StatementReader.Manner;
import org.laurelbridge.xapi.XapiVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an LRS or a file holds, read leniently and gathered for one submission: what can be kept is kept with its diagnostics,
 * the rest goes to quarantine, nothing stops the others. For one thread.
 */
public final class TakenBatch {
    private static final Problem NO_OBJECT = new Problem("", "no object", "a statement", "1.0.3 Data 2.4");

    private final String source;
    private final StatementReader reader;
    private final NamelessId ids = new NamelessId(UUID::randomUUID);
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final List<Instant> stored = new ArrayList<>();

    /** @param version that the source speaks; problems name its clauses */
    public TakenBatch(String source, XapiVersion version) {
        this.source = source;
        this.reader = new StatementReader(Manner.LENIENT, version);
    }

    /**
     * Takes one in.
     *
     * @param raw its text
     * @param place where it stands, empty when its problems need none
     */
    public void add(Parsed parsed, String raw, String place) {
        if (parsed instanceof Parsed.Broken broken) {
            unreadable.add(new Unreadable(null, raw, List.of(broken.problem())));
        } else if (parsed instanceof Parsed.Value value && value.node() instanceof ObjectNode statement) {
            add(statement, raw, place);
        } else {
            unreadable.add(new Unreadable(null, raw, List.of(NO_OBJECT.below(place))));
        }
    }

    private void add(ObjectNode json, String raw, String place) {
        Reading reading = reader.read(json);
        List<Problem> problems =
                reading.problems().stream().map(problem -> problem.below(place)).toList();
        if (reading instanceof Reading.Usable usable) {
            UUID own = usable.statement().id();
            UUID id = own == null ? ids.of(source, json) : own;
            candidates.add(new Candidate(id, usable.statement(), raw, problems));
            Instant moment = usable.statement().stored();
            if (moment != null) {
                stored.add(moment);
            }
        } else {
            unreadable.add(new Unreadable(id(json), raw, problems));
        }
    }

    /** How many were taken in. */
    public int size() {
        return candidates.size() + unreadable.size();
    }

    /** When the LRS stored them, as far as it says, in their order. */
    public List<Instant> stored() {
        return List.copyOf(stored);
    }

    /** All of it, for the record. */
    public Submission submission() {
        return new Submission(source, Submission.Manner.TAKEN, candidates, unreadable);
    }

    private static @Nullable UUID id(ObjectNode json) {
        JsonNode id = json.path("id");
        try {
            return id.isString() && id.stringValue().length() == 36 ? UUID.fromString(id.stringValue()) : null;
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }
}
