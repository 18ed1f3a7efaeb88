package org.laurelbridge.webapp.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.laurelbridge.bridge.backpack.Backpack;
import org.laurelbridge.bridge.backpack.Receiving;
import org.laurelbridge.bridge.backpack.Standard;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.verify.key.Jws;
import org.laurelbridge.webapp.oauth.OAuthPlaces;
import org.laurelbridge.webapp.session.Doing;

/** {@code /ims/ob/v3p0/credentials}: getCredentials and upsertCredential (Open Badges 3.0 §6.2.2). */
public final class CredentialsServlet extends ImsServlet {
    private final transient Shelf shelf;
    private final transient Takings takings;
    private final transient URI here;

    public CredentialsServlet(Door door, Shelf shelf, Takings takings, OAuthPlaces places) {
        super(Dialect.OB3, door, "GET, HEAD, POST, OPTIONS");
        this.shelf = shelf;
        this.takings = takings;
        this.here = URI.create(places.ob3() + "/credentials");
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST")) {
            take(request, response);
            return;
        }
        Grants.Bearer bearer = bearer(Scope.CREDENTIALS_READ, request, response);
        PageAsked asked = PageAsked.of(request);
        Backpack.Page page = shelf.list(bearer, Standard.OB3, asked);
        asked.tell(here, page.entries().size(), page.total(), response);
        new ListAnswer(shelf, Standard.OB3, "credential", "compactJwsString")
                .write("{", bearer, page.entries(), response);
    }

    private void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Grants.Bearer bearer = bearer(Scope.CREDENTIALS_WRITE, request, response);
        Body body = Body.read(request, Receiving.MOST_BYTES);
        check(body);
        boolean isNew = takings.by(Doing.application(request, bearer.client())).take(bearer, Standard.OB3, body.text());
        byte[] same = body.text().getBytes(StandardCharsets.UTF_8);
        response.setStatus(isNew ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK);
        response.setContentType(body.type());
        response.setContentLength(same.length);
        response.getOutputStream().write(same);
    }

    private static void check(Body body) {
        if (!body.isJson() && !body.isToken()) {
            throw new ImsFailure(
                    Trouble.TYPE, "Content-Type", "Expected application/json, application/vc+ld+json or text/plain.");
        }
        if (body.isJson()) {
            body.object();
        } else if (!Jws.looksLike(body.text().strip())) {
            throw new ImsFailure(Trouble.DATA, "body", "Expected a compact JWS.");
        }
    }
}
