package org.laurelbridge.webapp.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.laurelbridge.rule.RuleSchema;
import org.laurelbridge.webapp.server.EntityTag;

/** {@code /schemas/brl-1.json}: the rule language as a JSON Schema, which editors fetch from wherever they run. */
final class SchemaServlet extends HttpServlet {
    private final transient byte[] schema = RuleSchema.text().getBytes(StandardCharsets.UTF_8);
    private final transient String tag = EntityTag.of(schema);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "public, max-age=3600");
        if (!EntityTag.isKnown(request, response, tag)) {
            response.setContentType("application/schema+json");
            response.setContentLength(schema.length);
            response.getOutputStream().write(schema);
        }
    }
}
