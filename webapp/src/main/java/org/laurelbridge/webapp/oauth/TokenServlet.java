package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.bridge.grant.Exchange;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.grant.Tokens;
import org.laurelbridge.bridge.grant.WalletOffers;
import org.laurelbridge.webapp.session.Doing;

/**
 * {@code /oauth/token}: tokens for a code with its verifier, or for a refresh token (RFC 6749 §4.1.3 and §6, RFC 7636 §4.5; Open
 * Badges 3.0 §7.1.2.3 and §7.2), and for wallets what was offered to them.
 */
public final class TokenServlet extends ClientServlet<TokenRequest> {
    private final transient Grants grants;
    private final transient WalletOffers offers;
    private final transient WalletForms forms;
    private final transient InstantSource clock;

    public TokenServlet(Clients clients, Grants grants, WalletOffers offers, WalletForms forms, InstantSource clock) {
        super(clients);
        this.grants = grants;
        this.offers = offers;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    boolean isAnswered(HTTPRequest read, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, List<String>> form;
        try {
            form = read.getBodyAsFormParameters();
        } catch (ParseException noForm) {
            return false;
        }
        boolean isOffered = PreAuthorized.isAsked(form);
        if (isOffered) {
            PreAuthorized theirs = new PreAuthorized(offers.by(Doing.of(request)), forms);
            Wire.send(theirs.answer(form, clock.instant()), response);
        }
        return isOffered;
    }

    @Override
    TokenRequest parse(HTTPRequest request) throws ParseException {
        return TokenRequest.parse(request);
    }

    @Override
    void answer(Client client, TokenRequest asked, Doer doer, HttpServletResponse response) throws IOException {
        answer(exchange(client.id(), asked), response);
    }

    /** Null for a grant that Laurel does not know, or a code without its verifier or redirect_uri. */
    private @Nullable Exchange exchange(UUID client, TokenRequest asked) {
        if (asked.getAuthorizationGrant() instanceof AuthorizationCodeGrant code) {
            return code.getCodeVerifier() == null || code.getRedirectionURI() == null
                    ? new Exchange.Invalid("expected code_verifier and redirect_uri")
                    : grants.redeem(
                            client,
                            code.getAuthorizationCode().getValue(),
                            code.getRedirectionURI().toString(),
                            code.getCodeVerifier().getValue(),
                            clock.instant());
        }
        if (asked.getAuthorizationGrant() instanceof RefreshTokenGrant refresh) {
            return grants.refresh(client, refresh.getRefreshToken().getValue(), scopes(asked), clock.instant());
        }
        return null;
    }

    /** Null for all that was allowed. A word that Laurel does not know was not allowed. */
    private static @Nullable Set<Scope> scopes(TokenRequest asked) {
        if (asked.getScope() == null || asked.getScope().isEmpty()) {
            return null;
        }
        Set<Scope> scopes = Scope.known(asked.getScope().toStringList());
        return scopes.size() == asked.getScope().size() ? scopes : EnumSet.allOf(Scope.class);
    }

    private static void answer(@Nullable Exchange exchange, HttpServletResponse response) throws IOException {
        if (exchange instanceof Exchange.Given given) {
            Wire.send(new AccessTokenResponse(tokens(given.tokens())).toHTTPResponse(), response);
        } else if (exchange instanceof Exchange.Invalid invalid) {
            Wire.send(new TokenErrorResponse(OAuth2Error.INVALID_GRANT.setDescription(invalid.why())), response);
        } else if (exchange instanceof Exchange.TooMuch) {
            Wire.send(new TokenErrorResponse(OAuth2Error.INVALID_SCOPE), response);
        } else {
            Wire.send(new TokenErrorResponse(OAuth2Error.UNSUPPORTED_GRANT_TYPE), response);
        }
    }

    private static com.nimbusds.oauth2.sdk.token.Tokens tokens(Tokens tokens) {
        BearerAccessToken access = new BearerAccessToken(
                tokens.access(),
                Tokens.ACCESS.toSeconds(),
                com.nimbusds.oauth2.sdk.Scope.parse(Scope.text(tokens.scopes())));
        String refresh = tokens.refresh();
        return new com.nimbusds.oauth2.sdk.token.Tokens(access, refresh == null ? null : new RefreshToken(refresh));
    }
}
