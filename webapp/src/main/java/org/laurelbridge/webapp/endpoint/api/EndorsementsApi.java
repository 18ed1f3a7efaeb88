package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.laurelbridge.bridge.issue.Endorsables;
import org.laurelbridge.bridge.issue.KeptEndorsements;
import org.laurelbridge.bridge.issue.ob3.Endorsing;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/endorsements}: what others say for a badge or for the issuer. */
public final class EndorsementsApi extends HttpServlet {
    private static final JsonMapper JSON = new JsonMapper();

    private final transient Endorsables endorsables;
    private final transient Endorsing endorsing;
    private final transient KeptEndorsements kept;

    public EndorsementsApi(Endorsables endorsables, Endorsing endorsing, KeptEndorsements kept) {
        this.endorsables = endorsables;
        this.endorsing = endorsing;
        this.kept = kept;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiQuery query = new ApiQuery(request, "about");
        String about = about(query);
        query.check();
        ApiAnswer.send(response, listed(about));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiQuery query = new ApiQuery(request, "about");
        String about = about(query);
        query.check();
        // as it was signed: what is parsed and written again may read otherwise
        List<Problem> problems = endorsing.by(Doing.of(request)).add(about, ApiBody.text(request));
        if (!problems.isEmpty()) {
            throw new RequestFailure(Reason.BAD_INPUT, problems);
        }
        response.setStatus(HttpServletResponse.SC_CREATED);
        ApiAnswer.send(response, listed(about));
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        ApiQuery query = new ApiQuery(request, "about", "id");
        String about = about(query);
        String id = query.required("id");
        query.check();
        if (!kept.by(Doing.of(request)).remove(about, id)) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private String about(ApiQuery query) {
        query.required("about");
        String id = query.parsed("about", name -> endorsables.find(name).orElse(null), Endorsables.NAMES);
        return id == null ? "" : id;
    }

    private ObjectNode listed(String about) {
        ObjectNode body = ApiAnswer.object().put("about", about);
        ArrayNode array = body.putArray("endorsements");
        kept.list(about).forEach(document -> array.add(JSON.readTree(document)));
        return body;
    }
}
