package org.laurelbridge.bridge.account.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider, by the code flow with PKCE (OpenID Connect Core 3.1). What it says about itself is kept for an hour. An
 * administrator names it, so it may stand in a private network.
 */
public final class OidcProvider {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Scope ASKED = new Scope("openid", "email", "profile");

    private final String issuer;
    private final ClientID client;
    private final Secret secret;
    private final ClaimedRoles roles;
    private final Asking asking;
    private final InstantSource clock;
    private @Nullable Discovered known;

    /** @param roles by which it says what people may do here */
    public OidcProvider(
            URI issuer, String clientId, String clientSecret, ClaimedRoles roles, InstantSource clock) {
        this(issuer, new ClientSecretBasic(new ClientID(clientId), new Secret(clientSecret)), roles, Asking.USUAL, clock);
    }

    OidcProvider(
            URI issuer,
            ClientSecretBasic own,
            ClaimedRoles roles,
            Asking asking,
            InstantSource clock) {
        this.issuer = issuer.toString();
        this.client = own.getClientID();
        this.secret = own.getClientSecret();
        this.roles = roles;
        this.asking = asking;
        this.clock = clock;
    }

    /** What to keep of a sign-in for the browser that begins it. */
    public static Begun begin() {
        return new Begun(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
    }

    /**
     * Where the browser goes to sign in.
     *
     * @param back where it comes back to
     */
    public URI address(Begun begun, URI back) throws OidcFailure {
        return new AuthenticationRequest.Builder(new ResponseType("code"), ASKED, client, back)
                .endpointURI(discovered().metadata().getAuthorizationEndpointURI())
                .state(new State(begun.state()))
                .nonce(new Nonce(begun.nonce()))
                .codeChallenge(new CodeVerifier(begun.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Who came back.
     *
     * @param query with which the browser came back
     * @param back as it was given to {@link #address}
     */
    public Identity finish(String query, Begun begun, URI back) throws OidcFailure {
        Discovered provider = discovered();
        OIDCTokens tokens = tokens(provider, code(provider, query, begun, back), begun, back);
        try {
            IDTokenClaimsSet claims =
                    provider.validator(client).validate(tokens.getIDToken(), new Nonce(begun.nonce()));
            checkParty(claims);
            UserInfo said = new UserInfo(claims.toJSONObject());
            boolean isComplete =
                    said.getEmailAddress() != null && roles.areIn(said);
            return identity(claims, isComplete ? said : asked(provider, tokens, said));
        } catch (BadJOSEException wrong) {
            throw OidcFailure.refused("the ID token does not hold: " + wrong.getMessage());
        } catch (JOSEException unknown) {
            throw OidcFailure.away("the ID token cannot be checked: " + unknown.getMessage());
        }
    }

    // given to somebody else, or to many without saying to whom of them (3.1.3.7, 3 to 5): the library lets both pass
    private void checkParty(IDTokenClaimsSet claims) throws OidcFailure {
        AuthorizedParty party = claims.getAuthorizedParty();
        boolean isOurs = party == null
                ? claims.getAudience().size() == 1
                : party.getValue().equals(client.getValue());
        if (!isOurs) {
            throw OidcFailure.refused("the ID token was given to somebody else");
        }
    }

    private Identity identity(IDTokenClaimsSet claims, UserInfo said) {
        boolean isVerified = Boolean.TRUE.equals(said.getEmailVerified());
        return new Identity(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                isVerified ? said.getEmailAddress() : null,
                said.getName(),
                roles.of(said));
    }

    // the state first (RFC 6749 §10.12), then who answers (RFC 9207 §2.4)
    private static AuthorizationCode code(Discovered provider, String query, Begun begun, URI back) throws OidcFailure {
        AuthenticationResponse answer;
        try {
            answer = AuthenticationResponseParser.parse(URI.create(back + "?" + query));
        } catch (ParseException | IllegalArgumentException unreadable) {
            throw OidcFailure.refused("what came back is no answer to a sign-in");
        }
        if (!new State(begun.state()).equals(answer.getState())) {
            throw OidcFailure.refused("the state is of another sign-in");
        }
        Issuer told = answer.getIssuer();
        boolean isExpected = told == null
                ? !provider.metadata().supportsAuthorizationResponseIssuerParam()
                : told.equals(provider.metadata().getIssuer());
        if (!isExpected) {
            throw OidcFailure.refused("another issuer answers");
        }
        if (!answer.indicatesSuccess()) {
            throw OidcFailure.refused("the provider said no: "
                    + answer.toErrorResponse().getErrorObject().getCode());
        }
        AuthorizationCode code = answer.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw OidcFailure.refused("no code came back");
        }
        return code;
    }

    private OIDCTokens tokens(Discovered provider, AuthorizationCode code, Begun begun, URI back) throws OidcFailure {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, back, new CodeVerifier(begun.verifier()));
        HTTPRequest request = new TokenRequest.Builder(
                        provider.metadata().getTokenEndpointURI(), authentication(provider), grant)
                .build()
                .toHTTPRequest();
        try {
            TokenResponse answer = OIDCTokenResponseParser.parse(send(request));
            if (!answer.indicatesSuccess()) {
                throw OidcFailure.refused("the provider gave no token: "
                        + answer.toErrorResponse().getErrorObject().getCode());
            }
            OIDCTokens tokens = answer.toSuccessResponse().getTokens().toOIDCTokens();
            if (tokens.getIDToken() == null) {
                throw OidcFailure.refused("the provider gave no ID token");
            }
            return tokens;
        } catch (ParseException unreadable) {
            throw OidcFailure.away("the token endpoint's answer cannot be read: " + unreadable.getMessage());
        }
    }

    private ClientAuthentication authentication(Discovered provider) {
        List<ClientAuthenticationMethod> taken = provider.metadata().getTokenEndpointAuthMethods();
        boolean isInForm = taken != null
                && taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return isInForm ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    // providers that tell the e-mail address at the UserInfo endpoint alone (5.3); it must be of the same subject
    // (5.3.2)
    private UserInfo asked(Discovered provider, OIDCTokens tokens, UserInfo said) throws OidcFailure {
        URI endpoint = provider.metadata().getUserInfoEndpointURI();
        if (endpoint == null) {
            return said;
        }
        try {
            UserInfoResponse answer = UserInfoResponse.parse(
                    send(new UserInfoRequest(endpoint, tokens.getAccessToken()).toHTTPRequest()));
            UserInfo more =
                    answer.indicatesSuccess() ? answer.toSuccessResponse().getUserInfo() : null;
            if (more != null && !more.getSubject().equals(said.getSubject())) {
                throw OidcFailure.refused("the UserInfo endpoint tells of somebody else");
            }
            return more == null ? said : more;
        } catch (ParseException unreadable) {
            throw OidcFailure.away("the UserInfo endpoint's answer cannot be read: " + unreadable.getMessage());
        }
    }

    private HTTPResponse send(HTTPRequest request) throws OidcFailure {
        try {
            return request.send(asking);
        } catch (IOException noAnswer) {
            throw OidcFailure.away("no answer from the provider: " + noAnswer.getMessage());
        }
    }

    private synchronized Discovered discovered() throws OidcFailure {
        Instant now = clock.instant();
        Discovered found = known;
        if (found == null || !now.isBefore(found.at().plus(KEPT))) {
            found = Discovered.fetch(issuer, asking, now);
            known = found;
        }
        return found;
    }
}
