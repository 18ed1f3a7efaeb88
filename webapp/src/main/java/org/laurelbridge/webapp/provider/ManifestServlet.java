package org.laurelbridge.webapp.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.webapp.oauth.OAuthPlaces;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /.well-known/badgeconnect.json}: the manifest of Badge Connect (Open Badges 2.1 § Manifest). Anyone may read it. */
public final class ManifestServlet extends ImsServlet {
    private static final String CONTEXT = "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld";

    private final transient ObjectNode document = JsonNodeFactory.instance.objectNode();

    public ManifestServlet(Door door, OAuthPlaces places, Profile issuer) {
        super(Dialect.OB2, door, "GET, HEAD, OPTIONS");
        document.put("@context", CONTEXT);
        document.put(
                "id", places.addresses().at(".well-known", "badgeconnect.json").toString());
        ObjectNode api = document.putArray("badgeConnectAPI").addObject();
        api.put("name", issuer.name());
        URI image = issuer.image();
        if (image != null) {
            api.put("image", image.toString());
        }
        api.put("apiBase", places.ob2().toString());
        api.put("version", "v2p1");
        api.put("termsOfServiceUrl", places.terms().toString());
        api.put("privacyPolicyUrl", places.privacy().toString());
        ArrayNode scopes = api.putArray("scopesOffered");
        Arrays.stream(Scope.values()).filter(scope -> !scope.isOf3()).forEach(scope -> scopes.add(scope.word()));
        api.put("registrationUrl", places.registration().toString());
        api.put("authorizationUrl", places.authorization().toString());
        api.put("tokenUrl", places.token().toString());
        api.put("tokenRevocationUrl", places.revocation().toString());
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "max-age=300");
        send(document, response);
    }
}
