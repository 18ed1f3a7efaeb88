package org.laurelbridge.bridge.send.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.laurelbridge.bridge.fetch.Ask;
import org.laurelbridge.bridge.send.AuthorizationServer;
import org.laurelbridge.bridge.send.Grant;
import org.laurelbridge.bridge.send.Host;
import org.laurelbridge.bridge.send.Services;
import org.laurelbridge.bridge.send.wire.Came;
import org.laurelbridge.bridge.send.wire.HostClient;

/** OAuth 2.0 with hosts, as Open Badges 3.0 §7.1 and 2.1 §4.2 have it. */
public final class HostOAuth implements AuthorizationServer {

    /** Those that say that it is no use to ask again (RFC 6749 §5.2). */
    private static final Set<String> FINAL = Set.of(
            "invalid_grant",
            "invalid_client",
            "unauthorized_client",
            "invalid_request",
            "invalid_scope",
            "unsupported_grant_type");

    private final HostClient client;
    private final Registration registration;
    private final InstantSource clock;

    public HostOAuth(HostClient client, Registration registration, InstantSource clock) {
        this.client = client;
        this.registration = registration;
        this.clock = clock;
    }

    @Override
    public URI back() {
        return registration.back();
    }

    @Override
    public Registered register(Services services) {
        return registration.register(services, request -> client.ask(ask(request)));
    }

    @Override
    public URI authorization(Host host, String state, String verifier) {
        return new AuthorizationRequest.Builder(ResponseType.CODE, clientId(host))
                .endpointURI(host.services().authorization())
                .redirectionURI(client(host).back())
                .scope(Scope.parse(wanted(host)))
                .state(new State(state))
                .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** What is of use, as far as the registration allows it. */
    private static List<String> wanted(Host host) {
        List<String> wanted = host.services().version().wanted(host.services().scopes());
        String allowed = client(host).scope();
        if (allowed == null) {
            return wanted;
        }
        Set<String> some = Set.of(allowed.split(" "));
        List<String> both = wanted.stream().filter(some::contains).toList();
        return both.isEmpty() ? wanted : both;
    }

    @Override
    public Granted exchange(Host host, String code, String verifier) {
        AuthorizationGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), client(host).back(), new CodeVerifier(verifier));
        return granted(host, host.services().token(), grant, String.join(" ", wanted(host)));
    }

    @Override
    public Granted refresh(Host host, String refresh, String scope) {
        return granted(host, host.services().refresh(), new RefreshTokenGrant(new RefreshToken(refresh)), scope);
    }

    private Granted granted(Host host, URI endpoint, AuthorizationGrant grant, String scope) {
        TokenRequest.Builder request = isSecret(host)
                ? new TokenRequest.Builder(endpoint, basic(host), grant)
                : new TokenRequest.Builder(endpoint, clientId(host), grant);
        // OAuth has no scope beside a code, so that the library would leave it out; Open Badges asks for it (3.0
        // §7.1.2, 2.1 §4.2.2)
        Came came =
                client.ask(ask(request.customParameter("scope", scope).build().toHTTPRequest()));
        if (!(came instanceof Came.Answered answered)) {
            return new Granted.Unanswered(came.words(), Duration.ZERO);
        }
        return answered.isGood() ? given(answered, scope) : refused(answered);
    }

    private Granted given(Came.Answered answered, String asked) {
        try {
            AccessTokenResponse response = AccessTokenResponse.parse(response(200, answered));
            AccessToken access = response.getTokens().getAccessToken();
            RefreshToken refresh = response.getTokens().getRefreshToken();
            Instant until = access.getLifetime() > 0 ? clock.instant().plusSeconds(access.getLifetime()) : null;
            return new Granted.Given(new Grant(
                    access.getValue(),
                    until,
                    refresh == null ? null : refresh.getValue(),
                    access.getScope() == null ? asked : access.getScope().toString()));
        } catch (ParseException e) {
            return new Granted.Unanswered("the answer holds no token: " + e.getMessage(), Duration.ZERO);
        }
    }

    private Granted refused(Came.Answered answered) {
        String error = error(answered);
        return FINAL.contains(error)
                ? new Granted.Refused(error, answered.words())
                : new Granted.Unanswered(answered.words(), client.wait(answered));
    }

    private static String error(Came.Answered answered) {
        try {
            String code = TokenErrorResponse.parse(response(answered.status(), answered))
                    .getErrorObject()
                    .getCode();
            return code == null ? "" : code;
        } catch (ParseException notOAuth) {
            return "";
        }
    }

    @Override
    public boolean revoke(Host host, Grant grant) {
        URI endpoint = host.services().revocation();
        if (endpoint == null || host.client() == null) {
            return false;
        }
        // with the refresh token its access tokens end, too (RFC 7009 §2.1)
        Token token =
                grant.refresh() == null ? new BearerAccessToken(grant.access()) : new RefreshToken(grant.refresh());
        TokenRevocationRequest request = isSecret(host)
                ? new TokenRevocationRequest(endpoint, basic(host), token)
                : new TokenRevocationRequest(endpoint, clientId(host), token);
        return client.ask(ask(request.toHTTPRequest())) instanceof Came.Answered answered && answered.isGood();
    }

    private static Host.Client client(Host host) {
        return Objects.requireNonNull(host.client(), "Laurel is not registered there");
    }

    private static ClientID clientId(Host host) {
        return new ClientID(client(host).id());
    }

    private static boolean isSecret(Host host) {
        return client(host).secret() != null;
    }

    private static ClientSecretBasic basic(Host host) {
        return new ClientSecretBasic(
                clientId(host), new Secret(Objects.requireNonNull(client(host).secret())));
    }

    /** What the library wrote, for the guarded client. */
    private static Ask ask(HTTPRequest request) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        request.getHeaderMap().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Ask(request.getMethod().name(), request.getURI(), headers, request.getBody());
    }

    /** What the guarded client read, for the library, which insists on the type. */
    static HTTPResponse response(int status, Came.Answered answered) throws ParseException {
        HTTPResponse response = new HTTPResponse(status);
        response.setContentType("application/json");
        response.setBody(answered.answer().text());
        return response;
    }
}
