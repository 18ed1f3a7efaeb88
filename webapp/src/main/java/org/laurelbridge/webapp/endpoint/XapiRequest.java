package org.laurelbridge.webapp.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.push.Content;
import org.laurelbridge.xapi.XapiVersion;

/**
 * A request of the xAPI, whether it came plainly or in the alternate syntax: a POST with {@code ?method=}, and headers, parameters
 * and content as fields of a form (1.0.3 Communication 1.3).
 */
final class XapiRequest {
    static final String VERSION = XapiVersion.HEADER;
    private static final String ALTERNATE = "1.0.3 Communication 1.3";
    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "x-experience-api-version",
            "content-type",
            "content-length",
            "if-match",
            "if-none-match",
            "accept",
            "accept-language");

    private final HttpServletRequest plain;
    private final Body body;
    private final String method;
    private final Map<String, String> parameters;
    private final @Nullable Map<String, byte[]> form;

    private XapiRequest(
            HttpServletRequest plain,
            Body body,
            String method,
            Map<String, String> parameters,
            @Nullable Map<String, byte[]> form) {
        this.plain = plain;
        this.body = body;
        this.method = method;
        this.parameters = parameters;
        this.form = form;
    }

    /** @param mostBytes that its body may have */
    static XapiRequest of(HttpServletRequest plain, long mostBytes) {
        String query = plain.getQueryString() == null ? "" : plain.getQueryString();
        Map<String, String> parameters = new LinkedHashMap<>();
        FormText.read(query.getBytes(StandardCharsets.ISO_8859_1), "query")
                .forEach((name, value) -> parameters.put(name, text(value)));
        Body body = new Body(plain, mostBytes);
        String method = parameters.get("method");
        return method != null && plain.getMethod().equals("POST")
                ? alternate(plain, body, method, parameters)
                : new XapiRequest(plain, body, plain.getMethod(), parameters, null);
    }

    private static XapiRequest alternate(
            HttpServletRequest plain, Body body, String method, Map<String, String> query) {
        if (query.size() > 1) {
            throw XapiRefusal.bad(
                    "query", "more than method", "method alone; all else as fields of the form", ALTERNATE);
        }
        Map<String, byte[]> form = FormText.read(body.read(), "form");
        Map<String, String> parameters = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (!name.equals("content") && !HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                parameters.put(name, text(value));
            }
        });
        XapiRequest request = new XapiRequest(plain, body, method, parameters, form);
        String version = request.header(VERSION);
        if (version != null && version.startsWith("2.")) {
            throw XapiRefusal.bad("query", "the alternate request syntax", "a plain request under 2.0", "2.0 §4.1.2.1");
        }
        return request;
    }

    String method() {
        return method;
    }

    /** As sent, names too. */
    Map<String, String> parameters() {
        return parameters;
    }

    @Nullable
    String header(String name) {
        if (form != null) {
            for (Map.Entry<String, byte[]> field : form.entrySet()) {
                if (field.getKey().equalsIgnoreCase(name)) {
                    return text(field.getValue());
                }
            }
        }
        // of the form, the plain request's own type tells nothing about the content
        return form != null && name.equals("Content-Type") ? null : plain.getHeader(name);
    }

    Content content() {
        String type = header("Content-Type");
        if (form == null) {
            return new Content(type == null ? "" : type, body.read());
        }
        byte[] content = form.get("content");
        return new Content(type == null ? "application/json" : type, content == null ? new byte[0] : content);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** The plain request's body, read once and when it is wanted, never further than it may be long. */
    private static final class Body {
        private final HttpServletRequest request;
        private final long mostBytes;
        private byte @Nullable [] bytes;

        Body(HttpServletRequest request, long mostBytes) {
            this.request = request;
            this.mostBytes = mostBytes;
        }

        byte[] read() {
            byte[] read = bytes == null ? fromTheWire() : bytes;
            bytes = read;
            return read;
        }

        private byte[] fromTheWire() {
            String coding = request.getHeader("Content-Encoding");
            if (coding != null && !coding.equalsIgnoreCase("identity")) {
                throw XapiRefusal.of(415, "Content-Encoding is not understood here: send the body as it is.");
            }
            if (request.getContentLengthLong() > mostBytes) {
                throw tooLarge();
            }
            try (InputStream bytes = request.getInputStream()) {
                byte[] read = bytes.readNBytes((int) Math.min(mostBytes + 1, Integer.MAX_VALUE - 8));
                if (read.length > mostBytes) {
                    throw tooLarge();
                }
                return read;
            } catch (IOException broken) {
                throw XapiRefusal.bad(
                        "body", "an end before all of it had come", "as many bytes as announced", "RFC 9112 8");
            }
        }

        private XapiRefusal tooLarge() {
            long length = request.getContentLengthLong();
            return XapiRefusal.tooLarge(length < 0 ? "more bytes" : length + " bytes", mostBytes + " bytes");
        }
    }
}
