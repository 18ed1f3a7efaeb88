package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.laurelbridge.webapp.server.EntityTag;

/** {@code /api/openapi.json}: what can be asked for under {@code /api/v1}, as OpenAPI 3.1. */
public final class OpenApiServlet extends HttpServlet {
    private final transient byte[] document = read();
    private final transient String tag = EntityTag.of(document);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "no-cache");
        if (!EntityTag.isKnown(request, response, tag)) {
            response.setContentType("application/json;charset=utf-8");
            response.getOutputStream().write(document);
        }
    }

    private static byte[] read() {
        try (InputStream in = OpenApiServlet.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file openapi.json");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
