package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/**
 * {@code /.well-known/oauth-authorization-server}: where what stands and what is offered (RFC 8414 §3). With a path in the public
 * address, that path follows (§3.1).
 */
public final class MetadataServlet extends HttpServlet {
    private final transient String path;
    private final transient String document;

    public MetadataServlet(OAuthPlaces places) {
        this.path = places.issuer().getRawPath();
        AuthorizationServerMetadata metadata = new AuthorizationServerMetadata(new Issuer(places.issuer()));
        metadata.setAuthorizationEndpointURI(places.authorization());
        metadata.setTokenEndpointURI(places.token());
        metadata.setRegistrationEndpointURI(places.registration());
        metadata.setRevocationEndpointURI(places.revocation());
        metadata.setScopes(com.nimbusds.oauth2.sdk.Scope.parse(Scope.text(Arrays.asList(Scope.values()))));
        metadata.setResponseTypes(List.of(new ResponseType("code")));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setGrantTypes(
                List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, new GrantType(PreAuthorized.GRANT)));
        // OpenID for Verifiable Credential Issuance 1.0 §12.3: a wallet is registered nowhere
        metadata.setCustomParameter("pre-authorized_grant_anonymous_access_supported", true);
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        List<ClientAuthenticationMethod> methods = List.of(
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                ClientAuthenticationMethod.CLIENT_SECRET_POST,
                ClientAuthenticationMethod.NONE);
        metadata.setTokenEndpointAuthMethods(methods);
        metadata.setRevocationEndpointAuthMethods(methods);
        metadata.setPolicyURI(places.privacy());
        metadata.setTermsOfServiceURI(places.terms());
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        this.document = metadata.toJSONObject().toJSONString();
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
