package org.laurelbridge.webapp.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.laurelbridge.xapi.XapiVersion;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /xapi/about}: which versions are spoken here (1.0.3 Communication 2.8); asks for neither credentials nor version. */
public final class AboutServlet extends HttpServlet {
    private static final List<String> VERSIONS = List.of("1.0.0", "1.0.1", "1.0.2", "1.0.3", "2.0.0");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getHeader(XapiRequest.VERSION);
        XapiVersion version = XapiVersion.negotiate(asked == null ? "" : asked).orElse(XapiVersion.V1_0);
        response.setHeader(XapiRequest.VERSION, version.header());
        answer(request).write(response);
    }

    private static XapiAnswer answer(HttpServletRequest request) {
        try {
            XapiRequest xapi = XapiRequest.of(request, 10_000);
            if (!xapi.method().equals("GET") && !xapi.method().equals("HEAD")) {
                throw XapiRefusal.wrongMethod("GET, HEAD");
            }
            StatementQuery.refuseUnknown(xapi.parameters(), List.of());
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode versions = body.putArray("version");
            VERSIONS.forEach(versions::add);
            return XapiAnswer.of(200, body);
        } catch (XapiRefusal refusal) {
            return refusal.answer();
        }
    }
}
