package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Showing;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/sharing}: what a learner lets others see of an award. */
public final class SharingApi extends HttpServlet {
    private static final List<String> SWITCHES = List.of("public", "evidence", "score", "plain", "hosted");

    private final transient Awards awards;
    private final transient Sharing.Choices choices;
    private final transient InstantSource clock;

    public SharingApi(Awards awards, Sharing.Choices choices, InstantSource clock) {
        this.awards = awards;
        this.choices = choices;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiAnswer.send(response, written(award(request)));
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Award award = award(request);
        JsonNode body = ApiBody.read(request);
        check(body);
        Sharing sharing = new Sharing(is(body, "evidence"), is(body, "score"), is(body, "plain"), is(body, "hosted"));
        boolean isPublic = is(body, "public");
        if (isPublic != award.isPublic() && !new Showing(awards.by(Doing.of(request)), clock).show(award, isPublic)) {
            throw new RequestFailure(Reason.CONFLICT);
        }
        choices.by(Doing.of(request)).choose(award.id(), sharing, clock.instant());
        ApiAnswer.send(response, written(award(request)));
    }

    private static void check(JsonNode body) {
        List<Problem> problems = new ArrayList<>();
        for (String name : SWITCHES) {
            JsonNode value = body.path(name);
            if (!value.isBoolean()) {
                problems.add(new Problem(
                        "/" + name, value.isMissingNode() ? "nothing" : value.toString(), "true or false", ""));
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestFailure(Reason.BAD_INPUT, problems);
        }
    }

    private static boolean is(JsonNode body, String name) {
        return body.path(name).asBoolean();
    }

    private Award award(HttpServletRequest request) {
        String path = request.getPathInfo();
        return ApiQuery.findUuid(path == null ? "" : path.substring(1))
                .flatMap(awards::find)
                .filter(award -> award.status().isGiven())
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private ObjectNode written(Award award) {
        Sharing sharing = choices.find(award.id());
        return ApiAnswer.object()
                .put("award", award.id().toString())
                .put("public", award.isPublic())
                .put("evidence", sharing.evidence())
                .put("score", sharing.score())
                .put("plain", sharing.plain())
                .put("hosted", sharing.hosted());
    }
}
