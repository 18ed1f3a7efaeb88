package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers. */
final class ApiAnswer {
    private ApiAnswer() {}

    static void send(HttpServletResponse response, JsonNode body) throws IOException {
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(body.toString());
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A page of things under their name, and where the next page begins: null on the last. */
    static <T> ObjectNode page(
            String name, Collection<T> things, Function<T, ObjectNode> written, @Nullable Object after) {
        ObjectNode page = object();
        ArrayNode array = page.putArray(name);
        things.forEach(thing -> array.add(written.apply(thing)));
        page.put("after", after == null ? null : after.toString());
        return page;
    }
}
