package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.People.UnknownActor;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/unknown-actors}: whom nobody could place, joining one to a person, and taking one from them again. */
public final class UnknownActorsApi extends HttpServlet {
    private static final int LONGEST = 2_000;

    private final transient People people;
    private final transient InstantSource clock;

    public UnknownActorsApi(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        ApiQuery query = new ApiQuery(request, "limit");
        int limit = query.limit();
        query.check();
        List<UnknownActor> found = people.listUnknown(limit);
        ApiAnswer.send(response, ApiAnswer.page("actors", found, UnknownActorsApi::written, null));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isJoin = "/join".equals(request.getPathInfo());
        if (!isJoin && !"/unjoin".equals(request.getPathInfo())) {
            throw RequestFailure.takes("GET", "HEAD");
        }
        JsonNode body = ApiBody.read(request);
        JsonNode actor = body.path("actor");
        Identifier identifier = new Identifier(
                ApiBody.text(actor, "kind", 20),
                actor.path("scope").asString(""),
                ApiBody.text(actor, "value", LONGEST));
        PersonId person = person(ApiBody.text(body, "person", LONGEST));
        People theirs = people.by(Doing.of(request));
        if (isJoin) {
            join(theirs, identifier, person);
        } else if (!theirs.unjoin(identifier, person)) {
            throw conflict("not what this person is known by", "one of their identifiers");
        }
        ApiAnswer.send(response, ApiAnswer.object().put("person", person.toString()));
    }

    private void join(People theirs, Identifier identifier, PersonId person) {
        try {
            theirs.join(identifier, person, clock.instant());
        } catch (People.IdentifiersDisagree disagree) {
            throw conflict("another person's", "nobody's");
        }
    }

    private static RequestFailure conflict(String found, String expected) {
        return new RequestFailure(Reason.CONFLICT, List.of(new Problem("/actor", found, expected, "")));
    }

    private PersonId person(String id) {
        return ApiQuery.findUuid(id)
                .flatMap(people::find)
                .map(Person::id)
                .orElseThrow(() -> ApiBody.wrong(new Problem("/person", "nobody", "a person's id", "")));
    }

    private static ObjectNode written(UnknownActor actor) {
        ObjectNode json = ApiAnswer.object();
        json.set("actor", PeopleJson.written(actor.identifier()));
        json.put("name", actor.name());
        json.put("firstSeen", actor.firstSeen().toString());
        json.put("statements", actor.statements());
        return json;
    }
}
