package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.record.CannotMerge;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/people/merges}: saying that two people are one, the journal of that, and undoing it. */
public final class MergesApi extends HttpServlet {
    private static final int LONGEST = 1_000;
    private static final Pattern UNDO = Pattern.compile("/([1-9][0-9]{0,17})/undo");

    private final transient People people;
    private final transient InstantSource clock;

    public MergesApi(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        ApiQuery query = new ApiQuery(request, "limit", "after");
        Long after = query.parsed("after", MergesApi::number, "the number of a merge");
        int limit = query.limit();
        query.check();
        List<Merge> found = people.listMerges(after == null ? 0 : after, limit);
        Long last = found.size() < limit ? null : found.get(limit - 1).id();
        ApiAnswer.send(response, ApiAnswer.page("merges", found, MergesApi::written, last));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        try {
            if (path == null) {
                Merge merge = merge(ApiBody.read(request), Doing.of(request));
                response.setStatus(HttpServletResponse.SC_CREATED);
                ApiAnswer.send(response, written(merge));
            } else {
                ApiAnswer.send(response, written(undo(path, Doing.of(request))));
            }
        } catch (CannotMerge cannot) {
            String found = String.valueOf(cannot.getMessage());
            throw new RequestFailure(
                    Reason.CONFLICT, List.of(new Problem("", found, "two people, or a merge that holds", "")));
        }
    }

    private Merge merge(JsonNode body, Doer doer) {
        List<Problem> problems = new ArrayList<>();
        Optional<PersonId> kept = person(body, "kept", problems);
        Optional<PersonId> merged = person(body, "merged", problems);
        String why = body.path("why").asString("");
        if (why.isBlank() || why.length() > LONGEST) {
            problems.add(new Problem(
                    "/why", why.length() + " characters", "why they are one, in 1 to " + LONGEST + " characters", ""));
        }
        if (!problems.isEmpty()) {
            throw new RequestFailure(Reason.BAD_INPUT, problems);
        }
        return people.by(doer).merge(kept.orElseThrow(), merged.orElseThrow(), why, clock.instant());
    }

    /** By their own id: of somebody who was merged already it is told. */
    private Optional<PersonId> person(JsonNode body, String name, List<Problem> problems) {
        Optional<UUID> id = ApiQuery.findUuid(body.path(name).asString(""));
        if (id.flatMap(people::find).isEmpty()) {
            problems.add(new Problem("/" + name, "nobody", "a person's id", ""));
        }
        return id.map(PersonId::new);
    }

    private Merge undo(String path, Doer doer) {
        Matcher undo = UNDO.matcher(path);
        if (!undo.matches()) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        return people.by(doer)
                .unmerge(Long.parseLong(undo.group(1)), clock.instant())
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private static @Nullable Long number(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Long.valueOf(text) : null;
    }

    private static ObjectNode written(Merge merge) {
        ObjectNode json = ApiAnswer.object();
        json.put("id", merge.id());
        json.put("kept", merge.kept().toString());
        json.put("merged", merge.merged().toString());
        json.put("at", merge.at().toString());
        json.put("why", merge.why());
        json.put("undoneAt", merge.undoneAt() == null ? null : merge.undoneAt().toString());
        return json;
    }
}
