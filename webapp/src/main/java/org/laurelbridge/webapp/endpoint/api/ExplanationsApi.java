package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** {@code /api/v1/explanations?person=…&badge=…}: why somebody has a badge, or has it not yet, in the first language of
 * Accept-Language, or in English. */
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
        String badge = query.required("badge");
        PersonId person = query.person(people);
        // without the header the servlet answers with the language of this machine
        Locale language = request.getHeader("Accept-Language") == null ? Locale.ENGLISH : request.getLocale();
        Explanations.Answer answer =
                explanations.explain(person, badge, language).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        response.addHeader("Vary", "Accept-Language");
        ApiAnswer.send(response, answer.json());
    }
}
