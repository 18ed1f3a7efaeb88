package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.xapi.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that was sent. */
final class ApiBody {
    private static final int MOST_BYTES = 4_000_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ApiBody() {}

    static JsonNode read(HttpServletRequest request) throws IOException {
        try {
            return JSON.readTree(bytes(request));
        } catch (JacksonException noJson) {
            throw wrong(new Problem("the body", "no JSON: " + noJson.getOriginalMessage(), "JSON", "RFC 8259"));
        }
    }

    /** What was sent, not read yet. */
    static String text(HttpServletRequest request) throws IOException {
        return new String(bytes(request), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new RequestFailure(Reason.TOO_LARGE);
        }
        return body;
    }

    /** A text member that must be there. */
    static String text(JsonNode body, String name, int longest) {
        JsonNode value = body.path(name);
        if (!value.isString() || value.asString().isBlank()) {
            throw wrong(new Problem("/" + name, value.isMissingNode() ? "nothing" : "no text", "text", ""));
        }
        if (value.asString().length() > longest) {
            throw wrong(new Problem("/" + name, value.asString().length() + " characters", "at most " + longest, ""));
        }
        return value.asString();
    }

    static RequestFailure wrong(Problem problem) {
        return new RequestFailure(Reason.BAD_INPUT, List.of(problem));
    }
}
