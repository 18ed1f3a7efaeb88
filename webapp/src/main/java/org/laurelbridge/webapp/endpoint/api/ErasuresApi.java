package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.bridge.subject.Erasure;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/v1/erasures}: people to be erased, and the reports of it. An erasure and not the end of a person under
 * {@code /api/v1/people}: it takes a while, and its report stays when nothing is left of the person.
 */
public final class ErasuresApi extends HttpServlet {
    private static final int MOST = 500;

    private final transient Erasing erasing;

    public ErasuresApi(Erasing erasing) {
        this.erasing = erasing;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            List<Erasure> found = erasing.list(MOST);
            ApiAnswer.send(response, ApiAnswer.page("erasures", found, ErasuresApi::written, null));
            return;
        }
        Erasure one = ApiQuery.findUuid(path.substring(1))
                .flatMap(erasing::find)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        ApiAnswer.send(response, written(one));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            throw RequestFailure.takes("GET", "HEAD");
        }
        String person = ApiBody.read(request).path("person").asString("");
        Optional<Erasure> begun =
                ApiQuery.findUuid(person).map(PersonId::new).flatMap(erasing.by(Doing.of(request))::begin);
        if (begun.isEmpty()) {
            throw new RequestFailure(Reason.BAD_INPUT, List.of(new Problem("/person", "nobody", "a person's id", "")));
        }
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        ApiAnswer.send(response, written(begun.get()));
    }

    private static ObjectNode written(Erasure erasure) {
        ObjectNode json = ApiAnswer.object();
        json.put("id", erasure.id().toString());
        json.put("askedAt", erasure.askedAt().toString());
        json.put("percent", erasure.percent());
        json.put("doneAt", erasure.doneAt() == null ? null : erasure.doneAt().toString());
        put(json.putObject("erased"), erasure.report().erased());
        put(json.putObject("blanked"), erasure.report().blanked());
        put(json.putObject("elsewhere"), erasure.report().elsewhere());
        return json;
    }

    private static void put(ObjectNode json, Map<String, Long> counts) {
        counts.forEach(json::put);
    }
}
