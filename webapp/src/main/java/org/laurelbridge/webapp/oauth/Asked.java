package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.bridge.grant.Scope;

/** Reads what an application asks a learner for (RFC 6749 §4.1.1, RFC 7636 §4.3; Open Badges 3.0 §7.1.2.1). */
final class Asked {
    private static final String CHALLENGE = "[A-Za-z0-9_-]{43}";

    private final Clients clients;
    private final URI issuer;

    Asked(Clients clients, URI issuer) {
        this.clients = clients;
        this.issuer = issuer;
    }

    /** What came of reading. */
    sealed interface Read {

        /**
         * A request that a learner may answer.
         *
         * @param scopes that are asked for, which the application registered and Laurel knows
         */
        record Good(Registered client, URI redirect, State state, Set<Scope> scopes, String challenge)
                implements Read {}

        /** Wrong, and nobody knows where to send it: told to the learner alone (RFC 6749 §4.1.2.1). */
        record Homeless(String why) implements Read {}

        /** Wrong, as the application is told. */
        record Wrong(UUID client, URI answer) implements Read {}
    }

    /** @param query as it came */
    Read read(String query) {
        Map<String, List<String>> parameters = URLUtils.parseParameters(query);
        Optional<Registered> client = one(parameters, "client_id")
                .flatMap(id -> clients.find(Registered.id(id)))
                .map(Registered::of);
        if (client.isEmpty()) {
            return new Read.Homeless("oauth.why.unknown");
        }
        Optional<String> redirect = one(parameters, "redirect_uri").filter(client.get()::hasRedirect);
        if (redirect.isEmpty()) {
            return new Read.Homeless("oauth.why.address");
        }
        return read(client.get(), URI.create(redirect.get()), parameters);
    }

    private Read read(Registered client, URI redirect, Map<String, List<String>> parameters) {
        State state = one(parameters, "state").map(State::new).orElse(null);
        AuthorizationRequest request;
        try {
            request = AuthorizationRequest.parse(parameters);
        } catch (ParseException wrong) {
            ErrorObject error = wrong.getErrorObject();
            return wrong(client, redirect, error == null ? OAuth2Error.INVALID_REQUEST : error, state);
        }
        ErrorObject error = error(request);
        if (error != null || state == null) {
            return wrong(client, redirect, error == null ? missing("state") : error, state);
        }
        Set<Scope> scopes = scopes(request, client);
        if (EnumSet.of(Scope.OFFLINE).containsAll(scopes)) {
            return wrong(client, redirect, OAuth2Error.INVALID_SCOPE, state);
        }
        return new Read.Good(
                client, redirect, state, scopes, request.getCodeChallenge().getValue());
    }

    private static @Nullable ErrorObject error(AuthorizationRequest request) {
        if (request.specifiesRequestObject()) {
            return OAuth2Error.REQUEST_NOT_SUPPORTED;
        }
        if (!request.getResponseType().equals(new ResponseType("code"))) {
            return OAuth2Error.UNSUPPORTED_RESPONSE_TYPE;
        }
        if (request.getResponseMode() != null && !request.getResponseMode().equals(ResponseMode.QUERY)) {
            return OAuth2Error.INVALID_REQUEST.setDescription("response_mode: expected query");
        }
        if (request.getCodeChallenge() == null
                || !request.getCodeChallenge().getValue().matches(CHALLENGE)) {
            return missing("code_challenge");
        }
        return CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                ? null
                : OAuth2Error.INVALID_REQUEST.setDescription("code_challenge_method: expected S256");
    }

    private static ErrorObject missing(String parameter) {
        return OAuth2Error.INVALID_REQUEST.setDescription(parameter + ": missing or not as it must be");
    }

    private static Set<Scope> scopes(AuthorizationRequest request, Registered client) {
        Set<Scope> scopes = request.getScope() == null
                ? EnumSet.noneOf(Scope.class)
                : Scope.known(request.getScope().toStringList());
        scopes.retainAll(client.scopes());
        return scopes;
    }

    private Read wrong(Registered client, URI redirect, ErrorObject error, @Nullable State state) {
        return new Read.Wrong(client.client().id(), answer(redirect, error, state));
    }

    /** Where a browser is sent that brings an error. */
    URI answer(URI redirect, ErrorObject error, @Nullable State state) {
        return new AuthorizationErrorResponse(redirect, error, state, new Issuer(issuer), ResponseMode.QUERY).toURI();
    }

    /** Empty when it is there more than once, too (RFC 6749 §3.1). */
    private static Optional<String> one(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 && !values.get(0).isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
    }
}
