package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.laurelbridge.webapp.server.EntityTag;

/** Sends documents that anyone may read from anywhere: validators run in browsers, on other sites. */
final class PublicAnswer {
    static final String JSON = "application/json;charset=utf-8";
    static final String SVG = "image/svg+xml";
    static final String PNG = "image/png";

    private PublicAnswer() {}

    /** @param cached as the Cache-Control header has it */
    static void send(
            HttpServletRequest request, HttpServletResponse response, String type, String cached, String document)
            throws IOException {
        send(request, response, type, cached, document.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for any file. */
    static void send(HttpServletRequest request, HttpServletResponse response, String type, String cached, byte[] body)
            throws IOException {
        open(response, cached);
        if (EntityTag.isKnown(request, response, EntityTag.of(body))) {
            return;
        }
        write(response, type, body);
    }

    /** A credential, as the type that is asked for. */
    static void sendCredential(
            HttpServletRequest request, HttpServletResponse response, String cached, String credential)
            throws IOException {
        send(request, response, Accepted.of(request, response).credential(), cached, credential);
    }

    /** 410 with a document that says so (Open Badges 2.0, hosted verification). */
    static void gone(HttpServletResponse response, String document) throws IOException {
        open(response, "no-cache");
        response.setStatus(HttpServletResponse.SC_GONE);
        write(response, JSON, document.getBytes(StandardCharsets.UTF_8));
    }

    private static void open(HttpServletResponse response, String cached) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Cache-Control", cached);
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Whether a program asks: it names a JSON type and no page. */
    static boolean isForProgram(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", "Accept");
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }
}
