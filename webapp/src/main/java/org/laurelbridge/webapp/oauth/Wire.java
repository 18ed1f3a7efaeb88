package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ErrorResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.JakartaServletUtils;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** Requests and answers between the servlet's world and the library's. Programs in browsers, on other sites, may ask. */
final class Wire {
    private static final int MOST_FORM = 16_384;

    private Wire() {}

    /** A form that was posted. */
    static HTTPRequest read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_FORM) {
            throw new RequestFailure(Reason.TOO_LARGE);
        }
        return JakartaServletUtils.createHTTPRequest(request, MOST_FORM);
    }

    /** Sends an answer that nobody may keep (RFC 6749 §5.1). */
    static void send(HTTPResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode());
        for (Map.Entry<String, List<String>> header : answer.getHeaderMap().entrySet()) {
            header.getValue().forEach(value -> response.setHeader(header.getKey(), value));
        }
        if (answer.getStatusCode() == HttpServletResponse.SC_UNAUTHORIZED) {
            // which a client that showed a secret must get (RFC 6749 §5.2)
            response.setHeader("WWW-Authenticate", "Basic realm=\"laurel\"");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Access-Control-Allow-Origin", "*");
        String body = answer.getBody();
        if (body != null) {
            response.getWriter().write(body);
        }
    }

    /** Tells a browser that programs on other sites may post here, as they ask beforehand (Fetch § CORS-preflight request). */
    static void allowPost(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Allow-Methods", "POST, OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept");
        response.setHeader("Allow", "POST, OPTIONS");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    static void send(ErrorResponse error, HttpServletResponse response) throws IOException {
        send(error.toHTTPResponse(), response);
    }

    /** What is wrong with a request that could not be read (RFC 6749 §5.2). */
    static void send(ParseException wrong, ErrorObject otherwise, HttpServletResponse response) throws IOException {
        ErrorObject error = wrong.getErrorObject();
        send(new TokenErrorResponse(error == null ? otherwise : error), response);
    }
}
