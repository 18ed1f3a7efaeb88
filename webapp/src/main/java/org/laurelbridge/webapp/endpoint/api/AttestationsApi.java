package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.award.SayingEntry;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/attestations}: what people and systems say of a person. Saying the same again changes nothing. */
public final class AttestationsApi extends HttpServlet {
    private final transient People people;
    private final transient Attesting attesting;
    private final transient RuleBook rules;

    public AttestationsApi(People people, Attesting attesting, RuleBook rules) {
        this.people = people;
        this.attesting = attesting;
        this.rules = rules;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        PersonId person = new ApiQuery(request, "person").person(people);
        ApiAnswer.send(
                response, ApiAnswer.page("attestations", attesting.list(person), said -> written(person, said), null));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            throw RequestFailure.takes("DELETE");
        }
        JsonNode body = ApiBody.read(request);
        List<Problem> problems = new ArrayList<>();
        Optional<PersonId> person = person(body);
        if (person.isEmpty()) {
            String found = body.hasNonNull("person") ? "nobody who is known" : "nothing";
            problems.add(new Problem("/person", found, "the id of a person", ""));
        }
        SayingEntry entry = new SayingEntry(fields(body, problems));
        problems.addAll(entry.problems("", badge -> rules.current().find(badge).isPresent()));
        if (!problems.isEmpty()) {
            throw new RequestFailure(Reason.BAD_INPUT, problems);
        }
        say(person.orElseThrow(), entry.saying(), Doing.of(request), response);
    }

    private void say(PersonId person, Attesting.Saying saying, Doer doer, HttpServletResponse response)
            throws IOException {
        List<UUID> known = attesting.list(person).stream().map(Attestation::id).toList();
        Attestation said = attesting.by(doer).say(person, saying);
        response.setStatus(known.contains(said.id()) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_CREATED);
        ApiAnswer.send(response, written(person, said));
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getPathInfo();
        if (path == null) {
            throw RequestFailure.takes("GET", "HEAD", "POST");
        }
        PersonId person = new ApiQuery(request, "person").person(people);
        boolean takenBack = ApiQuery.findUuid(path.substring(1))
                .filter(id -> attesting.by(Doing.of(request)).takeBack(person, id))
                .isPresent();
        if (!takenBack) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private Optional<PersonId> person(JsonNode body) {
        return ApiQuery.findUuid(body.path("person").asString(""))
                .flatMap(people::find)
                .map(Person::id);
    }

    /** Every member but the person, which must be text; null counts as absent. */
    private static Map<String, String> fields(JsonNode body, List<Problem> problems) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            JsonNode value = member.getValue();
            if (value.isString()) {
                fields.put(member.getKey(), value.asString());
            } else if (!value.isNull()) {
                problems.add(new Problem("/" + member.getKey(), "no text", "text", ""));
            }
        }
        fields.remove("person");
        return fields;
    }

    private static ObjectNode written(PersonId person, Attestation said) {
        Instant until = said.until();
        return ApiAnswer.object()
                .put("id", said.id().toString())
                .put("person", person.toString())
                .put("topic", said.topic().word())
                .put("subject", said.subject())
                .put("value", said.value())
                .put("detail", said.detail())
                .put("by", said.by())
                .put("from", said.from().toString())
                .put("until", until == null ? null : until.toString());
    }
}
