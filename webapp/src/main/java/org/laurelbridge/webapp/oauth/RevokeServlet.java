package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.bridge.grant.Grants;

/** {@code /oauth/revoke}: an application gives a token back (RFC 7009; Open Badges 3.0 §7.3, Open Badges 2.1 § Revocation by Consumer). */
public final class RevokeServlet extends HttpServlet {
    private final transient Authentication authentication;
    private final transient Grants grants;
    private final transient InstantSource clock;

    public RevokeServlet(Clients clients, Grants grants, InstantSource clock) {
        this.authentication = new Authentication(clients);
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        Wire.allowPost(response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TokenRevocationRequest asked;
        try {
            asked = TokenRevocationRequest.parse(Wire.read(request));
        } catch (ParseException wrong) {
            Wire.send(wrong, OAuth2Error.INVALID_REQUEST, response);
            return;
        }
        Optional<Client> client = authentication.of(asked);
        if (client.isEmpty()) {
            Wire.send(new TokenErrorResponse(OAuth2Error.INVALID_CLIENT), response);
            return;
        }
        // what is no token is as good as ended (RFC 7009 §2.2)
        grants.end(client.get().id(), asked.getToken().getValue(), clock.instant());
        Wire.send(new HTTPResponse(HTTPResponse.SC_OK), response);
    }
}
