package org.laurelbridge.webapp.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.webapp.oauth.ConsentPage;
import org.laurelbridge.webapp.oauth.OAuthPlaces;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /ims/ob/v3p0/discovery}: the service description (Open Badges 3.0 §6.3 and §7.1.1). Anyone may read it. */
public final class DiscoveryServlet extends ImsServlet {
    private static final String FILE = "ob3-discovery.json";

    private final transient ObjectNode document;

    public DiscoveryServlet(Door door, OAuthPlaces places, Profile issuer) {
        super(Dialect.OB3, door, "GET, HEAD, OPTIONS");
        document = read();
        fill((ObjectNode) document.path("info"), places, issuer);
        ((ObjectNode) document.path("servers").path(0)).put("url", places.ob3().toString());
        secure((ObjectNode) document.path("components").path("securitySchemes").path("OAuth2ACG"), places);
    }

    private static ObjectNode read() {
        try (InputStream file = Objects.requireNonNull(DiscoveryServlet.class.getResourceAsStream(FILE))) {
            return (ObjectNode) new JsonMapper().readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void fill(ObjectNode info, OAuthPlaces places, Profile issuer) {
        info.put("title", issuer.name());
        info.put(
                "description",
                "The badges of learners of " + issuer.name() + ", by their leave."
                        + (places.isPublic()
                                ? ""
                                : " This is a trial installation: it is known by an address without TLS, so that"
                                        + " applications on this very machine alone reach it, and its badges are worth nothing."));
        info.put("termsOfService", places.terms().toString());
        info.put("x-imssf-privacyPolicyUrl", places.privacy().toString());
        URI image = issuer.image();
        if (image != null) {
            info.put("x-imssf-image", image.toString());
        }
    }

    private static void secure(ObjectNode scheme, OAuthPlaces places) {
        scheme.put("x-imssf-registrationUrl", places.registration().toString());
        scheme.put("x-imssf-revocationUrl", places.revocation().toString());
        // the model has it in info, the text of §7.1.1 here
        scheme.put("x-imssf-privacyPolicyUrl", places.privacy().toString());
        scheme.put("x-imssf-termsOfServiceUrl", places.terms().toString());
        ObjectNode flow = (ObjectNode) scheme.path("flows").path("authorizationCode");
        flow.put("authorizationUrl", places.authorization().toString());
        flow.put("tokenUrl", places.token().toString());
        flow.put("refreshUrl", places.token().toString());
        ObjectNode scopes = flow.putObject("scopes");
        Arrays.stream(Scope.values())
                .filter(scope -> !scope.isOf2())
                .forEach(scope -> scopes.put(scope.word(), ConsentPage.label(scope)));
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "max-age=300");
        send(document, response);
    }
}
