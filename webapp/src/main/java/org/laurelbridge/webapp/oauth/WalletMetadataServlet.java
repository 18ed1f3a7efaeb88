package org.laurelbridge.webapp.oauth;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.webapp.oauth.WalletForms.Form;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /.well-known/openid-credential-issuer}: what wallets find here (OpenID for Verifiable Credential Issuance 1.0 §12.2). Badges
 * are bound to no key of a wallet: they name their learner by a hashed address, as in every other form. With a path in the public
 * address, that path follows.
 */
public final class WalletMetadataServlet extends HttpServlet {
    private final transient String path;
    private final transient String document;

    public WalletMetadataServlet(OAuthPlaces places, WalletForms forms, Profile issuer) {
        this.path = places.issuer().getRawPath();
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("credential_issuer", places.issuer().toString());
        told.put("credential_endpoint", places.credential().toString());
        told.putArray("display").addObject().put("name", issuer.name());
        ObjectNode all = told.putObject("credential_configurations_supported");
        forms.all().forEach(form -> tell(form, all.putObject(form.id)));
        this.document = told.toString();
    }

    private static void tell(Form form, ObjectNode told) {
        told.put("format", form.format);
        told.putArray("credential_signing_alg_values_supported").add(form.algorithm);
        ObjectNode definition = told.putObject("credential_definition");
        if (form == Form.DATA_INTEGRITY) {
            ArrayNode contexts = definition.putArray("@context");
            contexts.add("https://www.w3.org/ns/credentials/v2");
            contexts.add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        }
        definition.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
        ArrayNode display = told.putObject("credential_metadata").putArray("display");
        display.addObject().put("name", "Open Badge").put("locale", "en");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getPathInfo();
        if (asked != null && !asked.equals(path)) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "max-age=300");
        response.setContentType("application/json;charset=utf-8");
        response.getWriter().write(document);
    }
}
