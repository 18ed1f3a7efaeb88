package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.AbstractOptionallyIdentifiedRequest;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.webapp.session.Doing;

/** Answers what registered applications post, once it is read and it is known who asks (RFC 6749 §2.3 and §3.2). */
abstract class ClientServlet<R extends AbstractOptionallyIdentifiedRequest> extends HttpServlet {
    private final transient Authentication authentication;

    ClientServlet(Clients clients) {
        this.authentication = new Authentication(clients);
    }

    abstract R parse(HTTPRequest request) throws ParseException;

    /** @param doer the application, from where it asks */
    abstract void answer(Client client, R asked, Doer doer, HttpServletResponse response) throws IOException;

    /** Answers what nobody has to be registered for; false for all else. */
    boolean isAnswered(HTTPRequest read, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return false;
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        Wire.allowPost(response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HTTPRequest read = Wire.read(request);
        if (isAnswered(read, request, response)) {
            return;
        }
        R asked;
        try {
            asked = parse(read);
        } catch (ParseException wrong) {
            Wire.send(wrong, OAuth2Error.INVALID_REQUEST, response);
            return;
        }
        Optional<Client> client = authentication.of(asked);
        if (client.isEmpty()) {
            Wire.send(new TokenErrorResponse(OAuth2Error.INVALID_CLIENT), response);
        } else {
            answer(client.get(), asked, Doing.application(request, client.get().id()), response);
        }
    }
}
