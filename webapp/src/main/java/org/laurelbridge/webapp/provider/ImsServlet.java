package org.laurelbridge.webapp.provider;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.store.DatabaseUnavailable;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An endpoint of the API. Whoever asks shows an access token (RFC 6750); what goes wrong is said in the words of the API's version.
 * Browsers on other sites may ask, since no cookie counts here.
 */
abstract class ImsServlet extends HttpServlet {
    static final String JSON = "application/json";
    private static final Logger LOG = LoggerFactory.getLogger(ImsServlet.class);
    private static final String BEARER = "Bearer ";

    private final Dialect dialect;
    private final transient Door door;
    private final String taken;

    /** @param taken the methods that it takes, with commas */
    ImsServlet(Dialect dialect, Door door, String taken) {
        this.dialect = dialect;
        this.door = door;
        this.taken = taken;
    }

    /** Answers a request of a method that is taken. */
    abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "Link, X-Total-Count, WWW-Authenticate, Retry-After");
        response.setHeader("Cache-Control", "no-store");
        try {
            if (request.getMethod().equals("OPTIONS")) {
                response.setHeader("Access-Control-Allow-Methods", taken);
                response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept");
                response.setHeader("Allow", taken);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else if ((", " + taken + ",").contains(", " + request.getMethod() + ",")) {
                answer(request, response);
            } else {
                response.setHeader("Allow", taken);
                throw new ImsFailure(Trouble.METHOD, "method", "This address takes " + taken + ".");
            }
        } catch (ImsFailure failure) {
            refuse(failure, response);
        } catch (DatabaseUnavailable | RequestFailure failure) {
            refuse(busy(failure), response);
        } catch (RuntimeException failure) {
            refuse(broken(request, failure), response);
        }
    }

    private static ImsFailure busy(RuntimeException failure) {
        boolean isBusy = !(failure instanceof RequestFailure refused) || refused.reason() == Reason.UNAVAILABLE;
        return isBusy
                ? new ImsFailure(Trouble.BUSY, "TargetEndSystem", "Laurel cannot answer now.")
                : new ImsFailure(Trouble.DATA, "TargetEndSystem", String.valueOf(failure.getMessage()));
    }

    private static ImsFailure broken(HttpServletRequest request, RuntimeException failure) {
        UUID number = UUID.randomUUID();
        LOG.atError()
                .addKeyValue("failure", number)
                .addKeyValue("path", request.getServletPath())
                .setCause(failure)
                .log("a request failed");
        return new ImsFailure(
                Trouble.BROKEN, "TargetEndSystem", "Something went wrong here. It was noted as " + number);
    }

    private void refuse(ImsFailure failure, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("half an answer is out", failure);
        }
        response.resetBuffer();
        response.setStatus(dialect.status(failure.trouble()));
        if (failure.trouble() == Trouble.BUSY) {
            response.setHeader("Retry-After", "5");
        }
        send(dialect.say(failure.trouble(), failure.where(), failure.why()), response);
    }

    static void send(ObjectNode document, HttpServletResponse response) throws IOException {
        byte[] body = document.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(JSON);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /**
     * For whom the token of a request stands, when it lets do this (RFC 6750 §2.1 and §3).
     *
     * @throws ImsFailure when it does not, with the challenge set
     */
    final Grants.Bearer bearer(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"laurel\"");
            throw new ImsFailure(Trouble.NO_TOKEN, "Authorization", "Expected an access token as a bearer token.");
        }
        Optional<Grants.Bearer> bearer =
                door.find(header.substring(BEARER.length()).strip());
        if (bearer.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"laurel\", error=\"invalid_token\"");
            throw new ImsFailure(
                    Trouble.BAD_TOKEN, "Authorization", "The access token is none, is over, or was taken back.");
        }
        if (!bearer.get().may(scope)) {
            response.setHeader(
                    "WWW-Authenticate",
                    "Bearer realm=\"laurel\", error=\"insufficient_scope\", scope=\"" + scope.word() + "\"");
            throw new ImsFailure(
                    Trouble.SCOPE, "Authorization", "The access token has not the scope " + scope.word() + ".");
        }
        return bearer.get();
    }
}
