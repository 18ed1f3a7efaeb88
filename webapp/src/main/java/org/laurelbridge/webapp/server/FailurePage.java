package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A failure for people (HTML) or for programs (JSON), by what the request accepts. */
public final class FailurePage {
    private final JsonMapper json = JsonMapper.shared();
    private final Pages pages;

    FailurePage(Pages pages) {
        this.pages = pages;
    }

    void render(HttpServletRequest request, HttpServletResponse response, RequestFailure failure, @Nullable UUID number)
            throws IOException {
        response.resetBuffer();
        response.setStatus(failure.reason().status());
        response.setHeader("Cache-Control", "no-store");
        if (failure.reason() == Reason.NO_TOKEN) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"laurel\"");
        }
        if (failure.reason() == Reason.UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        if (wantsPage(request)) {
            pages.show(response, "failure.jte", new FailureView(failure, number));
        } else {
            response.setContentType("application/json;charset=utf-8");
            response.getWriter().write(json.writeValueAsString(toJson(failure, number)));
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    private ObjectNode toJson(RequestFailure failure, @Nullable UUID number) {
        ObjectNode answer =
                json.createObjectNode().put("message", failure.reason().sentence());
        if (number != null) {
            answer.put("failure", number.toString());
        }
        ArrayNode problems = answer.putArray("problems");
        for (Problem problem : failure.problems()) {
            problems.addObject()
                    .put("place", problem.place())
                    .put("found", problem.found())
                    .put("expected", problem.expected())
                    .put("clause", problem.clause());
        }
        return answer;
    }

    /** What the page of a failure shows. */
    public record FailureView(
            RequestFailure failure, @Nullable UUID number) {}
}
