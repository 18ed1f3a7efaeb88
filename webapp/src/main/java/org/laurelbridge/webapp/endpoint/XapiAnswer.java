package org.laurelbridge.webapp.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer of the xAPI endpoint. */
record XapiAnswer(
        int status, Map<String, String> headers, @Nullable JsonNode body) {

    XapiAnswer {
        headers = Map.copyOf(headers);
    }

    static XapiAnswer of(int status, @Nullable JsonNode body) {
        return new XapiAnswer(status, Map.of(), body);
    }

    /** One sentence for whoever reads it, and what can be mended, for programs too. */
    static XapiAnswer refused(int status, String message, List<Problem> problems) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", message);
        ArrayNode told = body.putArray("problems");
        for (Problem problem : problems) {
            told.addObject()
                    .put("place", problem.place())
                    .put("found", problem.found())
                    .put("expected", problem.expected())
                    .put("clause", problem.clause());
        }
        return of(status, body);
    }

    XapiAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new XapiAnswer(status, more, body);
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        if (body == null) {
            return;
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
