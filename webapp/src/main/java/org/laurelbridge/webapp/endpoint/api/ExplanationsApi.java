package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** {@code /api/v1/explanations?person=…&badge=…}: why somebody has a badge, or has it not yet, in the language of Accept-Language. */
public final class ExplanationsApi extends HttpServlet {
    private final transient People people;
    private final transient Explanations explanations;

    public ExplanationsApi(People people, Explanations explanations) {
        this.people = people;
        this.explanations = explanations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiQuery query = new ApiQuery(request, "person", "badge");
        query.required("person");
        UUID id = query.uuid("person");
        String badge = query.required("badge");
        query.check();
        Person person =
                Optional.ofNullable(id).flatMap(people::find).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        Explanations.Answer answer = explanations
                .explain(person.id(), badge, request.getLocale())
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        response.addHeader("Vary", "Accept-Language");
        ApiAnswer.send(response, answer.json());
    }
}
