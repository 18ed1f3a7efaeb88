package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Planner.Applied;
import org.laurelbridge.bridge.award.plan.Plans;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/plans}: plans, what each would do to awards, and a person's word on it. */
public final class PlansApi extends HttpServlet {
    private static final Pattern PATH = Pattern.compile("/([0-9]{1,18})(?:/(effects|accept|drop))?");

    private final transient Plans plans;
    private final transient Planner planner;

    public PlansApi(Plans plans, Planner planner) {
        this.plans = plans;
        this.planner = planner;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            ApiQuery query = new ApiQuery(request, "limit");
            int limit = query.limit();
            query.check();
            ApiAnswer.send(response, ApiAnswer.page("plans", plans.list(limit), this::written, null));
            return;
        }
        Matcher path = path(request);
        String part = path.group(2);
        if (part == null) {
            ApiAnswer.send(response, written(plan(path)));
        } else if (part.equals("effects")) {
            ApiAnswer.send(response, effects(request, plan(path)));
        } else {
            throw RequestFailure.takes("POST");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = path(request);
        String part = path.group(2) == null ? "" : path.group(2);
        switch (part) {
            case "accept" -> {
                Plan plan = plan(path);
                Applied applied =
                        RuleJson.told(() -> planner.by(Doing.of(request)).accept(plan));
                ApiAnswer.send(response, RuleJson.written(((Applied.InForce) applied).changed()));
            }
            case "drop" -> {
                if (!planner.by(Doing.of(request)).drop(plan(path).id())) {
                    throw new RequestFailure(Reason.CONFLICT);
                }
                ApiAnswer.send(response, written(plan(path)));
            }
            default -> throw RequestFailure.takes("GET", "HEAD");
        }
    }

    private ObjectNode effects(HttpServletRequest request, Plan plan) {
        ApiQuery query = new ApiQuery(request, "limit", "after");
        Long after = query.parsed("after", PlansApi::number, "a number");
        int limit = query.limit();
        query.check();
        long skipped = after == null ? 0 : after;
        List<Effect> found = plans.listEffects(plan.id(), skipped, limit);
        return ApiAnswer.page("effects", found, PlanJson::written, found.size() < limit ? null : skipped + limit);
    }

    private static @Nullable Long number(String text) {
        return text.matches("[0-9]{1,9}") ? Long.valueOf(text) : null;
    }

    private ObjectNode written(Plan plan) {
        return PlanJson.written(plan, planner.isCurrent(plan));
    }

    private static Matcher path(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        return path;
    }

    private Plan plan(Matcher path) {
        return plans.find(Long.parseLong(path.group(1))).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }
}
