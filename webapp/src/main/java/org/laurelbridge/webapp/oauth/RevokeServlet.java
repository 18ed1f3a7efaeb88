package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.bridge.grant.Grants;

/** {@code /oauth/revoke}: an application gives a token back (RFC 7009; Open Badges 3.0 §7.3, Open Badges 2.1 § Revocation by Consumer). */
public final class RevokeServlet extends ClientServlet<TokenRevocationRequest> {
    private final transient Grants grants;
    private final transient InstantSource clock;

    public RevokeServlet(Clients clients, Grants grants, InstantSource clock) {
        super(clients);
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    TokenRevocationRequest parse(HTTPRequest request) throws ParseException {
        return TokenRevocationRequest.parse(request);
    }

    @Override
    void answer(Client client, TokenRevocationRequest asked, Doer doer, HttpServletResponse response)
            throws IOException {
        // what is no token is as good as ended (RFC 7009 §2.2)
        grants.by(doer).end(client.id(), asked.getToken().getValue(), clock.instant());
        Wire.send(new HTTPResponse(HTTPResponse.SC_OK), response);
    }
}
