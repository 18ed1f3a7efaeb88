package org.laurelbridge.webapp.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.laurelbridge.bridge.backpack.Backpack;
import org.laurelbridge.bridge.backpack.Receiving;
import org.laurelbridge.bridge.backpack.Standard;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.webapp.oauth.OAuthPlaces;
import org.laurelbridge.webapp.session.Doing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /ims/ob/v2p1/assertions} (Open Badges 2.1 § Assertions). */
public final class AssertionsServlet extends ImsServlet {
    private final transient Shelf shelf;
    private final transient Takings takings;
    private final transient URI here;

    public AssertionsServlet(Door door, Shelf shelf, Takings takings, OAuthPlaces places) {
        super(Dialect.OB2, door, "GET, HEAD, POST, OPTIONS");
        this.shelf = shelf;
        this.takings = takings;
        this.here = URI.create(places.ob2() + "/assertions");
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST")) {
            take(request, response);
            return;
        }
        Grants.Bearer bearer = bearer(Scope.ASSERTIONS_READ, request, response);
        PageAsked asked = PageAsked.of(request);
        Backpack.Page page = shelf.list(bearer, Standard.OB2, asked);
        asked.tell(here, page.entries().size(), page.total(), response);
        String status = Dialect.good().toString();
        new ListAnswer(shelf, Standard.OB2, "assertions", "signedAssertions")
                .write(status.substring(0, status.length() - 1) + ",", bearer, page.entries(), response);
    }

    private void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Grants.Bearer bearer = bearer(Scope.ASSERTIONS_WRITE, request, response);
        Body body = Body.read(request, Receiving.MOST_BYTES);
        takings.by(Doing.application(request, bearer.client())).take(bearer, Standard.OB2, assertion(body));
        send(Dialect.good(), response);
    }

    /** The assertion of a payload; of two, the signed one (§ Assertion Payload). */
    private static String assertion(Body body) {
        ObjectNode payload = body.object();
        JsonNode signed = payload.path("signedAssertion");
        if (signed.isString()) {
            return signed.asString();
        }
        if (!payload.path("assertion").isObject()) {
            throw new ImsFailure(
                    Trouble.DATA, "assertion", "Expected assertion, an object, or signedAssertion, a text.");
        }
        return RawMember.of(body.text(), "assertion");
    }
}
