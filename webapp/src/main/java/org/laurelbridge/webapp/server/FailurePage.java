package org.laurelbridge.webapp.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.session.Bar;
import org.laurelbridge.webapp.words.Words;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A failure for people (HTML) or for programs (JSON), by what the request accepts; whoever noticed it sends the answer. */
public final class FailurePage {
    private final JsonMapper json = JsonMapper.shared();
    private final Pages pages;

    FailurePage(Pages pages) {
        this.pages = pages;
    }

    /** What is sent. */
    record Answer(int status, Map<String, String> headers, String text) {
        byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * The answer to a failed request.
     *
     * @param accept its header; null when it has none or could not be read
     * @param words of who reads it
     * @param bar of who is signed in; null for nobody
     * @param number under which the log tells more; null when nothing was logged
     */
    Answer answer(
            @Nullable String accept, Words words, @Nullable Bar bar, RequestFailure failure, @Nullable UUID number) {
        boolean isPage = accept != null && accept.contains("text/html");
        String body = isPage
                ? pages.render("failure.jte", new FailureView(failure, number), words, bar)
                : json.writeValueAsString(toJson(failure, number));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Type", isPage ? Pages.TYPE : "application/json;charset=utf-8");
        if (isPage) {
            headers.put("Content-Language", words.tag());
        }
        if (!failure.taken().isEmpty()) {
            headers.put("Allow", String.join(", ", failure.taken()));
        }
        if (failure.reason() == Reason.NO_TOKEN) {
            headers.put("WWW-Authenticate", "Bearer realm=\"laurel\"");
        }
        if (failure.reason() == Reason.UNAVAILABLE) {
            headers.put("Retry-After", "5");
        }
        Duration wait = failure.waitingTime();
        if (wait != null) {
            headers.put("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
        }
        return new Answer(failure.reason().status(), headers, body);
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
