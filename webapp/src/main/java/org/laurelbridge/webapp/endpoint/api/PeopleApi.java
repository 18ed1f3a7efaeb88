package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.Newcomer;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonEntry;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code /api/v1/people}: people as they are known, and adding some. Sending the same again changes nothing. */
public final class PeopleApi extends HttpServlet {
    private final transient People people;
    private final transient InstantSource clock;

    public PeopleApi(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path != null) {
            ApiAnswer.send(response, PeopleJson.written(one(path)));
            return;
        }
        ApiQuery query = new ApiQuery(request, "limit", "after");
        UUID after = query.uuid("after");
        int limit = query.limit();
        query.check();
        List<Person> found = people.list(after == null ? null : new PersonId(after), limit);
        PersonId last = found.size() < limit ? null : found.get(limit - 1).id();
        ApiAnswer.send(response, ApiAnswer.page("people", found, PeopleJson::written, last));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            throw RequestFailure.takes("GET", "HEAD");
        }
        JsonNode body = ApiBody.read(request);
        List<Problem> problems = new ArrayList<>();
        List<PersonEntry> entries = PeopleJson.read(body, problems);
        boolean isNew = check(entries, body.isArray(), problems);
        if (!problems.isEmpty()) {
            throw new RequestFailure(Reason.BAD_INPUT, problems);
        }
        ArrayNode added = add(people.by(Doing.of(request)), entries, body.isArray());
        response.setStatus(isNew ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK);
        ApiAnswer.send(response, body.isArray() ? added : added.get(0));
    }

    /** Whether anyone of them is not known yet. Told before anyone is added: who belongs to two people. */
    private boolean check(List<PersonEntry> entries, boolean isArray, List<Problem> problems) {
        Map<Identifier, PersonId> known = people.findAll(
                entries.stream().flatMap(entry -> entry.identifiers().stream()).toList());
        boolean isNew = false;
        for (int i = 0; i < entries.size(); i++) {
            Set<PersonId> owners = new HashSet<>();
            entries.get(i).identifiers().stream()
                    .filter(known::containsKey)
                    .map(known::get)
                    .forEach(owners::add);
            isNew |= owners.isEmpty();
            if (owners.size() > 1) {
                problems.add(disagree(isArray ? "/" + i : ""));
            }
        }
        return isNew;
    }

    private ArrayNode add(People theirs, List<PersonEntry> entries, boolean isArray) {
        List<Optional<PersonId>> ids = theirs.addAll(
                entries.stream()
                        .map(entry -> new Newcomer(entry.name(), entry.identifiers()))
                        .toList(),
                clock.instant());
        ArrayNode added = JsonNodeFactory.instance.arrayNode();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String place = isArray ? "/" + i : "";
            ids.get(i)
                    .ifPresentOrElse(
                            id -> added.add(ApiAnswer.object().put("id", id.toString())),
                            () -> problems.add(disagree(place)));
        }
        if (!problems.isEmpty()) {
            throw new RequestFailure(Reason.CONFLICT, problems);
        }
        return added;
    }

    private static Problem disagree(String place) {
        return new Problem(place, "identifiers of different people", "those of one person", "");
    }

    private Person one(@Nullable String path) {
        return ApiQuery.findUuid(path == null ? "" : path.substring(1))
                .flatMap(people::find)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }
}
