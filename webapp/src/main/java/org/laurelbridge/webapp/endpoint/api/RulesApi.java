package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Planner.Applied;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/rules}: the documents in force, and what others would do: how they differ, dry runs, applying them. */
public final class RulesApi extends HttpServlet {
    private final transient RuleBook rules;
    private final transient Planner planner;

    public RulesApi(RuleBook rules, Planner planner) {
        this.rules = rules;
        this.planner = planner;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            throw RequestFailure.takes("POST");
        }
        ApiAnswer.send(response, ApiAnswer.page("documents", rules.export(), PlanJson::written, null));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        switch (path) {
            case "/diff" -> ApiAnswer.send(response, diff(request));
            case "/plan" -> ApiAnswer.send(response, plan(request));
            case "/forecast" -> ApiAnswer.send(response, forecast(request));
            case "/apply" -> apply(request, response);
            case "" -> throw RequestFailure.takes("GET", "HEAD");
            default -> throw new RequestFailure(Reason.NOT_FOUND);
        }
    }

    private ObjectNode diff(HttpServletRequest request) throws IOException {
        new ApiQuery(request).check();
        List<RuleText> texts = RuleJson.read(request);
        return ApiAnswer.page("changes", RuleJson.told(() -> planner.diff(texts)), PlanJson::written, null);
    }

    private ObjectNode plan(HttpServletRequest request) throws IOException {
        ApiQuery query = new ApiQuery(request, "limit", "after");
        Page page = page(query);
        query.check();
        List<RuleText> texts = RuleJson.read(request);
        Planner.Foreseen foreseen = RuleJson.told(() -> planner.foresee(texts, page, Progress.NONE));
        ObjectNode json = ApiAnswer.object();
        ArrayNode changes = json.putArray("changes");
        foreseen.changes().forEach(change -> changes.add(PlanJson.written(change)));
        ArrayNode forecasts = json.putArray("badges");
        foreseen.forecasts().forEach(forecast -> {
            ArrayNode effects =
                    forecasts.addObject().setAll(PlanJson.written(forecast)).putArray("effects");
            forecast.effects().stream()
                    .filter(effect -> page.begins(effect.person()))
                    .limit(page.limit())
                    .forEach(effect -> effects.add(PlanJson.written(effect)));
        });
        return json;
    }

    private ObjectNode forecast(HttpServletRequest request) throws IOException {
        ApiQuery query = new ApiQuery(request, "badge", "limit", "after");
        String badge = query.required("badge");
        Page page = page(query);
        query.check();
        List<RuleText> texts = request.getContentLength() == 0 ? rules.export() : RuleJson.read(request);
        return RuleJson.told(() -> planner.forecast(texts, badge, page, Progress.NONE))
                .map(PlanJson::written)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private void apply(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiQuery query = new ApiQuery(request, "accept");
        Boolean accept = query.parsed("accept", text -> text.equals("true") ? Boolean.TRUE : null, "true, or nothing");
        query.check();
        List<RuleText> texts = RuleJson.read(request);
        Applied applied =
                RuleJson.told(() -> planner.by(Doing.of(request)).apply(texts, accept != null, Progress.NONE));
        if (applied instanceof Applied.Waiting waiting) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            ObjectNode json = ApiAnswer.object().put("state", "waiting");
            json.set("plan", PlanJson.written(waiting.plan(), true));
            ApiAnswer.send(response, json);
        } else {
            ApiAnswer.send(response, RuleJson.written(((Applied.InForce) applied).changed()));
        }
    }

    private static Page page(ApiQuery query) {
        UUID after = query.uuid("after");
        return new Page(after == null ? null : new PersonId(after), query.limit());
    }
}
